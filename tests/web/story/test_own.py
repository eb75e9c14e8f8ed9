"""The page of what each version has of its own."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.compare.story.periods import Period
from app.text.content import Content
from app.web.periods import DAY, period
from tests.web.story.made import PATH, served, told

STORY = "/stories/port-ennick-tidal-barrier-failure/own"
WIRE = "The ferry Marigold ran aground off Pell Point late on Friday with 212 passengers aboard."
TAKEN = f"{WIRE} It rained."
ARABIC = "غرقت عبارة كبيرة قبالة الميناء في ساعة متأخرة من الليل"


def plain(html: str) -> str:
    """What a page says, without tags and in one line."""
    return " ".join(
        re.sub(r"<[^>]+>", "", re.sub(r"<(style|select|details).*?</\1>", "", html, flags=re.DOTALL)).split()
    )


def test_the_base_is_the_agency_s_first_report(client: TestClient) -> None:
    text = plain(client.get(STORY).text)
    assert (
        "The base is Tellan News Agency, 08:20 UTC: an agency’s own report (“PORT ENNICK (Tellan)”)." in text
    )
    assert "By their dates it is the first of 4 such versions." in text
    assert "92% seen earlier in Tellan News Agency, versions 1 and 2" in text
    assert "copied" not in text


def test_a_later_version_has_it_too_but_was_not_seen_earlier(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    base, ledger = sample_ids["04-tellan-r4"], sample_ids["05-harbour-ledger"]
    text = plain(client.get(f"{STORY}?base={base}&against=version&read={ledger}").text)
    assert "The base is Tellan News Agency, 17:10 UTC, as chosen." in text
    assert "What was taken away appeared later than this version." in text
    assert "also in Tellan News Agency, version 4" in text
    row = text[text.index("Harbour Ledger 14 March") : text.index("The Morning Tack 14 March")]
    assert "also in" in row
    assert "seen earlier" not in row


def test_only_the_own_words(client: TestClient, sample_ids: dict[str, str]) -> None:
    ledger = sample_ids["05-harbour-ledger"]
    answer = client.get(f"{STORY}?show=own&read={ledger}").text
    shown = answer[answer.index('class="own-text"') :]
    assert "told to leave" in shown
    assert "announced a public inquiry" not in shown
    assert re.search(
        r"… <a [^>]*>\d+ words</a> seen earlier in <bdi>Tellan News Agency, version 1</bdi> …", shown
    )
    addresses = re.findall(r'href="(/compare/[^"]*)#(r-[^"]*)"', shown)
    page = client.get(addresses[0][0].replace("&amp;", "&")).text
    assert f'id="{addresses[0][1]}"' in page


def test_the_text_is_whole(client: TestClient, sample_ids: dict[str, str]) -> None:
    answer = client.get(f"{STORY}?read={sample_ids['05-harbour-ledger']}").text
    shown = re.sub(r'<span class="hidden"[^>]*>.*?</span>', "", answer[answer.index('class="own-text"') :])
    assert "About 14,200 people were told to leave their homes in five wards" in plain(shown)


def test_sorting(client: TestClient) -> None:
    def shares(sort: str) -> list[int]:
        return [
            int(one)
            for one in re.findall(r'class="share"><b>(\d+)%', client.get(f"{STORY}?sort={sort}").text)
        ]

    assert shares("own") == sorted(shares("story"), reverse=True)
    assert shares("seen") == sorted(shares("story"))
    assert shares("words") != shares("story")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("base=aaaaaaaaaaaaaaaa", 404),
        ("read=aaaaaaaaaaaaaaaa", 404),
        ("version=aaaaaaaaaaaaaaaa", 404),
        ("against=x", 422),
        ("sort=x", 422),
        ("show=x", 422),
        ("base=&read=", 200),
    ],
)
def test_wrong_choices(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"{STORY}?{query}").status_code == status


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([told(WIRE)], ["This story has one version; there is no other text to set it against."]),
        (
            [told(WIRE, outlet="Echo"), told(TAKEN, outlet="Post")],
            ["None of 2 such versions has a date", "also in", "it cannot be said which came first"],
        ),
        (
            [told(WIRE, outlet="Echo", published="2031-05-16"), told(TAKEN, outlet="Post", published="2031-05-19")],
            ["no version names an agency as its source", "it is the first of 2 such versions.", "seen earlier in Echo"],
        ),
        (
            [
                told(WIRE, outlet="Echo", published="2031-05-16"),
                told(TAKEN, outlet="Post", published="2031-05-16T12:00:00Z"),
            ],
            ["The base is Post", "it may be the first of 2 such versions.", "it cannot be said which"],
        ),
        (
            [told(WIRE, outlet="Echo", published="2031-05-16"), told(TAKEN, outlet="Post", published="2031-05-17")],
            ["The base is Echo", "also in Echo", "it cannot be said which came first"],
        ),
        (
            [
                told("It rained.", outlet="Echo", published="2031-05-16T08:00Z"),
                told(WIRE, outlet="Echo", published="2031-05-16T08:00Z"),
                told(TAKEN, outlet="Post", published="2031-05-16T10:00Z"),
            ],
            ["As their dates are printed it may be the first of 3", "also in Echo, versions 1 and 2"],
        ),
        (
            [
                told(WIRE, outlet="Echo", published="2031-05-16T08:00Z"),
                told("It rained.", outlet="Post", published="2031-05-16T10:00Z"),
                told(TAKEN, outlet="Post", published="2031-05-16T10:00Z"),
            ],
            ["The base is Echo", "seen earlier in Echo"],
        ),
        (
            [told(WIRE, outlet="Echo", agency="Coast"), told(TAKEN, outlet="Post")],
            ["The base is Echo: it names an agency as its source (Coast)"],
        ),
        (
            [told(WIRE, outlet="Echo", published="2031-05-16"), told("", outlet="Post", published="2031-05-17")],
            ["has no text", "This version has no text to compare"],
        ),
        (
            [told(WIRE, outlet="Echo", published="2031-05-16"), told("It rained.", outlet="Post")],
            ["It is the only one of 2", "All of its 2 words are its own", "nothing is also in Echo"],
        ),
        (
            [
                told(ARABIC, outlet="الصدى", published="2031-05-16", language="ar"),
                told(f"{ARABIC}، ثم هطل المطر", outlet="البريد", published="2031-05-19", language="ar"),
            ],
            ["seen earlier in الصدى", "as its source. By their dates"],
        ),
    ],
)  # fmt: skip
def test_what_is_not_known_is_said(tmp_path: Path, versions: list[Content], expected: list[str]) -> None:
    with served(tmp_path, versions) as (client, _):
        answer = client.get(f"{PATH}/own")
        assert answer.status_code == 200
        text = plain(answer.text)
        assert [words for words in expected if words not in text] == []
        assert not re.search(r"[.…][A-Z]", text)
        assert client.get(f"{PATH}/own?show=own&versions=all&against=version").status_code == 200


@pytest.mark.parametrize(
    ("published", "length", "zoned"),
    [
        ("2031-05-16T10:05:00+02:00", 60, True),
        ("2031-05-16T10:05:00Z", 60, True),
        ("2031-05-16 10:05", 60, False),
        ("2031-05-16", DAY, False),
        ("2031-05", 31 * DAY, False),
        ("2031", 366 * DAY, False),
    ],
)
def test_a_period_is_as_long_as_the_date_is_vague(published: str, length: float, zoned: object) -> None:
    found = period(published)
    assert isinstance(found, Period)
    assert (found.end - found.start, found.zoned) == (length, zoned)


@pytest.mark.parametrize("published", [None, "", "yesterday", "2031-13-01"])
def test_no_period_without_a_date(published: str | None) -> None:
    assert period(published) is None
