"""A comparison made ready for a page: both sides with their names, headlines and facts, and the rows."""

from app.text.content import Content, display_title
from app.text.document import Document
from app.text.words import is_word
from app.web import labels
from app.web.comparison_view import headline_runs, view_items
from app.web.dates import apart, dated, display_date
from app.web.formats.subject import Compared
from app.web.pages import Shown, Side
from app.web.runs import Run
from app.web.switches import BY_ITSELF, Switches


def shown(compared: Compared, articles: tuple[str, str] = ("", ""), switches: Switches = BY_ITSELF) -> Shown:
    """A comparison made ready to be shown; `articles` are the ids of the articles, where they are stored."""
    comparison = compared.comparison
    name_a, name_b = names(compared.a, compared.b)
    titles, changes = (display_title(compared.a), display_title(compared.b)), compared.headline_changes
    marked = switches.words == "on"
    left, right = (headline_runs(*titles, changes if marked else (), side) for side in "ab")
    return Shown(
        left=_side(compared.a, comparison.a, articles[0], name_a, left, "del"),
        right=_side(compared.b, comparison.b, articles[1], name_b, right, "ins"),
        summary=comparison.summary,
        only_left=len(comparison.only_a),
        only_right=len(comparison.only_b),
        identical=compared.identical,
        coarse=comparison.coarse,
        items=view_items(comparison, switches),
        words=marked,
        headlines_differ=any(change.op != "equal" for change in comparison.title_changes),
    )


def _side(
    content: Content, document: Document, article: str, name: str, headline: tuple[Run, ...], mark: str
) -> Side:
    return Side(
        id=content.id(),
        article_id=article,
        name=name,
        content=content,
        language=document.language,
        word_count=sum(map(is_word, document.words.keys)),
        headline=headline,
        mark=mark,
    )


def names(a: Content, b: Content) -> tuple[str, str]:
    """Two names: the outlets, or words of the titles, with what tells the dates apart where they are the same."""
    both = labels.names([a.outlet, b.outlet], [display_title(a), display_title(b)])
    if both[0] == both[1] and a.published != b.published:
        dates = apart([display_date(a.published), display_date(b.published)])
        both = [dated(name, date) for name, date in zip(both, dates, strict=True)]
    return both[0], both[1]
