"""Comparison: what two versions share, word by word and sentence by sentence. Pure: no file, network, clock or page."""
