"""The similarity grid."""

from dataclasses import replace

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
        assert version_labels([head, other, head])[0] == "Tellan News Agency, 14 March 2026, 08:20 UTC"
