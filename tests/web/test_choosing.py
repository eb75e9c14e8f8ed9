"""Another version in the place of one, chosen or newer: the comparison stays switched as it was."""

import re

import pytest
from starlette.testclient import TestClient

SWITCHED = "?view=one&amp;figures=on"


def addresses(text: str) -> list[str]:
    """Where the links to comparisons lead."""
    return re.findall(r'href="(/compare/[^"]*)"', text)


@pytest.mark.parametrize("side", ["left", "right"])
def test_every_choice_keeps_the_switches_and_lets_go_of_the_row(
    client: TestClient, sample_ids: dict[str, str], side: str
) -> None:
    a, b = sample_ids["01-tellan-r1"], sample_ids["04-tellan-r4"]
    text = client.get(f"/compare/{a}/{b}/versions?view=one&figures=on&row=l-aaaaaaaa&side={side}").text
    found = addresses(text)
    assert len(found) == 1 + len(sample_ids)  # the comparison itself, and one for each version
    assert all(one.endswith(SWITCHED) for one in found)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_page_leads_to_the_choice_as_it_is_switched(
    client: TestClient, sample_ids: dict[str, str], side: str
) -> None:
    path = f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['04-tellan-r4']}"
    assert f'href="{path}/versions?side={side}"' in client.get(path).text
    text = client.get(f"{path}?view=one&figures=on").text
    assert f'href="{path}/versions{SWITCHED}&amp;side={side}"' in text
    assert f'data-newer="{path}/newer{SWITCHED}"' in text


def test_a_newer_version_of_one_article_on_both_sides_is_told_once(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    first, second, newest = (sample_ids[name] for name in ("01-tellan-r1", "02-tellan-r2", "04-tellan-r4"))
    text = client.get(f"/compare/{first}/{second}/newer?view=one&figures=on").text
    assert "This article has a newer version, of 14 March 2026, 17:10 UTC" in text
    assert addresses(text) == [f"/compare/{one}/{newest}{SWITCHED}" for one in (first, second)]
    assert "newer" not in client.get(f"/compare/{first}/{newest}/newer").text


def test_a_newer_version_of_the_other_outlet_is_told_of_that_side(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    old, other, newest = (
        sample_ids[name] for name in ("01-tellan-r1", "08-the-sarrow-islander", "04-tellan-r4")
    )
    for path, side, beside in (
        (f"{old}/{other}", "left", f"{newest}/{other}"),
        (f"{other}/{old}", "right", f"{other}/{newest}"),
    ):
        text = client.get(f"/compare/{path}/newer").text
        assert f"The {side} has a newer version" in text
        assert addresses(text) == [f"/compare/{beside}", f"/compare/{old}/{newest}"]


def test_headlines_that_differ_are_the_first_change_and_marked_with_the_words(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    path = f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['04-tellan-r4']}"
    text = client.get(path).text
    assert '<div class="pair change" id="headlines">' in text
    assert '<a href="#headlines">First of ' in text
    assert re.search(r"<h2[^>]*>.*<del>", text)
    plain = client.get(f"{path}?words=off").text
    assert not re.search(r"<h2[^>]*>.*<del>", plain)
    assert "The sign between two sentences says how they differ" in plain
