"""Where sentences fall into clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.clauses import LEAST, Clause, clause_span, split_clauses
from app.text.content import Block, Content
from app.text.document import Document, read_document, read_sentence

PARTED = {
    "commas": "The old bridge held, | the harbour master said, | and nobody was hurt.",
    "semicolon and colon": "Two boats were lost: | one at the mole; | the other further out.",
    "no mark": "The old bridge held.",
    "short ones go with the next": "At dawn, red and green flags flew, | the harbour master said.",
    "a short end goes with what is before it": "The old bridge held the flood, he said.",
    "a hyphen does not part": "The ferry kept its two-day pause over the feast.",
    "a dash in spaces parts": "The ferry kept its pause - | and then it sank.",
    "a long dash parts": "The ferry kept its pause—| and then it sank.",
    "a mark that opens goes with what follows": "The mayor told the council | “we will not pay for it”.",
    "brackets": "The mayor of the town | (a former ferry captain) | did not reply.",
    "an apostrophe does not part": "The town kept the workers' rights as they were.",
    "single quotation marks": "The mayor called it | ‘a gift to her rivals’.",
    "a figure is one word": "It opened at 10:05 and cost 1,250.50 crowns.",
    "Chinese": "大桥在洪水中没有倒塌，| 港口负责人说。",
    "Arabic": "صمد الجسر القديم أمام السيل، | وقال مدير الميناء ذلك.",
}


def parted(document: Document) -> list[str]:
    return [document.text[slice(*clause_span(document, one))] for one in split_clauses(document)]


@pytest.mark.parametrize("text", PARTED.values(), ids=PARTED.keys())
def test_a_sentence_falls_into_clauses(text: str) -> None:
    clauses = [clause.strip() for clause in text.split("|")]
    printed = text.replace("—| ", "—").replace("| ", "").replace("|", "")
    assert parted(read_sentence(printed)) == clauses


def test_every_clause_names_its_sentence() -> None:
    blocks = (
        Block("heading", "Floods: an account"),
        Block("paragraph", "It rained. The bridge held, said one of them."),
    )
    document = read_document(Content(blocks=blocks), language="en")
    assert [clause.sentence for clause in split_clauses(document)] == [0, 1, 2, 2]


def test_a_text_without_sentences_has_no_clauses() -> None:
    assert split_clauses(read_sentence(" ")) == ()


def test_a_clause_without_words_stands_where_its_sentence_begins() -> None:
    assert clause_span(read_sentence("It rained."), Clause(0, 0, 0)) == (0, 0)


@given(st.text("ab ,-—:'\"“”(). \n1中，", max_size=80))
def test_clauses_cover_their_sentences(text: str) -> None:
    document = read_document(Content(blocks=(Block("paragraph", text),)), language="en")
    clauses = split_clauses(document)
    for number, sentence in enumerate(document.sentences):
        own = [clause for clause in clauses if clause.sentence == number]
        covered = [at for clause in own for at in range(clause.first, clause.last)]
        assert own
        assert covered == list(range(sentence.first_word, sentence.last_word))
        if len(own) > 1:
            kept = [
                sum(any(map(str.isalnum, key)) for key in document.words.keys[clause.first : clause.last])
                for clause in own
            ]
            assert min(kept) >= LEAST
