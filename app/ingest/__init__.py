"""What comes in: files, pages and feeds read into content, and content put into the store."""
