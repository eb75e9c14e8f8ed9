"""Walking paths: order, what is passed over, what is refused."""

from pathlib import Path

from app.ingest.files import Refusal, read_files
from app.ingest.item import Item


def test_a_folder_is_read_in_order_and_refusals_do_not_stop_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Not inside.")
    folder = tmp_path / "folder"
    (folder / "b").mkdir(parents=True)
    for name in ("c.txt", "b/a.md", "a.text", ".hidden.txt", "README.md"):
        (folder / name).write_text("The wall gave way on Monday.")
    (folder / "d.pdf").write_text("x")
    (folder / "e.txt").write_text("")
    (folder / "f.txt").symlink_to(outside)
    (folder / "g.txt").symlink_to(folder / "c.txt")
    (folder / "h").symlink_to(folder)
    found = list(read_files([folder, tmp_path / "missing.txt"]))
    names = [Path(one.name if isinstance(one, Item) else one.path).name for one in found]
    assert names == ["a.text", "a.md", "c.txt", "d.pdf", "e.txt", "f.txt", "g.txt", "missing.txt"]
    refused = [one.message for one in found if isinstance(one, Refusal)]
    assert len(refused) == 4
    assert all(str(tmp_path) in message for message in refused)


def test_a_named_file_without_an_ending_is_text(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("The wall gave way on Monday.")
    (item,) = read_files([path])
    assert isinstance(item, Item)
    assert item.raw == path.read_bytes()
