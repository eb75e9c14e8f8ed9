"""From paths into the store: where items come to lie, and what is said about it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import InputError
from app.ingest.importer import Imported, Overrides, PassedOver, Refusal, import_paths
from app.store import Store, upgrade

TEXT = "The ferry came in late on Friday, the harbour office said.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'v.db'}"
    upgrade(url)
    with Store(url) as opened:
        yield opened


def write(path: Path, matter: str = "", text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{matter}\n---\n{text}" if matter else text, encoding="utf-8")
    return path


def take(store: Store, path: Path, overrides: Overrides = Overrides()) -> Imported:  # noqa: B008
    (outcome,) = import_paths(store, [path], overrides)
    assert isinstance(outcome, Imported), outcome
    return outcome


@pytest.mark.parametrize(
    ("matter", "overrides", "warned"),
    [
        ("", Overrides(story="Ferry"), None),
        ("", Overrides(story=" Ferry "), None),
        ("", Overrides(story="Storm"), "“Storm”"),
        ("", Overrides(story=""), None),
        ("story: Storm", Overrides(), "“Storm”"),
        ("story: Storm", Overrides(story="Ferry"), None),
        ("story: Ferry", Overrides(story="Gale"), "“Gale”"),
        ("", Overrides(), None),  # the folder's name asks for nothing
    ],
)
@pytest.mark.parametrize("revised", [False, True], ids=["known", "further version"])
def test_a_story_that_an_item_does_not_go_to_is_said(
    store: Store, tmp_path: Path, matter: str, overrides: Overrides, warned: str | None, revised: bool
) -> None:
    key = Overrides(story="Ferry", article="ferry")
    take(store, write(tmp_path / "news" / "a.txt"), key)
    write(tmp_path / "again" / "a.txt", matter, TEXT + ("It had engine trouble.\n" if revised else ""))
    outcome = take(store, tmp_path / "again", Overrides(story=overrides.story, article="ferry"))
    assert outcome.result.outcome == ("added" if revised else "known")
    assert outcome.result.story_title == "Ferry"
    told = f"lies in the story “Ferry”, as its article does, not in {warned}."
    assert [told in warning for warning in outcome.warnings] == ([True] if warned else [])
    assert store.story_count() == 1


@pytest.mark.parametrize(
    ("folder", "matter", "given", "story"),
    [
        ("late ferry", "", None, "late ferry"),
        ("late ferry", "story: Ferry", None, "Ferry"),
        ("late ferry", "story: Ferry", "Quay", "Quay"),
        ("late ferry", "", "  ", "late ferry"),
    ],
)
def test_where_a_new_item_goes(
    store: Store, tmp_path: Path, folder: str, matter: str, given: str | None, story: str
) -> None:
    write(tmp_path / folder / "a.txt", matter)
    assert take(store, tmp_path / folder, Overrides(story=given)).result.story_title == story


@pytest.mark.parametrize(
    ("first", "second", "overrides"),
    [
        ("article: ferry", "article: ferry", Overrides()),
        ("", "", Overrides(article="ferry")),
        ("article: ferry", "", Overrides(article="ferry")),
        ("url: https://coast.example/ferry", "url: https://coast.example/ferry\narticle: ferry", Overrides()),
    ],
)
def test_two_files_become_one_article(
    store: Store, tmp_path: Path, first: str, second: str, overrides: Overrides
) -> None:
    one = take(store, write(tmp_path / "a.txt", first), overrides).result
    two = take(store, write(tmp_path / "b.txt", second, TEXT + "It had engine trouble.\n"), overrides).result
    assert (two.article_id, two.number, two.story_slug) == (one.article_id, 2, one.story_slug)


def test_the_same_file_with_its_date_set_right_is_a_further_version(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    one = take(store, path).result
    two = take(store, path, Overrides(published="2026-05-16")).result
    assert (two.article_id, two.number) == (one.article_id, 2)


def test_an_option_that_cannot_be_taken_stops_before_anything_is_kept(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'noon-ish'"):
        list(import_paths(store, [write(tmp_path / "a.txt")], Overrides(published="noon-ish")))
    assert store.story_count() == 0


def test_other_kinds_are_told_once_and_addresses_as_given(store: Store, tmp_path: Path) -> None:
    for name in ("x/a.txt", "x/b.jpg", "y/c.html", "y/d.docx", "y/e.csv", "y/.f.jpg"):
        write(tmp_path / name)
    told: list[PassedOver] = []
    address = "https://coast.example//ferry"
    outcomes = list(import_paths(store, [tmp_path / "x", str(tmp_path / "y"), address], report=told.append))
    assert [type(one) for one in outcomes] == [Imported, Refusal]
    assert isinstance(outcomes[1], Refusal)
    assert outcomes[1].message.startswith(f"{address}: ")
    examples = tuple(str(tmp_path / name) for name in ("x/b.jpg", "y/c.html", "y/d.docx"))
    assert told == [PassedOver(4, examples)]
    assert str(told[0]).startswith("passed over 4 files of other kinds than .txt, .text, .md: ")


def test_the_worked_example_of_the_documents_is_true(store: Store, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
    files = dict(re.findall(r"`gate/(\w+\.txt)`\n\n```\n(.*?)```", page, re.DOTALL))
    for name, text in files.items():
        write(tmp_path / "gate" / name, text=text)
        write(tmp_path / name, text=text.split("---\n")[2])
    first = [one.result for one in import_paths(store, [tmp_path / "gate"]) if isinstance(one, Imported)]
    assert [one.number for one in first] == [1, 2]
    printed = re.findall(r"^added (\w{16})  gate/", page, re.MULTILINE)
    assert [one.version_id for one in first] == printed
    listed = [head.id for head in store.article(first[0].article_id).versions]
    assert f"variorum compare {' '.join(listed)}" in page
    commands = re.findall(r"^variorum import (\w+\.txt) (--.*)$", page, re.MULTILINE)
    for name, options in commands:
        given = dict(zip(*[iter(shlex.split(options))] * 2, strict=True))
        outcome = take(store, tmp_path / name, Overrides(**{key[2:]: value for key, value in given.items()}))
        assert outcome.result.outcome == "known"
        assert outcome.warnings == ()
    assert {name for name, _ in commands} == set(files)
