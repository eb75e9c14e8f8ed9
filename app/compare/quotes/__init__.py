"""Quotations: found in a version, given a speaker, and grouped across versions into utterances."""
