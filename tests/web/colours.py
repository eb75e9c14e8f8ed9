"""The colours of tokens.css, as each of the four themes sets them; for tests."""

import re

from app.resources import STATIC

THEMES = ("light", "dark", "light, more contrast", "dark, more contrast")
FORCED = "(forced-colors: active)"
_BLOCK = re.compile(r"(?:@media ([^{]+) \{\s*)?:root \{([^}]*)\}")
_TOKEN = re.compile(r"(--[a-z0-9-]+):\s*([^;]+);")
_HUES = re.compile(r"#[0-9a-f]{6}|var\((--[a-z0-9-]+)\)")


def blocks() -> list[tuple[str, dict[str, str]]]:
    """The values that tokens.css gives, in order, each with the media query that they are for; empty for all."""
    text = re.sub(r"/\*.*?\*/", "", (STATIC / "tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(found[1] or "", dict(_TOKEN.findall(found[2]))) for found in _BLOCK.finditer(text)]


def colours(theme: str) -> dict[str, str]:
    """The names and values of a theme's opaque colours, six hexadecimal digits each, without the dashes before a name."""
    values: dict[str, str] = {}
    for query, given in blocks():
        if _applies(query, theme):
            values |= given
    found = {name: _followed(value, values) for name, value in values.items() if _HUES.fullmatch(value)}
    return {name[2:]: value for name, value in found.items() if value.startswith("#")}


def _applies(query: str, theme: str) -> bool:
    wanted = {"prefers-color-scheme: dark": "dark" in theme, "prefers-contrast: more": "more" in theme}
    if "forced-colors" in query or query == "print":
        return False
    return all(holds for part, holds in wanted.items() if part in query)


def _followed(value: str, values: dict[str, str]) -> str:
    while found := re.fullmatch(r"var\((--[a-z0-9-]+)\)", value):
        value = values[found[1]]
    return value
