"""Languages by their English names."""

import py3langid

from app.text.language_names import english_name


def test_every_language_that_a_text_may_be_found_to_be_in_has_a_name() -> None:
    codes = {"en", "de", "zh", "yue", *known_to_the_model()}
    assert [code for code in sorted(codes) if english_name(code) == code] == []


def known_to_the_model() -> list[str]:
    return [str(code) for code, _ in py3langid.rank("the gate")]


def test_no_name_stands_for_two_languages() -> None:
    codes = [f"{a}{b}" for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz"]
    names = [english_name(code) for code in codes if english_name(code) != code]
    assert len(names) == len(set(names)) > 180
    assert english_name("tlh") == "tlh"
