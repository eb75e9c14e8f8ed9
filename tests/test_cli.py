"""The command line, as a person or a script meets it: what is printed, and the exit status."""

import json
import re
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.batch import TEXT_LIMIT
from app.cli import main
from app.compare.collating import MOST_VERSIONS
from app.compare.comparison import ENGINE
from app.resources import SAMPLE

from .embedding.tiny_model import write_model

A = "The gate failed at noon. Water reached the old quay within the hour."
B = "The gate failed at noon. Water reached the new quay within the hour."


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str

    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Done]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Done]:
    """Runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VARIORUM_DATABASE_URL", f"sqlite:///{tmp_path / 'v.db'}")
    monkeypatch.setenv("COLUMNS", "120")
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        said = capsys.readouterr()
        return Done(int(stopped.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that differ in one word."""
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(A, encoding="utf-8")
    b.write_text(B, encoding="utf-8")
    return a, b


@pytest.mark.parametrize(
    "arguments",
    [["nope"], ["compare"], ["compare", "a.txt"], ["compare", "a", "b", "--format", "pdf"], ["import"],
     ["compare", "a", "b", "--batch", "f"], ["serve", "--port", "70000"], ["serve", "--workers", "0"], ["db", "nope"],
     ["extract"], ["import", "x", "--nope"], ["collate"], ["collate", "a", "--format", "text"]],
)  # fmt: skip
def test_wrong_usage_is_status_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert "Usage" in done.err


def test_help_and_version(run: Run) -> None:
    assert "serve" in run("--help").out
    assert "--story" in run("import", "--help").out
    assert run("--version").out.startswith("variorum ")


def test_import_says_a_line_per_item_and_adds_once(run: Run) -> None:
    first = run("import", SAMPLE)
    assert first.status == 0
    assert [line.split()[0] for line in first.lines()] == ["added"] * 8
    assert "8 added, in " in first.err
    assert "/stories/port-ennick-tidal-barrier-failure" in first.err
    again = run("import", SAMPLE)
    assert again.status == 0
    assert [line.split()[0] for line in again.lines()] == ["known"] * 8
    assert "8 known" in run("import", "--sample").err


def test_import_keeps_the_rest_of_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(A, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "program.txt").write_bytes(b"\x7fELF\x00\x00")
    done = run("import", folder, tmp_path / "missing.txt", "https://news.example/a")
    assert done.status == 1
    assert "1 added, 4 refused" in done.err
    refused = [line for line in done.lines() if line.startswith("refused ")]
    for name, line in zip(
        ("empty.txt", "program.txt", "missing.txt", "https://news.example/a"), refused, strict=True
    ):
        assert name in line


def test_other_kinds_of_files_in_a_folder_are_passed_over(run: Run, texts: tuple[Path, Path]) -> None:
    (texts[0].parent / "photo.jpg").write_bytes(b"\xff\xd8")
    done = run("import", texts[0].parent)
    assert done.status == 0
    assert "photo.jpg" in done.err
    assert run("import", texts[0].parent / "photo.jpg").status == 1


def test_two_files_of_one_article(run: Run, texts: tuple[Path, Path]) -> None:
    done = run("import", *texts, "--outlet", "The Ledger", "--article", "gate", "--story", "Gate")
    assert done.status == 0
    other = run("import", texts[0], "--outlet", "The Ledger", "--article", "gate", "--story", "Another")
    assert "lies in the story “Gate”" in other.err
    assert run("import", texts[0], "--outlet", " ").status == 0


@pytest.mark.parametrize("command", [["import"], ["extract"], ["compare", "a.txt"]])
def test_a_name_that_no_file_can_have(run: Run, texts: tuple[Path, Path], command: list[str]) -> None:
    assert texts
    assert run(*command, "a" * 5000).status == 1


def test_options_stand_over_the_file(run: Run, texts: tuple[Path, Path]) -> None:
    assert run("import", texts[0], "--outlet", "The Ledger", "--story", "Gate").status == 0
    assert "The Ledger" in run("import", texts[0], "--outlet", "The Ledger").out
    refused = run("import", texts[0], "--published", "noon-ish")
    assert refused.status == 1
    assert "noon-ish" in refused.err + refused.out


def test_compare_as_text(run: Run, texts: tuple[Path, Path]) -> None:
    done = run("compare", *texts)
    assert done.status == 0
    assert "= The gate failed at noon." in done.lines()
    assert "! Water reached the [-old-]{+new+} quay within the hour." in done.lines()
    assert "\x1b" not in done.out


