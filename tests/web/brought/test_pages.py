"""Two brought texts through the form: compared, refused, taken away, and never kept."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.web.brought import bench, form
from app.web.brought.admission import BURST
from app.web.brought.refusal import Refused
from app.web.brought.texts import TEXT_LIMIT

LEFT = "The gate failed at noon.\n\nNobody was hurt in the town. The quay was closed."
RIGHT = "The gate failed at one.\n\nThe quay was closed. Nobody was hurt in the town."
ADDRESS = "/compare-texts"


def sent(left: str | bytes = LEFT, right: str | bytes = RIGHT, **more: str | bytes) -> dict[str, Any]:
    """The fields of the form as a browser sends them: both file fields are there, without a file."""
    nothing = ("", b"", "application/octet-stream")
    fields: dict[str, Any] = {"text_a": (None, left), "text_b": (None, right)}
    fields |= {"file_a": nothing, "file_b": nothing}
    return fields | {name: (None, value) for name, value in more.items()}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("brought") / "variorum.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def client(database: Path) -> Iterator[TestClient]:
    """A client on another machine, with a bucket of its own."""
    app = create_app(Settings(database_url=f"sqlite:///{database}"), ahead=False)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened


def test_two_texts_are_compared_at_once_and_nothing_of_them_is_kept(
    client: TestClient, database: Path
) -> None:
    before = database.read_bytes()
    answer = client.post(ADDRESS, files=sent(name_a="The Quay Post", name_b="Herald"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "<del>noon</del>" in answer.text
    assert "<ins>one</ins>" in answer.text
    assert "The Quay Post beside Herald" in answer.text
    assert "not kept" in answer.text
    assert not re.search(r'(?:href|action)="/(?:compare|versions|articles|stories)/', answer.text)
    assert database.read_bytes() == before
    assert not [file for file in database.parent.glob("variorum.db-wal") if file.stat().st_size]


def test_every_switch_is_an_address_for_the_same_form(client: TestClient) -> None:
    answer = client.post(f"{ADDRESS}?view=one&words=off", files=sent())
    assert answer.status_code == 200
    assert 'class="rows one"' in answer.text
    assert f'formaction="{ADDRESS}?view=one"' in answer.text  # words on again
    for address in set(re.findall(r'formaction="([^"]*)"', answer.text)):
        assert client.post(address.replace("&amp;", "&"), files=sent()).status_code == 200, address
    assert client.post(f"{ADDRESS}?view=three", files=sent()).status_code == 422
    assert client.get(f"{ADDRESS}?view=three").status_code == 422


def test_swapping_changes_the_sides(client: TestClient) -> None:
    answer = client.post(f"{ADDRESS}.json", files=sent(name_a="Left", swap="yes"))
    assert [answer.json()[side]["outlet"] for side in "ab"] == [None, "Left"]
    assert answer.json()["a"]["sentences"][0]["text"] == "The gate failed at one."


def test_it_can_be_taken_away(client: TestClient) -> None:
    taken = {
        ending: client.post(f"{ADDRESS}.{ending}", files=sent(LEFT * 2)) for ending in ("json", "txt", "html")
    }
    for ending, answer in taken.items():
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == f'attachment; filename="variorum-comparison.{ending}"'
        assert answer.headers["cache-control"] == "no-store"
    assert json.loads(taken["json"].text)["links"]
    assert "http-equiv" in taken["html"].text


def test_files_stand_over_what_is_typed_and_say_how_they_were_read(client: TestClient) -> None:
    files = sent("Typed in words. Not read.", "")
    files["file_a"] = (
        "../../x",
        "\ufeffThe gate failed.\r\n\r\nIt was noon.".encode("utf-16-le"),
        "text/plain",
    )
    files["file_b"] = ("b.txt", "The gate failed at the café. Où était-il à midi ?".encode("cp1252"), "x/y")
    answer = client.post(ADDRESS, files=files)
    assert answer.status_code == 200
    assert "Typed in words" not in answer.text
    assert "read as cp1252" in answer.text
    assert ">\nThe gate failed.\n\nIt was noon.</textarea>" in answer.text
    assert "../" not in answer.text


def test_what_the_form_gives_back_is_what_was_typed(client: TestClient) -> None:
    """A browser takes the first line break of a text area away, and ends lines in its own manner."""
    typed = "\r\n\r\nA head that stands alone\r\n\r\n  The gate failed at noon. It was <b>closed</b>.\r\n"
    answer = client.post(ADDRESS, files=sent(typed))
    given = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", answer.text, re.DOTALL)[0]
    assert given == typed.replace("\r\n", "\n").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize("field", ["text_a", "name_a"])
@pytest.mark.parametrize(
    "text", ["</textarea><script>alert(1)</script> The gate.", '" onfocus="alert(1)" x="', "{{7*7}} is it."]
)
def test_text_is_text(client: TestClient, field: str, text: str) -> None:
    answer = client.post(ADDRESS, files=sent() | {field: (None, text)})
    assert answer.status_code in (200, 422)
    assert "<script>" not in answer.text
    assert 'onfocus="' not in answer.text
    assert "49 is it" not in answer.text


def test_what_is_typed_stays_where_the_other_side_is_empty(client: TestClient) -> None:
    answer = client.post(ADDRESS, files=sent(LEFT, " \r\n", name_a="The Quay Post"))
    assert answer.status_code == 422
    assert "The right text is empty" in answer.text
    assert LEFT in answer.text
    assert 'value="The Quay Post"' in answer.text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"text_a": (None, "12 34 56")}, "The left text: there is no sentence in it"),
        ({"text_b": (None, "A gate\0 failed. It was noon.")}, "The right text holds NUL"),
        ({"text_a": (None, b"A gate \xed\xa0\x80 failed.")}, "half of a character"),
        ({"text_a": (None, b"A gate \xff failed.")}, "not in UTF-8"),
        ({"text_a": (None, "<!doctype html><p>The gate failed. It was noon.")}, "this is a web page"),
        ({"name_a": (None, "n" * 201)}, "The left name is longer than 200"),
        ({"name_b": (None, "n\x07")}, "The right name"),
        ({"file_a": ("a.txt", b"\x7fELF and so on", "text/plain")}, "The left file: this is a program"),
        ({"file_b": ("b.txt", b"", "text/plain")}, "The right file: the file is empty"),
    ],
)
def test_what_is_no_text_is_refused_in_words(client: TestClient, changed: dict[str, Any], says: str) -> None:
    answer = client.post(ADDRESS, files=sent() | changed)
    assert answer.status_code == 422
    assert says in answer.text
    assert "\0" not in answer.text


@pytest.mark.parametrize(("length", "status"), [(TEXT_LIMIT, 200), (TEXT_LIMIT + 1, 413)])
@pytest.mark.parametrize("as_file", [False, True])
def test_the_longest_text(client: TestClient, length: int, status: int, as_file: bool) -> None:
    text = ("The gate at the é quay held. " * (length // 29 + 1))[: length - 1] + "."
    assert len(text) == length
    fields = sent()
    if as_file:
        fields["file_a"] = ("a.txt", text.encode(), "text/plain")
    else:
        fields["text_a"] = (None, text)
    answer = client.post(f"{ADDRESS}.json", files=fields)
    assert answer.status_code == status
    if status == 413:
        assert "has 100,001 characters; the limit is 100,000" in answer.json()["detail"]


def body_of(length: int) -> tuple[bytes, dict[str, str]]:
    """A form of so many bytes, the rest in a preamble, and its header."""
    form_ = "".join(
        f'--xyz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in (("text_a", LEFT), ("text_b", RIGHT))
    )
    padding = '--xyz\r\nContent-Disposition: form-data; name="more"\r\n\r\n'
    end = "\r\n--xyz--\r\n"
    rest = length - len(form_) - len(padding) - len(end)
    return f"{form_}{padding}{'x' * rest}{end}".encode(), {
        "content-type": "multipart/form-data; boundary=xyz"
    }


@pytest.mark.parametrize(("length", "status"), [(form.BODY_LIMIT, 200), (form.BODY_LIMIT + 1, 413)])
@pytest.mark.parametrize("declared", [True, False])
def test_the_largest_body(client: TestClient, length: int, status: int, declared: bool) -> None:
    body, headers = body_of(length)
    assert len(body) == length
    pieces = (body[at : at + 65_536] for at in range(0, length, 65_536))
    answer = client.post(ADDRESS, content=body if declared else pieces, headers=headers)
    assert ("content-length" in answer.request.headers) is declared
    assert answer.status_code == status
    assert ("larger than 2,000,000 bytes" in answer.text) is (status == 413)


def test_what_is_far_too_large_is_not_even_read(client: TestClient) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x", "content-length": str(10**15)}
    assert client.post(ADDRESS, content=b"", headers=headers).status_code == 413


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"text_a=a&text_b=b", 415),
        ("application/json", b"{}", 415),
        ("", b"", 415),
        ("multipart/form-data; boundary=x; charset=utf-16", b"", 415),
        ("multipart/form-data", b"", 415),
        ("multipart/form-data; charset", b"", 415),
        ("multipart/form-data; bound=x", b"--x--", 422),
        ("multipart/form-data; boundary=x", b"", 422),
        ("multipart/form-data; boundary=x", b"no form at all", 422),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", 422),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\n" + b"A: b\r\n" * 2000 + b'Content-Disposition: form-data; name="a"\r\n\r\na\r\n--x--',
            422,
        ),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nA: " + b"b" * 9000 + b'\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n--x--',
            422,
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n' * 30_000,
            422,
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\na\r\n' * 3 + b"--x--",
            422,
        ),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="text_a"\r\n\r\na',
            422,
        ),
    ],
)
def test_what_is_no_form_is_refused(client: TestClient, kind: str, body: bytes, status: int) -> None:
    answer = client.post(ADDRESS, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(("fields", "status"), [(form.FIELDS, 422), (form.FIELDS + 1, 422)])
def test_fields_are_counted(client: TestClient, fields: int, status: int) -> None:
    """As many as may be: both texts are missing. One more: no form."""
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post(ADDRESS, content=part * fields + b"--x--", headers=headers)
    assert answer.status_code == status
    assert ("more fields than this one" in answer.text) is (fields > form.FIELDS)


@pytest.mark.parametrize("origin", ["null", "http://evil.example"])
def test_a_form_from_another_site_is_not_taken(client: TestClient, origin: str) -> None:
    answer = client.post(ADDRESS, files=sent(), headers={"origin": origin})
    assert answer.status_code == 403
    assert client.post(ADDRESS, files=sent(), headers={"origin": "http://testserver"}).status_code == 200


def test_who_asks_too_often_is_told_when_to_come_again(client: TestClient) -> None:
    answers = [client.post(ADDRESS, files=sent("", "")).status_code for _ in range(BURST)]
    assert answers == [422] * BURST
    for forwarded in ("127.0.0.1", "198.51.100.7"):
        answer = client.post(ADDRESS, files=sent(), headers={"x-forwarded-for": forwarded})
        assert answer.status_code == 429
        assert answer.headers["retry-after"] in {"1", "2"}
        assert f"more than {BURST} comparisons" in answer.text
    assert client.get(ADDRESS).status_code == 200


def test_too_many_at_once_are_sent_away_and_the_others_served(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "WAITING", -bench.AT_ONCE)
    answer = client.post(ADDRESS, files=sent())
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    monkeypatch.undo()
    assert client.post(ADDRESS, files=sent()).status_code == 200


def test_places_are_given_back_whatever_happens() -> None:
    async def run() -> None:
        def fail() -> Any:
            raise Refused(422, "no")

        places = bench.Bench(None)  # type: ignore[arg-type]  # nothing is read here
        for _ in range(bench.AT_ONCE + bench.WAITING + 1):
            with pytest.raises(Refused, match="no"):
                await places.run(fail)

    with start_blocking_portal() as portal:  # a thread of its own: in this one the browser's loop may run
        portal.call(run)


def test_the_addresses_to_take_away_only_take_a_form(client: TestClient) -> None:
    for ending in ("json", "txt", "html"):
        answer = client.get(f"{ADDRESS}.{ending}")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "POST"
