"""The pages of a story as a whole, each from its collation."""