def test_compare_says_exactly_the_same(run: Run, texts: tuple[Path, Path]) -> None:
    assert run("compare", texts[0], texts[0]).lines()[-1] == "exactly the same"


def test_compare_as_json_joins_to_the_texts(run: Run, texts: tuple[Path, Path]) -> None:
    answer = json.loads(run("compare", *texts, "--format", "json").out)
    assert set(answer) >= {
        "id",
        "engine",
        "a",
        "b",
        "links",
        "only_a",
        "only_b",
        "quotes",
        "figures",
        "reuse",
        "summary",
    }
    assert [link["kind"] for link in answer["links"]] == ["verbatim", "edited"]
    for link in answer["links"]:
        for side in "ab":
            sentences = [answer[side]["sentences"][k]["text"] for k in link[side]]
            assert "".join(change[side] for change in link["changes"]) == " ".join(sentences)


def test_compare_as_one_page(run: Run, texts: tuple[Path, Path]) -> None:
    page = run("compare", *texts, "--format", "html").out
    assert page.lstrip().startswith("<!doctype html>")
    assert "<del>old</del>" in page
    assert "<ins>new</ins>" in page
    assert "<script" not in page
    assert 'href="/' not in page


def test_compare_stored_versions(run: Run, texts: tuple[Path, Path]) -> None:
    ids = [line.split()[1] for line in run("import", *texts).lines()]
    assert "[-old-]{+new+}" in run("compare", *ids).out
    unknown = run("compare", "a" * 16, ids[0])
    assert unknown.status == 1
    assert "aaaaaaaaaaaaaaaa" in unknown.err


@pytest.mark.parametrize("name", ["missing.txt", "", "."])
def test_compare_names_what_it_cannot_read(run: Run, texts: tuple[Path, Path], name: str) -> None:
    done = run("compare", texts[0], name)
    assert done.status == 1
    assert done.err.startswith("variorum:")


