"""Counts and shares as a reader reads them."""


def percent(share: float) -> str:
    """A share as whole per cent; never rounded up to 100 % or down to 0 %.

    >>> percent(0.999), percent(0.001), percent(1.0)
    ('99%', '1%', '100%')
    """
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(99, max(1, rounded))
    return f"{rounded}%"


def grouped(number: int) -> str:
    """A count with its thousands parted: `27,998`."""
    return f"{number:,}"
