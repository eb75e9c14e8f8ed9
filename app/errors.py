"""Errors whose text is meant for the person who gave the input."""


class VariorumError(Exception):
    """Something given to Variorum cannot be used; the text quotes the value and names the way out."""


class InputError(VariorumError):
    """A file, text or option that cannot be taken in."""


class NotFoundError(VariorumError):
    """An address or id that names nothing that is stored."""


class StoreError(VariorumError):
    """The database cannot be used: missing, damaged, read-only, or of another schema."""


class NotYetError(VariorumError):
    """What was asked for is being made, and takes longer than anyone should wait for an answer; ask again later."""


class StoppedError(StoreError):
    """Work was given up because the program is being stopped."""
