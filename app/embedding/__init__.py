"""What sentences mean, by an embedding model that the operator chooses; docs/semantic.md says how.

Needs the extra `variorum[semantic]`. Nothing else in Variorum does.
"""
