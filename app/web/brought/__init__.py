"""Comparing two texts that a reader brings: pasted, dropped or chosen; nothing of them is kept by itself."""
