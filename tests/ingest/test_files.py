"""Walking paths: order, what is passed over, what is refused."""

import os
from pathlib import Path

import pytest

from app.ingest.files import PassedOver, Refusal, read_files
from app.ingest.item import Item

TEXT = "The wall gave way on Monday."


def test_a_folder_is_read_in_order_and_refusals_do_not_stop_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Not inside.")
    folder = tmp_path / "folder"
    (folder / "b").mkdir(parents=True)
    for name in ("c.txt", "b/a.md", "a.text", ".hidden.txt", "README.md"):
        (folder / name).write_text(TEXT)
    (folder / "d.pdf").write_text("x")
    (folder / "e.txt").write_text("")
    (folder / "f.txt").symlink_to(outside)
    (folder / "g.txt").symlink_to(folder / "c.txt")
    (folder / "h").symlink_to(folder)
    (folder / "i").symlink_to(tmp_path)
    (folder / "j.jpg").symlink_to(outside)
    (folder / "k").write_text(TEXT)
    (folder / "l.JPG").symlink_to("nowhere")
    told: list[PassedOver] = []
    found = list(read_files([folder, tmp_path / "missing.txt"], report=told.append))
    names = [Path(one.name if isinstance(one, Item) else one.path).name for one in found]
    assert names == ["a.text", "a.md", "c.txt", "e.txt", "f.txt", "g.txt", "i", "missing.txt"]
    refused = [one.message for one in found if isinstance(one, Refusal)]
    assert len(refused) == 4
    assert all(str(tmp_path) in message for message in refused)
    examples = tuple(str(folder / name) for name in ("d.pdf", "j.jpg", "k"))
    assert told == [PassedOver(4, examples)]


def test_nothing_is_told_where_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    told: list[PassedOver] = []
    assert len(list(read_files([tmp_path], report=told.append))) == 1
    assert told == []


def test_a_named_file_without_an_ending_is_text(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text(TEXT)
    (item,) = read_files([path])
    assert isinstance(item, Item)
    assert item.raw == path.read_bytes()


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ("missing.txt", "no such file"),
        ("", "no such file"),
        ("a.txt/b", "no such file"),
        ("a.jpg", "of this kind"),
        ("a" * 5000, "cannot be opened (File name too long)"),
        ("a/" * 3000, "cannot be opened (File name too long)"),
        ("loop", "cannot be opened (Too many levels of symbolic links)"),
        ("a\0b.txt", "no file can have this name"),
        ("\ud800.txt", "no file can have this name"),
        ("/dev/null", "device"),
        ("https://coast.example//a", "addresses are not fetched"),
        ("HTTP://coast.example", "addresses are not fetched"),
    ],
)
@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_that_cannot_be_read_is_a_refusal(
    given: str, cause: str, kind: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.jpg").write_text(TEXT)
    (tmp_path / "loop").symlink_to("loop")
    if given == "" and kind is Path:
        pytest.skip("the path of an empty text is the folder one is in")
    (found,) = read_files([kind(given)])
    assert isinstance(found, Refusal)
    assert cause in found.message
    assert found.message.startswith(f"{found.path or repr('')}: ")
    if kind is str and given.isprintable():
        assert found.path == given


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
def test_a_folder_that_may_not_be_read_is_a_refusal(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    folder.chmod(mode)
    try:
        for given in (folder, tmp_path, folder / "a.txt") if mode != 0o100 else (folder, tmp_path):
            (found,) = read_files([given])
            assert isinstance(found, Refusal)
            assert "Check its" in found.message
    finally:
        folder.chmod(0o700)


def test_folders_nested_beyond_any_stack_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("a")  # noqa: PTH102
        os.chdir("a")
    Path("a.txt").write_text(TEXT)
    os.chdir(tmp_path)
    (found,) = read_files(["a"])
    assert isinstance(found, Item)
    os.chdir(Path(found.name).parent)
    Path("a.txt").unlink()
    for _ in range(1200):  # what cleans up after tests does stop at such a depth
        os.chdir("..")
        os.rmdir("a")  # noqa: PTH106
