"""Stories in which every kind of page has something to show: the sample, one written from right to left,
one told once, one without a word."""

from dataclasses import dataclass

from app.ingest.importer import Imported, import_paths
from app.resources import SAMPLE
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from tests.compare.labelled_cases import CASES, Telling, read_case

ARABIC = CASES / "arabic_market.txt"
PLACES = (
    "story",
    "article",
    "a",
    "b",
    "first",
    "last",
    "rtl",
    "rtl_a",
    "rtl_b",
    "alone",
    "alone_a",
    "mute_a",
    "mute_b",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one story, by their ids."""

    slug: str
    a: str
    b: str


def fill(url: str) -> dict[str, str]:
    """Make a database of these stories; gives what addresses are filled in with: a value for each of `PLACES`.

    `a` and `b` are two outlets' latest versions in the sample; `first` and `last` the ends of one article's history.
    """
    upgrade(url)
    with Store(url) as store:
        outcomes = list(import_paths(store, [SAMPLE]))
        if not all(isinstance(outcome, Imported) for outcome in outcomes):
            raise ValueError("the sample was not taken")
        places = _sample(store)
        rtl = right_to_left(store)
        alone = store.add_version(_alone(), raw=b"alone", story_title="A story told once")
        mute = [
            store.add_version(_mute(name), raw=name.encode(), story_title="No words")
            for name in ("Signal", "Beacon")
        ]
    places |= {"rtl": rtl.slug, "rtl_a": rtl.a, "rtl_b": rtl.b}
    places |= {"alone": alone.story_slug, "alone_a": alone.version_id}
    return places | {"mute_a": mute[0].version_id, "mute_b": mute[1].version_id}


def right_to_left(store: Store) -> Pair:
    """Two outlets' reports in Arabic."""
    pair = next(read_case(ARABIC))
    added = [
        store.add_version(_told(telling, "ar"), raw=telling.title.encode(), story_title="حريق سوق النحاسين")
        for telling in (pair.a, pair.b)
    ]
    return Pair(added[0].story_slug, added[0].version_id, added[1].version_id)


def _sample(store: Store) -> dict[str, str]:
    (one,) = store.stories()
    articles = store.story(one.story.slug).articles
    edited = max(articles, key=lambda article: len(article.versions))
    other = next(article for article in articles if article is not edited)
    return {
        "story": one.story.slug,
        "article": edited.article.id,
        "a": edited.versions[-1].id,
        "b": other.versions[-1].id,
        "first": edited.versions[0].id,
        "last": edited.versions[1].id,
    }


def _told(telling: Telling, language: str) -> Content:
    blocks = tuple(Block("paragraph", " ".join(sentences)) for sentences in telling.paragraphs)
    return Content(
        blocks, telling.title, outlet=telling.outlet, published="2026-02-01T06:30:00Z", language=language
    )


def _alone() -> Content:
    """Neither headline nor outlet nor date, and a word that no line can hold."""
    words = f"The lamp of the pier went out at nine. The keeper wrote {'very' * 60}long into the log."
    return Content((Block("paragraph", words), Block("boilerplate", "Sign up for the letter of the pier.")))


def _mute(outlet: str) -> Content:
    return Content(
        (Block("caption", f"A picture, by {outlet}"),), "Without a word", outlet=outlet, language="en"
    )
