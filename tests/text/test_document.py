"""A version read into sentences and words."""

from hypothesis import given
from hypothesis import strategies as st

from app.text.content import Block, BlockKind, Content
from app.text.document import read_document, read_sentence
from app.text.stems import stem_words

kinds: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "heading", "caption"])
contents = st.builds(
    Content, blocks=st.lists(st.builds(Block, kind=kinds, text=st.text()), max_size=4).map(tuple)
)


@given(contents)
def test_offsets_point_into_the_compared_text(content: Content) -> None:
    document = read_document(content, language="en")
    assert document.text == "\n\n".join(block.text for block in content.compared())
    word = at = 0
    for sentence in document.sentences:
        assert at <= sentence.start < sentence.end <= len(document.text)
        assert sentence.first_word == word
        word, at = sentence.last_word, sentence.end
    assert word == len(document.words)


def test_headings_are_one_sentence_each() -> None:
    document = read_document(
        Content(blocks=(Block("heading", "Why? Because."), Block("paragraph", "One. Two.")), language="en")
    )
    assert [document.sentence_text(k) for k in range(3)] == ["Why? Because.", "One.", "Two."]
    assert [sentence.block for sentence in document.sentences] == [0, 1, 1]


def test_read_sentence_never_splits() -> None:
    document = read_sentence("One. Two.")
    assert len(document.sentences) == 1
    assert not read_sentence("  ").sentences


def test_a_language_that_is_given_is_kept() -> None:
    assert read_document(Content(blocks=(), language="de")).language == "de"


def test_stems() -> None:
    assert stem_words(("floods", "flooded"), "en") == ("flood", "flood")
    assert stem_words(("floods",), "xx") == ("floods",)
    assert stem_words(("floods", "\ud800"), "en")[0] == "flood"
