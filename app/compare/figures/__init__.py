"""Figures and dates: found in a version, given a value, and grouped across versions into facts."""
