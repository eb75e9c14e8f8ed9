"""The choice of what tells most, remembered."""

from unittest.mock import Mock

import pytest

from app.compare.telling import by_telling
from app.web import tellings as remembered
from app.web.cards.card import card_of
from app.web.sharing.embedded import embedded_rows
from app.web.shown import shown
from app.web.tellings import tellings
from tests.web.sharing.made import ALONE, GATE, LATER, compared, content


def test_one_of_every_place_the_most_telling_first() -> None:
    both = compared(content(GATE, "A calm dog barked."), content(LATER, ALONE, "A wild dog howled."))
    places = [(one.a, one.b) for one in tellings(both)]
    assert len(set(places)) == len(places)
    first = by_telling(both.comparison, (both.a.published, both.b.published))
    assert tellings(both)[0] == first[0]
    assert {(one.a, one.b) for one in first} == set(places)


@pytest.mark.parametrize(("most", "count"), [(2, 2), (1, 1)])
def test_only_so_many_places(monkeypatch: pytest.MonkeyPatch, most: int, count: int) -> None:
    monkeypatch.setattr(remembered, "MOST_PLACES", most)
    both = compared(content(GATE, outlet=f"{most}"), content(LATER, ALONE))
    assert len(tellings(both)) == count


def test_it_is_made_once_for_the_card_and_the_embed_page(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = Mock(side_effect=by_telling)
    monkeypatch.setattr(remembered, "by_telling", weighed)
    both = compared(content(GATE, "Nobody saw it."), content(LATER, "Nobody heard it."))
    for _ in range(2):
        assert card_of(both).label == "Words differ"
        embedded_rows(shown(both), both)
    assert weighed.call_count == 1
