"""Whose forms are taken, and how often."""

import pytest
from starlette.requests import Request

from app.web.brought.admission import BURST, CLIENTS, SECONDS_EACH, Rate, client_of, require_own_page
from app.web.brought.refusal import Refused


def request(client: str | None = "192.0.2.1", **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "method": "POST",
        "scheme": "http",
        "path": "/compare-texts",
        "headers": raw,
        "client": (client, 5) if client else None,
        "server": ("192.0.2.9", 80),
    }
    return Request(scope)


@pytest.mark.parametrize(
    ("client", "known_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("2001:db8:1:2::1", "2001:0db8:0001:0002"),
        ("fe80::1%eth0", "fe80:0000:0000:0000"),
        ("127.0.0.1", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        (None, None),
        ("a name", "a name"),
    ],
)
def test_clients_are_told_apart_by_address_and_this_machine_is_none(
    client: str | None, known_as: str | None
) -> None:
    assert client_of(request(client)) == known_as


def test_no_header_says_who_a_client_is() -> None:
    spoofed = request(x_forwarded_for="127.0.0.1", forwarded="for=127.0.0.1", x_real_ip="127.0.0.1")
    assert client_of(spoofed) == "192.0.2.1"


def test_a_burst_then_one_at_a_time() -> None:
    now = 100.0
    rate = Rate(clock=lambda: now)
    assert [rate.take("a") for _ in range(BURST)] == [0.0] * BURST
    assert rate.take("a") == pytest.approx(SECONDS_EACH)
    assert rate.take("b") == 0.0  # another client
    now += SECONDS_EACH / 2
    assert rate.take("a") == pytest.approx(SECONDS_EACH / 2)
    now += SECONDS_EACH / 2
    assert rate.take("a") == 0.0
    assert rate.take("a") > 0
    now += 10_000.0
    assert [rate.take("a") for _ in range(BURST + 1)].count(0.0) == BURST  # no more than a burst comes back


def test_clients_that_are_remembered_are_bounded() -> None:
    rate = Rate(clock=lambda: 0.0)
    for number in range(CLIENTS + 1):
        rate.take(str(number))
    assert len(rate._known) == CLIENTS


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": "news.example"},
        {"host": "news.example", "origin": "http://news.example"},
        {"host": "news.example", "origin": "https://news.example"},  # TLS ends before this server
        {"host": "News.Example:8000", "origin": "http://news.example:8000"},
        {"host": "news.example", "origin": "http://news.example", "sec_fetch_site": "same-origin"},
        {"host": "news.example", "sec_fetch_site": "none"},
    ],
)
def test_forms_of_our_own_pages_and_of_programs_are_taken(headers: dict[str, str]) -> None:
    require_own_page(request(**headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "news.example", "origin": "null"},
        {"host": "news.example", "origin": ""},
        {"host": "news.example", "origin": "http://evil.example"},
        {"host": "news.example", "origin": "http://news.example.evil.example"},
        {"host": "news.example", "origin": "http://news.example:8001"},
        {"host": "news.example", "origin": "http://user@news.example"},
        {"host": "a/../b", "origin": "http://a/../b"},
        {"host": "news.example", "sec_fetch_site": "cross-site"},
        {"host": "news.example", "origin": "http://news.example", "sec_fetch_site": "same-site"},
    ],
)
def test_forms_from_elsewhere_are_not(headers: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        require_own_page(request(**headers))
    assert refused.value.status == 403
