"""The addresses of a comparison and of its rows, as paths; `absolute` makes them whole.

A fragment never reaches a server, so an address that is to tell others of a row names it in the query too.
"""

from app.web.switches import Switches


def comparison_address(a: str, b: str, row: str = "") -> str:
    """The page: with a row, it leads to it, and tells other sites of it."""
    return f"/compare/{a}/{b}?row={row}#{row}" if row else f"/compare/{a}/{b}"


def view_address(a: str, b: str, row: str = "") -> str:
    """The same without the fragment: what a server is asked for."""
    return comparison_address(a, b, row).partition("#")[0]


def card_address(a: str, b: str, row: str = "") -> str:
    """The picture card."""
    return f"/compare/{a}/{b}.png{f'?row={row}' if row else ''}"


def embed_address(a: str, b: str, row: str = "", view: str = "columns") -> str:
    """The page that other sites may frame."""
    chosen = Switches.model_validate({"row": row, "view": view})
    return f"/embed/compare/{a}/{b}{chosen.query()}"
