"""The type faces of the cards, which come as packages, and what they can show.

Source Serif 4 sets the scripts that newspapers set in a serif face (Latin, Greek, Cyrillic); Noto Sans sets every other
script that it is made for, Noto Sans CJK what is written in Han signs, kana and hangul, and Noto Emoji what is left. All are
under the SIL Open Font License. The faces of the machine are not looked at, so that a card is the same on every one.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import regex
from typst import Fonts
from uharfbuzz import Blob, Face

SERIF, SANS = "Source Serif 4", "Noto Sans"
_PACKAGES = {"fontpkg_source_serif_4": "files", "manimgx_fonts": ".", "manimgx_fonts_cjk": "."}
_SCRIPTS = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Hebrew", "Kannada",
    "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai", "Symbols",
)  # fmt: skip
_EAST = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "HK", "zh-mo": "HK", "yue": "HK"}
_EUROPEAN = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}]")
_EASTERN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_LETTER = regex.compile(r"\p{L}")
SAMPLE = 400
"""Code points of a text by which its script is told."""


def stack(text: str, language: str) -> tuple[str, ...]:
    """The faces for a text, in order: each sign is set in the first that has it.

    Beside a script that Noto Sans sets, Latin words are set in it too, and punctuation is that of the script.
    """
    region = next((part for tag, part in _EAST.items() if language.lower().startswith(tag)), "SC")
    east = f"Noto Sans CJK {region}"
    scripts = tuple(f"{SANS} {script}" for script in _SCRIPTS)
    if is_eastern(text):
        return east, SERIF, SANS, *scripts, "Noto Emoji"
    if 2 * len(_EUROPEAN.findall(text[:SAMPLE])) >= len(_LETTER.findall(text[:SAMPLE])):
        return SERIF, SANS, *scripts, east, "Noto Emoji"
    return SANS, *scripts, SERIF, east, "Noto Emoji"


def is_eastern(text: str) -> bool:
    """Whether a text is mostly written in Han signs, kana or hangul."""
    return 2 * len(_EASTERN.findall(text[:SAMPLE])) > len(_LETTER.findall(text[:SAMPLE]))


@cache
def fonts() -> Fonts:
    """The faces as Typst takes them."""
    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(one) for one in _folders()]
    )


def missing(text: str) -> frozenset[str]:
    """The signs of a text that no face has."""
    unknown = {sign for sign in text if ord(sign) not in _common()}
    return frozenset(sign for sign in unknown if ord(sign) not in _eastern())


def _folders() -> list[Path]:
    found = []
    for package, folder in _PACKAGES.items():
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(f"The cards need the faces of the package {package!r}", name=package)
        found.append(Path(spec.submodule_search_locations[0], folder))
    return found


@cache
def _common() -> frozenset[int]:
    """Code points of all faces but the large one."""
    *folders, _ = _folders()
    return frozenset(sign for folder in folders for file in folder.glob("*.ttf") for sign in _signs(file))


@cache
def _eastern() -> frozenset[int]:
    (file,) = _folders()[-1].glob("*.ttc")
    return _signs(file)


def _signs(file: Path) -> frozenset[int]:
    return frozenset(Face(Blob.from_file_path(str(file))).unicodes)
