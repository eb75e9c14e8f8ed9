"""The form for two texts, what came of them, and the same to take away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, ClassVar
from unicodedata import normalize

from fastapi import Query, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

from app.store.records import AddResult
from app.web.brought.admission import require_own_page, require_patience
from app.web.brought.bench import bench_of
from app.web.brought.form import read_body, read_fields
from app.web.brought.keeping import at_the_machine, keep, require_person_here
from app.web.brought.refusal import Refused
from app.web.brought.texts import NOTHING, TEXT_LIMIT, Readers, TwoTexts, compared, contents, two_texts
from app.web.change_map import map_marks
from app.web.formats.comparison_html import comparison_html
from app.web.formats.comparison_json import compared_json
from app.web.formats.comparison_text import comparison_text
from app.web.formats.subject import Compared
from app.web.pages import Mark, Shown
from app.web.rendering import Page, render
from app.web.shown import shown
from app.web.switches import BY_ITSELF, Switches

Make = Callable[[TwoTexts, Readers], Response]
ADDRESS = "/compare-texts"
_NOT_KEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class TextsPage(Page):
    """The form; `limit` is the most characters of a text. `switches` are how the comparison will be shown."""

    template: ClassVar[str] = "texts.html"
    texts: TwoTexts
    switches: Switches
    limit: int


@dataclass(frozen=True, slots=True)
class ComparedTextsPage(Page):
    """Two brought texts, compared, above the form that they came in."""

    template: ClassVar[str] = "compared_texts.html"
    texts: TwoTexts
    switches: Switches
    limit: int
    shown: Shown
    marks: tuple[Mark, ...]
    keeps: bool
    """Whether the two texts can be kept, if they are wanted."""


@dataclass(frozen=True, slots=True)
class KeptPage(Page):
    """Where two texts are that were to be kept, one of which at least was here already, in another story.

    `address` compares them.
    """

    template: ClassVar[str] = "kept.html"
    left: AddResult
    right: AddResult
    address: str


def form(switches: Annotated[Switches, Query()]) -> Response:
    """The form, empty."""
    return HTMLResponse(render(TextsPage(NOTHING, switches, TEXT_LIMIT)))


async def page(request: Request, switches: Annotated[Switches, Query()]) -> Response:
    """Two texts beside each other. Nothing of them is stored."""
    keeps = bench_of(request).keeper is not None and at_the_machine(request)
    return await _answer(request, switches, partial(_compared_page, switches, keeps))


async def keep_both(request: Request, switches: Annotated[Switches, Query()]) -> Response:
    """Keep two texts as versions of a story, for the person at this machine, and lead to their comparison."""
    store = bench_of(request).keeper

    def make(texts: TwoTexts, readers: Readers) -> Response:
        assert store is not None  # noqa: S101 - or it was refused
        read = contents(texts, readers)
        kept = keep(store, tuple(zip((texts.left, texts.right), read, strict=True)), texts.story)
        address = "/compare/{}/{}{}".format(*[one.version_id for one in kept], switches.query())
        if _are_together(kept, texts.story):
            return RedirectResponse(address, 303)
        return HTMLResponse(render(KeptPage(kept[0], kept[1], address)))

    return await _answer(request, switches, make, keeping=True)


def _are_together(kept: Sequence[AddResult], asked: str) -> bool:
    """Whether both are where they were asked to be, or, where no story was named, in one story."""
    title = normalize("NFC", " ".join(asked.split())) or kept[0].story_title
    return all(one.outcome == "added" or one.story_title == title for one in kept)


async def as_json(request: Request) -> Response:
    """The comparison of two brought texts, in the contract's JSON."""
    return await _answer(
        request,
        BY_ITSELF,
        lambda texts, readers: _taken(JSONResponse(compared_json(compared(texts, readers))), "json"),
    )


async def as_text(request: Request) -> Response:
    """The comparison as text, marks in signs."""
    return await _answer(
        request,
        BY_ITSELF,
        lambda texts, readers: _taken(PlainTextResponse(comparison_text(compared(texts, readers))), "txt"),
    )


async def as_file(request: Request) -> Response:
    """The comparison as one page that needs nothing else, to keep."""
    return await _answer(
        request,
        BY_ITSELF,
        lambda texts, readers: _taken(HTMLResponse(comparison_html(compared(texts, readers))), "html"),
    )


def _taken(response: Response, ending: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="variorum-comparison.{ending}"'
    return response


async def _answer(request: Request, switches: Switches, make: Make, *, keeping: bool = False) -> Response:
    """What is made of the texts that came, or why they are not compared; neither is to be stored anywhere."""
    bench = bench_of(request)
    try:
        (_require_keeper if keeping else require_own_page)(request)
        body = await read_body(request)
        require_patience(request, bench.rate)
        kind = request.headers.get("content-type", "")
        response = await bench.run(lambda: _work(request, kind, body, bench.readers, switches, make))
    except Refused as refusal:
        texts = replace(NOTHING, problems=(str(refusal),), status=refusal.status)
        response = _refused(request, texts, switches)
        response.headers.update(refusal.headers)
    response.headers.update(_NOT_KEPT)
    return response


def _require_keeper(request: Request) -> None:
    require_person_here(request)
    if bench_of(request).keeper is None:
        raise Refused(403, "This server keeps no texts that come in by its pages.")


def _work(
    request: Request, kind: str, body: bytes, readers: Readers, switches: Switches, make: Make
) -> Response:
    """Everything that takes its time; no event loop runs here."""
    texts = two_texts(read_fields(kind, body), readers)
    if not texts.problems:
        try:
            return make(texts, readers)
        except Refused as refusal:
            texts = replace(texts, problems=(str(refusal),), status=refusal.status)
    return _refused(request, texts, switches)


def _named(view: Shown, made: Compared) -> Shown:
    """The sides called by what they were given for, or by where they stand."""
    left = view.left if made.a.outlet else replace(view.left, name="Left")
    right = view.right if made.b.outlet else replace(view.right, name="Right")
    return replace(view, left=left, right=right)


def _refused(request: Request, texts: TwoTexts, switches: Switches) -> Response:
    if request.url.path.endswith(".json"):
        answer = {"error": "These texts were not compared", "detail": " ".join(texts.problems)}
        return JSONResponse(answer, texts.status)
    return HTMLResponse(render(TextsPage(texts, switches, TEXT_LIMIT)), texts.status)


def _compared_page(switches: Switches, keeps: bool, texts: TwoTexts, readers: Readers) -> Response:
    made = compared(texts, readers)
    view = _named(shown(made, switches=switches), made)
    return HTMLResponse(
        render(
            ComparedTextsPage(
                texts=texts,
                switches=switches,
                limit=TEXT_LIMIT,
                shown=view,
                marks=map_marks(view.items),
                keeps=keeps,
            )
        )
    )
