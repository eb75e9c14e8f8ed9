"""The same as the pages, for programs: JSON and CSV under /api/v1."""
