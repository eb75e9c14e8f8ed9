"""Picture cards of comparisons and of their rows: what social sites show where an address is passed on."""
