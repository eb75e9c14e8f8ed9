"""Which ways of writing an address lead to the same article."""

import pytest

from app.store.search.addresses import LONGEST, address_digest, own_ids

SAME = [
    "https://coast.example/a/b?id=1&x=2",
    "http://coast.example/a/b?id=1&x=2",
    "https://www.coast.example/a/b/?x=2&id=1",
    " https://COAST.example:443/a/b?id=1&x=2&utm_source=mail&fbclid=9#part ",
]
OTHERS = [
    "https://coast.example/a/B?id=1&x=2",
    "https://coast.example/a/b?id=2&x=2",
    "https://coast.example/a/b",
    "https://coast.example:8443/a/b?id=1&x=2",
    "https://other.example/a/b?id=1&x=2",
]


def test_one_address_in_many_spellings() -> None:
    assert len({address_digest(one) for one in SAME}) == 1
    assert len({address_digest(one) for one in [SAME[0], *OTHERS]}) == 1 + len(OTHERS)


@pytest.mark.parametrize(
    "text",
    ["", "flood", "coast.example/a", "ftp://coast.example/a", "http://", "http://[::1", "http://a:99999999/", "javascript:1",
     "https://coast.example/" + "a" * LONGEST],
)  # fmt: skip
def test_what_is_no_web_address(text: str) -> None:
    assert address_digest(text) is None


A, B = "a" * 16, "b" * 16


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f"http://127.0.0.1:8000/versions/{A}", [("versions", A)]),
        (f"https://x.example/variorum/articles/{A}/#top", [("articles", A)]),
        (f"/compare/{A}/{B}?folds=open", [("versions", A), ("versions", B)]),
        (f"https://x.example/compare/{A}/{B}.json", [("versions", A), ("versions", B)]),
        (f"https://x.example/embed/compare/{A}/{B}", [("versions", A), ("versions", B)]),
        ("/versions/1", []),
        ("http://[", []),
        ("/" * (LONGEST + 1), []),
    ],
)
def test_ids_in_addresses_of_pages(text: str, ids: list[tuple[str, str]]) -> None:
    assert own_ids(text) == tuple(ids)
