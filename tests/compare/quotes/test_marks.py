"""Where quotations begin and end, in the marks of many languages and houses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.quotes.passages import find_passages
from app.text.content import Block, Content
from app.text.document import Document, read_document


def document(*paragraphs: str, language: str = "en") -> Document:
    return read_document(Content(tuple(Block("paragraph", one) for one in paragraphs)), language=language)


def passages(*paragraphs: str) -> list[str]:
    read = document(*paragraphs)
    return [read.text[one.start : one.end].strip() for one in find_passages(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won’t,” she said, “not now.”", ["We won’t,", "not now."]),
        ('"We won\'t," she said, "not now."', ["We won't,", "not now."]),
        ("'We won't,' she said, 'not now.'", ["We won't,", "not now."]),
        ("Er sagte: „Wir gehen ‚heute‘ nicht“, und ging.", ["Wir gehen ‚heute‘ nicht"]),
        ("»Nein«, sagte sie. »Nie wieder.«", ["Nein", "Nie wieder."]),
        ("«Das ist ‹neu›», sagte er.", ["Das ist ‹neu›"]),
        ("Il a dit : « Nous ne partirons pas », puis « jamais ».", ["Nous ne partirons pas", "jamais"]),
        ("Hon sa: ”Vi går inte”, och ”aldrig”.", ["Vi går inte", "aldrig"]),
        ("Hän sanoi: »Emme lähde», ja lähti.", ["Emme lähde"]),
        ("Он сказал: «Мы „сегодня“ не пойдём», — и ушёл.", ["Мы „сегодня“ не пойдём"]),
        ("他说：“我们‘今天’不走。”", ["我们‘今天’不走。"]),
        ("市長は「『橋』は渡さない」と述べた。", ["『橋』は渡さない"]),
        ("“He said “no” and left,” she said.", ["He said “no” and left,"]),
        ("'He told me \"never\" and left,' she said.", ['He told me "never" and left,']),
        ('“Both sides agree," the note says.', ["Both sides agree,"]),
        ("were “shifting the balance”and “closing the port.”", ["shifting the balance", "closing the port."]),
        ("The ''new'' bridge and the ``old'' one.", ["new", "old"]),
        ('He is 5\'10" tall, a 4"x6" print says "so".', ["so"]),
        ("'Tis the season, in '98 the dogs' home closed, rock 'n' roll.", []),
        ("The players' union met the workers' council at six o'clock.", []),
        ("‘The players’ union said no,’ he said.", ["The players’ union said no,"]),
        ("A 'mess' and the workers' 'shame', the boss' car.", ["mess", "shame"]),
        ("“We stay, he said. “We never go.”", ["We stay, he said.", "We never go."]),
        ("“We stay. We never go.", ["We stay. We never go."]),
        ("Then she said “we stay. He went home.", ["we stay."]),
        ("An empty “” and a lone ” and a ’ mark", [""]),
    ],
)
def test_marks_of_one_paragraph(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("“We go.", "“We go now,” he said."), ["We go.\n\n“We go now,"]),
        (('"We go.', '"We go now," he said. "So."'), ['We go.\n\n"We go now,', "So."]),
        (("'We go.", "'We go now,' he said."), ["We go.\n\n'We go now,"]),
        (
            ("« Nous partons.", "» Nous partons ce soir », dit-il."),
            ["Nous partons.\n\n» Nous partons ce soir"],
        ),
        (("“One.", "“Two.", "“Three.”"), ["One.\n\n“Two.\n\n“Three."]),
        (("“We go, and that is all.", "He left."), ["We go, and that is all."]),
    ],
)
def test_marks_of_several_paragraphs(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert passages(*paragraphs) == expected


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(alphabet="ab ,.'’‘‚\"“”„«»‹›「」『』\n1é文`", max_size=40), max_size=4))
def test_any_marks_give_passages_in_order_within_the_text(paragraphs: list[str]) -> None:
    read = document(*paragraphs)
    end = 0
    for one in find_passages(read):
        assert end <= one.opens < one.start <= one.end <= one.shuts <= len(read.text)
        end = one.shuts
