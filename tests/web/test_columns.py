"""Which versions of a story a page shows."""

from pathlib import Path

import pytest

from app.errors import NotFoundError
from app.ingest.importer import Overrides, import_paths
from app.resources import SAMPLE
from app.store.schema import upgrade
from app.store.store import Store
from app.web.library import CollatedStory, Library
from app.web.story.columns import choose


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> CollatedStory:
    """The sample story: four versions of an agency's article, and four articles of one version each."""
    url = f"sqlite:///{tmp_path_factory.mktemp('columns') / Path('v.db')}"
    upgrade(url)
    with Store(url) as store:
        list(import_paths(store, [str(SAMPLE)], Overrides()))
        return Library(store).collated(store.stories()[0].story.slug)


def test_by_itself_a_page_shows_the_latest_version_of_each_article(story: CollatedStory) -> None:
    choice = choose(story)
    assert [column.latest for column in choice.columns] == [True] * len(story.articles)
    assert (choice.query, len(choice.offered)) == ("", 8)


def test_all_versions_have_labels_of_their_own(story: CollatedStory) -> None:
    choice = choose(story, which="all")
    assert len({column.label for column in choice.columns}) == 8
    assert choice.query == "versions=all"


def test_an_article_that_is_shown_once_has_no_time_behind_its_name(story: CollatedStory) -> None:
    choice = choose(story)
    assert [column.label for column in choice.columns] == [column.head.outlet for column in choice.columns]
    assert len({column.label for column in choice.offered}) == 8


def test_named_versions_come_in_the_order_of_the_story(story: CollatedStory) -> None:
    ids = [story.heads[at].id for at in (5, 0, 5)]
    choice = choose(story, ids)
    assert choice.places == (0, 5)
    assert choice.query == f"version={ids[1]}&version={ids[0]}"
    assert choice.collation.documents == (story.collation.documents[0], story.collation.documents[5])


def test_a_version_of_another_story_is_not_found(story: CollatedStory) -> None:
    with pytest.raises(NotFoundError, match="has no version"):
        choose(story, ["a" * 16])
