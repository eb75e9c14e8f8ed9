"""The similarity grid."""

from dataclasses import replace

import pytest

from app.store.store import Store
from app.web.grid import LIMIT, similarity_grid, version_labels
from app.web.library import Library


def test_both_halves_say_the_same_and_lead_to_mirrored_addresses(sample_url: str) -> None:
    with Store(sample_url, read_only=True) as store:
        articles = store.story("port-ennick-tidal-barrier-failure").articles
        grid = similarity_grid(Library(store), [article.versions[-1] for article in articles])
    assert len(grid.rows) == 5
    for i, row in enumerate(grid.rows):
        for j, cell in enumerate(row.cells):
            other = grid.rows[j].cells[i]
            assert (cell is None) == (i == j)
            if cell and other:
                assert cell.shared is not None
                assert (cell.a, cell.b, cell.shared) == (other.b, other.a, other.shared)
                assert 0 <= cell.step <= 10


def test_the_grid_is_limited_and_says_so(sample_url: str) -> None:
    with Store(sample_url, read_only=True) as store:
        head = store.story("port-ennick-tidal-barrier-failure").articles[0].versions[0]
        for count, left_out in [(LIMIT, 0), (LIMIT + 1, 1)]:
            grid = similarity_grid(Library(store), [head] * count)
            assert (len(grid.rows), grid.left_out) == (LIMIT, left_out)
        other = replace(head, outlet="The Ledger")
        assert version_labels([head, other, head])[1] == "The Ledger"
        later = replace(head, published="2026-03-14T10:05:00+00:00")
        assert version_labels([head, later])[1] == "Tellan News Agency, 10:05 UTC"
        elsewhen = replace(head, published="2026-03-15")
        assert version_labels([head, elsewhen])[1] == "Tellan News Agency, 15 March 2026"
        undated = replace(head, published=None)
        assert version_labels([undated, undated])[1] == "Tellan News Agency, undated (2)"


@pytest.mark.parametrize(("words", "uncompared"), [(100_000, 0), (100_001, 1)])
def test_the_words_compared_are_limited_and_the_rest_is_said(
    sample_url: str, words: int, uncompared: int
) -> None:
    with Store(sample_url, read_only=True) as store:
        heads = store.story("port-ennick-tidal-barrier-failure").articles[0].versions
        # three pairs, of which the last has the words of the second and third version
        counts = [0, 100_000, words]
        grid = similarity_grid(
            Library(store),
            [replace(head, word_count=count) for head, count in zip(heads, counts, strict=False)],
        )
    assert grid.uncompared == uncompared
    assert (
        sum(cell is not None and cell.shared is None for row in grid.rows for cell in row.cells)
        == 2 * uncompared
    )