def test_batch_goes_on_after_a_bad_record(run: Run, tmp_path: Path) -> None:
    records = [
        json.dumps({"id": 1, "a": {"text": A, "title": "t"}, "b": {"text": B, "title": "t"}}),
        "",
        "{not json",
        json.dumps({"id": "three", "a": {"text": A}}),
        json.dumps({"id": 4, "a": {"text": "a\ud800"}, "b": {"text": B}}),
        json.dumps({"id": 5, "a": {"text": "one thing"}, "b": {"text": "quite another"}, "as": "sentence"}),
        json.dumps({"id": 6, "a": {"text": A}, "b": {"text": B}, "as": "word"}),
        json.dumps([1]),
    ]
    file = tmp_path / "batch.jsonl"
    file.write_text("\n".join(records), encoding="utf-8")
    done = run("compare", "--batch", file)
    answers = [json.loads(line) for line in done.lines()]
    assert done.status == 1
    assert [answer["id"] for answer in answers] == [1, None, "three", 4, 5, 6, None]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False, True, True]
    assert len(answers[0]["links"]) == 2
    assert answers[4]["links"][0]["changes"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": "\xe9"}', "line 2 is not JSON in UTF-8"),
        (b'{"id": ' + b"9" * 5000 + b"}", "line 2 is not JSON"),
        (b"[" * 100_000, "line 2 is not JSON"),
        (b'{"id": NaN}', "NaN"),
        (b'{"id": 1e999}', '"id" holds'),
        (b'{"id": "\\ud800"}', '"id" holds'),
        (b'{"id": 1, "as": [], "a": {"text": "x"}, "b": {"text": "y"}}', '"as" is []'),
        (b'{"id": 1, "as": "sentence", "a": {"text": " "}, "b": {"text": "y"}}', '"a.text" is blank'),
        (b'{"id": 1, "as": "sentence", "a": {"text": "x"}, "b": {"text": "y\\u0000"}}', '"b.text" holds NUL'),
        (b'{"id": 1, "a": {"text": "x", "title": 4}, "b": {"text": "y"}}', '"a.title" is not text'),
        (b'{"id": 1, "a": {"text": "...", "title": "t"}, "b": {"text": "y"}}', '"a.text": '),
        (b'{"id": 1, "a": ["x"], "b": {"text": "y"}}', '"a" is missing'),
    ],
)
def test_one_bad_record_stops_no_other(run: Run, tmp_path: Path, line: bytes, said: str) -> None:
    good = json.dumps({"id": "good", "a": {"text": A, "title": "t"}, "b": {"text": B, "title": "t"}}).encode()
    (tmp_path / "batch.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join([good, line, good]))
    done = run("compare", "--batch", tmp_path / "batch.jsonl")
    first, bad, last = map(json.loads, done.lines())
    assert (done.status, first["id"], last["id"]) == (1, "good", "good")
    assert said in bad["error"]


def test_a_text_at_the_limit_is_compared_and_one_beyond_is_not(run: Run, tmp_path: Path) -> None:
    record = {"id": 1, "a": {"text": "a" * TEXT_LIMIT, "title": "t"}, "b": {"text": "b", "title": "t"}}
    over = {"id": 2, "a": {"text": "a" * (TEXT_LIMIT + 1), "title": "t"}, "b": {"text": "b", "title": "t"}}
    (tmp_path / "batch.jsonl").write_text("\n".join(map(json.dumps, [record, over])), encoding="utf-8")
    answers = [json.loads(line) for line in run("compare", "--batch", tmp_path / "batch.jsonl").lines()]
    assert ["error" in answer for answer in answers] == [False, True]
    assert "5,000,001 characters" in answers[1]["error"]


def test_batch_needs_a_file(run: Run) -> None:
    assert run("compare", "--batch", "missing").status == 1


def test_json_holds_nothing_that_a_terminal_obeys(run: Run, tmp_path: Path) -> None:
    record = {
        "id": "\x9b31m\u202e",
        "a": {"text": "Red \x9b31m text.", "title": "t"},
        "b": {"text": B, "title": "t"},
    }
    (tmp_path / "batch.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = run("compare", "--batch", tmp_path / "batch.jsonl")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out)
    assert json.loads(done.out)["id"] == record["id"]


def test_extract(run: Run, tmp_path: Path) -> None:
    done = run("extract", SAMPLE / "05-harbour-ledger.txt", tmp_path / "missing.txt")
    assert done.status == 1
    (answer,) = map(json.loads, done.lines())
    assert answer["title"].startswith("Three dead as jammed barrier gate")
    assert answer["byline"] == "Tellan staff"
    assert answer["standfirst"].startswith("A gate that stuck")
    assert {block["kind"] for block in answer["blocks"]} == {"paragraph", "caption", "credit", "boilerplate"}
    assert "Sign up" not in answer["text"]
    assert "newsletter" not in answer["text"]
    assert answer["text"].startswith("PORT ENNICK (Tellan) —")
    assert answer["text"].endswith("would ease during the day.")


def test_database_commands(run: Run, tmp_path: Path) -> None:
    assert run("db", "check").status == 1  # there is none yet
    assert run("db", "upgrade").status == 0
    assert "sound" in run("db", "check").out
    assert run("db", "backup", tmp_path / "copy.db").status == 0
    assert (tmp_path / "copy.db").is_file()
    assert run("db", "backup", tmp_path / "copy.db").status == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("WORKERS", "0"),
        ("BASE_URL", "news.example"),
        ("BASE_URL", "https://h:99999"),
        ("DATABASE_URL", "nope"),
        ("EMBEDDING_MODEL", "/nope"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_is_quoted(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"VARIORUM_{name}", value)
    done = run("serve")
    assert done.status == 1
    assert value in done.err
    assert name in done.err


@pytest.mark.parametrize("command", ["serve", "compare", "batch", "import"])
def test_a_model_that_cannot_be_loaded_stops_every_command_that_needs_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, texts: tuple[Path, Path], command: str
) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for name in ("model.onnx", "tokenizer.json"):
        (model / name).write_bytes(b"broken")
    monkeypatch.setenv("VARIORUM_EMBEDDING_MODEL", str(model))
    arguments = {"compare": texts, "batch": ("--batch", texts[0]), "import": (texts[0],), "serve": ()}
    done = run(command.replace("batch", "compare"), *arguments[command])
    assert done.status == 1
    assert f"VARIORUM_EMBEDDING_MODEL='{model}': tokenizer.json cannot be read" in done.err.replace("\n", "")
    assert not (tmp_path / "v.db").exists()


def test_with_a_model_imported_versions_are_embedded_and_files_compared_by_meaning(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, texts: tuple[Path, Path]
) -> None:
    monkeypatch.setenv("VARIORUM_EMBEDDING_MODEL", str(write_model(tmp_path / "model")))
    assert run("import", *texts).status == 0
    with closing(sqlite3.connect(tmp_path / "v.db")) as connection:
        (count,) = connection.execute("SELECT count(*) FROM meanings").fetchone()
    assert count == 2
    monkeypatch.delenv("VARIORUM_EMBEDDING_MODEL")
    assert json.loads(run("compare", *texts, "--format", "json").out)["engine"] == ENGINE
    monkeypatch.setenv("VARIORUM_EMBEDDING_MODEL", str(tmp_path / "model"))
    by_files = json.loads(run("compare", *texts, "--format", "json").out)
    assert by_files["engine"].startswith(f"{ENGINE}+")
    assert json.loads(run("compare", by_files["a"]["version"], texts[1], "--format", "json").out) == by_files


def test_a_taken_port_is_named(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", port)
    assert done.status == 1
    assert str(port) in done.err


def test_a_password_in_a_wrong_setting_is_not_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VARIORUM_DATABASE_URL", "postgresql://me:secret@db.example/news")
    done = run("serve")
    assert done.status == 1
    assert "secret" not in done.err
    assert "db.example" in done.err


def test_no_headline_is_said_and_typesetting_is_no_difference(run: Run, tmp_path: Path) -> None:
    body = "The mayor's plan to mend the gate was carried by nine votes to four on Monday evening."
    for name, title in (("a", "title: Mayor's plan wins\n"), ("b", "title: Mayor’s plan wins\n"), ("c", "")):
        (tmp_path / f"{name}.txt").write_text(f"---\n{title}language: en\n---\n{body}\n", encoding="utf-8")
    assert run("compare", "a.txt", "b.txt").lines()[-1] == "exactly the same"
    untitled = run("compare", "a.txt", "c.txt")
    assert "no headline: first words" in untitled.lines()[1]
    assert "exactly the same" not in untitled.out
    assert "no headline: first words" in run("compare", "a.txt", "c.txt", "--format", "html").out


def test_names_are_printed_as_they_are(run: Run) -> None:
    assert ":cat:[red].txt" in run("compare", ":cat:[red].txt", "b.txt").err


def test_headlines_without_a_common_word_are_not_marked(run: Run, tmp_path: Path) -> None:
    for name, title in (("a", "Gate fails at dawn"), ("b", "Town under water"), ("c", "Gate holds")):
        text = f"---\ntitle: {title}\nlanguage: en\n---\nThe gate was mended on Monday, the mayor said.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    page = run("compare", "a.txt", "b.txt", "--format", "html").out
    assert page.count("<del>") == page.count("<del>struck</del>")  # the legend's
    assert "<del>fails at dawn</del>" in run("compare", "a.txt", "c.txt", "--format", "html").out
    assert not [line for line in run("compare", "a.txt", "b.txt").lines() if line.startswith("!")]


def test_collate_gives_json_of_all_versions(run: Run, texts: tuple[Path, Path]) -> None:
    done = run("collate", *texts)
    assert (done.status, done.err) == (0, "")
    answer = json.loads(done.out)
    assert [len(version["sentences"]) for version in answer["versions"]] == [2, 2]
    assert [one["members"] for one in answer["statements"]] == [{"0": [0], "1": [0]}, {"0": [1], "1": [1]}]
    assert json.loads(run("collate", texts[0].parent).out) == answer


def test_collate_gives_one_page(run: Run, texts: tuple[Path, Path]) -> None:
    page = run("collate", *texts, "--format", "html").out
    assert page.startswith("<!doctype html>")
    assert "Water reached the old quay" in page
    assert "src=" not in page


def test_collate_takes_version_ids(run: Run, texts: tuple[Path, Path]) -> None:
    ids = [line.split()[1] for line in run("import", *texts).lines()]
    assert [one["id"] for one in json.loads(run("collate", *ids).out)["versions"]] == ids


def test_collate_says_what_it_refuses_and_goes_on(run: Run, texts: tuple[Path, Path]) -> None:
    done = run("collate", *texts, "missing.txt")
    assert done.status == 1
    assert "missing.txt" in done.err
    assert len(json.loads(done.out)["versions"]) == 2
    nothing = run("collate", "missing.txt")
    assert (nothing.status, nothing.out) == (1, "")
    assert "nothing to collate" in nothing.err


def test_collate_takes_so_many_versions_and_no_more(run: Run, texts: tuple[Path, Path]) -> None:
    assert len(json.loads(run("collate", *texts * (MOST_VERSIONS // 2)).out)["versions"]) == MOST_VERSIONS
    done = run("collate", *texts * (MOST_VERSIONS // 2), texts[0])
    assert (done.status, done.out) == (1, "")
    assert "51 versions are too many to collate; the limit is 50" in done.err
