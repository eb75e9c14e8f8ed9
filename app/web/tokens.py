"""The colours of static/tokens.css, read off the file: what the style page shows, and what tests hold to each other."""

import re
from functools import cache

from app.resources import STATIC

THEMES = ("light", "dark", "light, more contrast", "dark, more contrast")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"(?:@media ([^{]+) \{\s*)?:root \{([^}]*)\}")
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_NAMED = re.compile(r"var\(--([a-z0-9-]+)\)")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@cache
def blocks() -> tuple[tuple[str, dict[str, str]], ...]:
    """The values by name, in the file's order, each block with the media query that it is for; empty for all screens."""
    text = _COMMENT.sub("", (STATIC / "tokens.css").read_text(encoding="utf-8"))
    return tuple([(found[1] or "", dict(_TOKEN.findall(found[2]))) for found in _BLOCK.finditer(text)])


def colours(theme: str) -> dict[str, str]:
    """The names and values of a theme's opaque colours, as `#` and six hexadecimal digits.

    `theme` is one of `THEMES`. A colour that is another one under a second name has that one's value.
    """
    values: dict[str, str] = {}
    for query, given in blocks():
        if _applies(query, theme):
            values |= given
    followed = {name: _followed(value, values) for name, value in values.items()}
    return {name: value for name, value in followed.items() if _COLOUR.fullmatch(value)}


def _applies(query: str, theme: str) -> bool:
    if "forced-colors" in query or query == "print":
        return False
    dark, more = "prefers-color-scheme: dark" in query, "prefers-contrast: more" in query
    return ("dark" in theme or not dark) and ("more" in theme or not more)


def _followed(value: str, values: dict[str, str]) -> str:
    while found := _NAMED.fullmatch(value):
        value = values[found[1]]
    return value


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, after WCAG 2.1."""
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """A channel of sRGB, in [0, 1], without its gamma."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
