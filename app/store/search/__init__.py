"""Full text: an index of what versions say, written with them, and the searches in it."""
