"""What the pages are held to, measured in a real browser and by the checkers of the web: `make audit`."""
