"""The addresses of a comparison and of its rows, as paths; `absolute` makes them whole.

A fragment never reaches a server, so an address that is to tell others of a row names it in the query too. `switches` are
those that an address keeps, but for the row, which is given apart.
"""

from app.web.switches import BY_ITSELF, Switches


def comparison_address(a: str, b: str, row: str = "", switches: Switches = BY_ITSELF) -> str:
    """The page: with a row, it leads to it, and tells other sites of it."""
    return f"/compare/{a}/{b}{switches.query(row=row)}{f'#{row}' if row else ''}"


def view_address(a: str, b: str, row: str = "") -> str:
    """The same without the fragment: what a server is asked for."""
    return comparison_address(a, b, row).partition("#")[0]


def card_address(a: str, b: str, row: str = "") -> str:
    """The picture card."""
    return f"/compare/{a}/{b}.png{f'?row={row}' if row else ''}"


def embed_address(a: str, b: str, row: str = "", switches: Switches = BY_ITSELF) -> str:
    """The page that other sites may frame."""
    return f"/embed/compare/{a}/{b}{switches.query(row=row)}"
