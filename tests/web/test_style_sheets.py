"""Style sheets hold to the one visual system: measures and colours come from tokens.css, layers are those that it names."""

import re
from pathlib import Path

import pytest

from app.resources import STATIC, TEMPLATES

TOKENS = STATIC / "tokens.css"
SHEETS = sorted(file for file in STATIC.glob("*.css") if file != TOKENS)
LAYERS = ("reset", "tokens", "base", "components", "pages", "print")
SCALED = re.compile(r"(?:padding|margin|gap|row-gap|column-gap|font-size|border-radius)[a-z-]*$")
"""Properties whose lengths are steps of a scale. An em goes with the text that it stands in, and is allowed."""


def bare(text: str) -> str:
    """A style sheet without its comments and without what stands in quotation marks."""
    return re.sub(r'/\*.*?\*/|"[^"]*"', "", text, flags=re.DOTALL)


def declarations(text: str) -> list[tuple[str, str]]:
    return [
        (found[1], found[2].strip())
        for found in re.finditer(r"(?<=[{;\s])([a-z-]+):([^;{}]+)[;}]", bare(text))
    ]


def faults(text: str) -> list[str]:
    """What in a style sheet belongs to the tokens: colours, pixels, and lengths beside the scales."""
    raw = re.findall(
        r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|(?:rgba?|hsla?|oklch|oklab|color-mix)\([^)]*\)|\d*\.?\d+px",
        bare(text),
    )
    named = [
        f"{name}: {value}"
        for name, value in declarations(text)
        if name.endswith(("color", "background", "fill", "stroke", "border"))
        and re.search(
            r"\b(?:white|black|gr[ae]y|red|blue|orange|Canvas|CanvasText|GrayText|Highlight)\b", value
        )
    ]
    scaled = [
        f"{name}: {value}"
        for name, value in declarations(text)
        if SCALED.match(name) and re.search(r"\d(?:rem|vh|vw|pt|cm)\b", value)
    ]
    seen = [
        f"{name}: {value}"
        for name, value in declarations(text)
        if "border" in name and "transparent" in value
    ]
    return raw + named + scaled + seen


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("a { color: #fff; }", "#fff"),
        ("a { color: rgb(0 0 0 / 0.5); }", "rgb(0 0 0 / 0.5)"),
        ("a { border: 1px solid var(--rule); }", "1px"),
        ("a { color: white; }", "color: white"),
        ("a { border: var(--line) solid transparent; }", "border: var(--line) solid transparent"),
        ("a { padding: 0.3rem 1em; }", "padding: 0.3rem 1em"),
        ("a { font-size: 1.3rem; }", "font-size: 1.3rem"),
        ("#id { color: var(--ink); /* #fff 3px */ width: 12rem; margin: 0 auto; }", None),
    ],
)
def test_what_counts_as_a_fault(rule: str, fault: str | None) -> None:
    assert faults(rule) == ([fault] if fault else [])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.name)
def test_a_style_sheet_uses_tokens_only(sheet: Path) -> None:
    # The one measure of its own that a rule may have is how large the text of the whole page is.
    assert [one for one in faults(sheet.read_text(encoding="utf-8")) if "%" not in one] == []


def tokens() -> set[str]:
    return set(re.findall(r"(--[a-z0-9-]+):", TOKENS.read_text(encoding="utf-8")))


@pytest.mark.parametrize("sheet", [TOKENS, *SHEETS], ids=lambda file: file.name)
def test_a_style_sheet_uses_tokens_that_there_are(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    own = set(re.findall(r"(--[a-z0-9-]+):", text))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", text)) - tokens() - own == set()


def test_every_token_is_used() -> None:
    used = {
        name
        for sheet in [TOKENS, *SHEETS]
        for name in re.findall(r"var\((--[a-z0-9-]+)", sheet.read_text("utf-8"))
    }
    assert tokens() - used == set()


def test_the_layers_are_declared_once_and_hold_every_rule() -> None:
    declared = [
        found
        for file in STATIC.glob("*.css")
        for found in re.findall(r"@layer ([^{;]+);", file.read_text("utf-8"))
    ]
    assert declared == [", ".join(LAYERS)]
    for sheet in SHEETS:
        text = bare(sheet.read_text(encoding="utf-8"))
        opened = re.findall(r"@layer ([a-z]+) \{", text)
        assert opened
        assert set(opened) <= set(LAYERS) - {"tokens"}
        assert outside_layers(text) == ""


def outside_layers(text: str) -> str:
    """What stands outside every block of a style sheet, but for the names of layers."""
    depth, outside = 0, []
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign != "}":
            outside.append(sign)
    return re.sub(r"@layer [a-z]+", "", "".join(outside)).strip()


def test_every_page_takes_the_tokens_first() -> None:
    base = (TEMPLATES / "_base.html").read_text(encoding="utf-8")
    linked = re.findall(r"static_url\('([a-z]+\.css)'\)", base)
    assert linked[0] == "tokens.css"


@pytest.mark.parametrize("sheet", [TOKENS, *SHEETS], ids=lambda file: file.name)
def test_nothing_moves_by_itself(sheet: Path) -> None:
    assert not [
        name
        for name, _ in declarations(sheet.read_text("utf-8"))
        if name.startswith(("animation", "transition"))
    ]
    assert "smooth" not in sheet.read_text("utf-8")
