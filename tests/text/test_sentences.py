"""Sentences of a block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.sentences import split_sentences

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
    ("half a surrogate pair", "en", "a\ud800b. Two.", ["a\ud800b.", "Two."]),
    ("nothing", "en", " \n ", []),
]  # fmt: skip


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
