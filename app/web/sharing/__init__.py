"""Passing a comparison on: what other sites show of its address, its citation, and the page that they may frame."""
