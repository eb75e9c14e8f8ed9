"""Sentences of a block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.sentences import LONG_LINE, split_blocks, split_sentences

CASES = [
    ("two", "en", "The gate failed. Water came in.", ["The gate failed.", "Water came in."]),
    ("titles and initials", "en", "Dr. A. B. Quarrant of the U.S. Navy left. He slept.",
     ["Dr. A. B. Quarrant of the U.S. Navy left.", "He slept."]),
    ("decimals", "en", "It rose 3.5 metres. Then it fell.", ["It rose 3.5 metres.", "Then it fell."]),
    ("a quotation of several sentences is several", "en", "“It is bad. We cannot stay,” he said. She left.",
     ["“It is bad.", "We cannot stay,” he said.", "She left."]),
    ("straight quotes", "en", 'He left. "Go. Now." Then she left.', ["He left.", '"Go.', 'Now."', "Then she left."]),
    ("a quotation's speaker follows", "en", "“Why?” he asked. “Is it late?” Ms. Fell asked.",
     ["“Why?” he asked.", "“Is it late?”", "Ms. Fell asked."]),
    ("a quoted word ends nothing", "en", "He called it “a sham.” and left.", ["He called it “a sham.” and left."]),
    ("German quotation marks", "de", "„Wir gehen. Jetzt“, sagte er. Er ging.",
     ["„Wir gehen.", "Jetzt“, sagte er.", "Er ging."]),
    ("French quotation marks", "fr", "« On part. Vite », dit-il. Il sortit.",
     ["« On part.", "Vite », dit-il.", "Il sortit."]),
    ("Japanese quotations open their own sentence", "ja", "住民は祝った。「交通は改善する」と技術者は述べた。",
     ["住民は祝った。", "「交通は改善する」と技術者は述べた。"]),
    ("a Japanese quotation goes on with its particle", "ja", "「一つ目。二つ目。」と述べた。次の文。",
     ["「一つ目。", "二つ目。」と述べた。", "次の文。"]),
    ("Chinese quotations open their own sentence", "zh", "居民在街上庆祝。“交通会改善，”工程师说。",
     ["居民在街上庆祝。", "“交通会改善，”工程师说。"]),
    ("German marks close where others open", "de", "„Wir gehen.“ Er ging.", ["„Wir gehen.“", "Er ging."]),
    ("Chinese quotation marks", "zh", "他说：“你好。我走了。”然后走了。", ["他说：“你好。", "我走了。”", "然后走了。"]),
    ("list lines", "en", "- one gate\n- two gates", ["- one gate", "- two gates"]),
    ("numbered lines", "en", "1. Close the gate.\n2. Ring the bell.", ["1. Close the gate.", "2. Ring the bell."]),
    ("a line break is white space", "en", "The gate\nfailed at noon.", ["The gate\nfailed at noon."]),
    ("a finished line ends its sentence", "en", "The gate failed.\nwater came", ["The gate failed.", "water came"]),
    ("a title after a quotation", "en", "She met Ms. Fell. Then he left.", ["She met Ms. Fell.", "Then he left."]),
    ("French titles", "fr", "M. Roux et Mme. Fell sont venus. Il pleut.",
     ["M. Roux et Mme. Fell sont venus.", "Il pleut."]),
    ("German abbreviations", "de", "Er kam am 3. Mai z.B. nach Norden. Es regnete.",
     ["Er kam am 3. Mai z.B. nach Norden.", "Es regnete."]),
    ("Chinese", "zh", "大坝决口了。人们离开了！", ["大坝决口了。", "人们离开了！"]),
    ("Japanese", "ja", "水門が壊れた。人々は逃げた。", ["水門が壊れた。", "人々は逃げた。"]),
    ("Hindi", "hi", "फाटक टूट गया। पानी आ गया।", ["फाटक टूट गया।", "पानी आ गया।"]),
    ("Arabic", "ar", "انهار السد. هل غادر الناس؟ نعم.", ["انهار السد.", "هل غادر الناس؟", "نعم."]),
    ("Russian", "ru", "Плотина рухнула. Люди ушли.", ["Плотина рухнула.", "Люди ушли."]),
    ("an unknown language", "xx", "One. Two.", ["One.", "Two."]),
    ("a no-break space after initials", "en", "She met J.\u00a0R.\u00a0Smith. He left.",
     ["She met J.\u00a0R.\u00a0Smith.", "He left."]),
    ("a narrow space after a title", "fr", "C’est vrai, dit M.\u202fRoux. Il sortit.",
     ["C’est vrai, dit M.\u202fRoux.", "Il sortit."]),
    ("a title in brackets", "en", "He met a colleague (Ms. Fell). She left.",
     ["He met a colleague (Ms. Fell).", "She left."]),
    ("what only ends like a title", "en", "They read the poems. Then they left.",
     ["They read the poems.", "Then they left."]),
    ("Spanish questions", "es", "¿Quién abrió la puerta? «Nadie», dijo la Sra. Roca. Llovía.",
     ["¿Quién abrió la puerta?", "«Nadie», dijo la Sra. Roca.", "Llovía."]),
    ("a quotation that opens at the end of a line", "en", "He said: “\nWe left. All of us.” It rained.",
     ["He said: “\nWe left.", "All of us.”", "It rained."]),
    ("half a surrogate pair", "en", "a\ud800b. Two.", ["a\ud800b.", "Two."]),
    ("nothing", "en", " \n ", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Schiff fuhr auf. | »Es gab einen Schlag«, sagte Lunn. | Er schwieg."),
        ("de", "Das Schiff fuhr auf. | ‚Es gab einen Schlag‘, sagte Lunn."),
        ("de", "Das Schiff fuhr auf. | „Es gab einen Schlag“, sagte Lunn. | Er schwieg."),
        ("sv", "Båten gick på grund. | ”Det small”, sade Lunn. | Han log."),
        ("hu", "A hajó zátonyra futott. | »Nagy volt a zaj«, mondta Lunn."),
        ("fr", "Le navire est parti. | « Non », dit Lunn. | Elle rit."),
    ],
)
def test_a_mark_opens_what_it_stands_against(language: str, text: str) -> None:
    spans = split_sentences(text.replace(" | ", " "), language)
    assert [text.replace(" | ", " ")[start:end] for start, end in spans] == text.split(" | ")


@pytest.mark.parametrize(
    ("language", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_split(language: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text, language)] == expected


@given(st.text(), st.sampled_from(["en", "de", "zh", "ar", "th", "hi", "xx", ""]))
def test_every_visible_sign_is_in_one_sentence(text: str, language: str) -> None:
    at = 0
    for start, end in split_sentences(text, language):
        assert start >= at
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end] != ""
        at = end
    assert not text[at:].strip()


PIECES = ["The gate failed", " ", ". ", "? ", "Ms. ", "M. ", "3. ", "“", "”", '"', "«", "»", "「", "。", "」", "と", "he",
          "\n", "- ", "\u00a0", "J.", "\r", "\ud800"]  # fmt: skip
blocks_of_pieces = st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), max_size=5)


@given(blocks_of_pieces, st.sampled_from(["en", "de", "fr", "ja", "xx", "hi"]))
def test_blocks_together_are_split_as_each_alone(blocks: list[str], language: str) -> None:
    assert split_blocks(blocks, language) == [split_sentences(block, language) for block in blocks]


def test_blocks_of_more_than_the_library_takes_at_once() -> None:
    block = "The gate failed at noon. Water came in."
    assert split_blocks([block] * 900) == [[(0, 24), (25, 39)]] * 900


def test_a_title_again_and_again_is_no_sentence() -> None:
    assert split_sentences("Ms. " * 20_000 + "Fell left.") == [(0, 80_010)]


@pytest.mark.parametrize("extra", [0, 1])
def test_a_line_at_the_limit_and_one_beyond_fall_into_the_same_sentences(extra: int) -> None:
    sentence = "水库的闸门在暴雨中卡住了。"
    count = LONG_LINE // len(sentence)
    text = sentence * count + "水" * (LONG_LINE - count * len(sentence) + extra)
    assert len(text) == LONG_LINE + extra
    spans = split_sentences(text, "zh")
    assert [text[start:end] for start, end in spans[:count]] == [sentence] * count


def test_a_long_line_is_not_cut_inside_a_quotation_that_goes_on() -> None:
    text = "彼は「水が来た。」と言った。" * 2_000
    assert {text[start:end] for start, end in split_sentences(text, "ja")} == {"彼は「水が来た。」と言った。"}
