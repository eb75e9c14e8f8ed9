"""Readings of amounts: shares, money, measures, durations, ranks, counts. Each takes a run; None where it is no figure."""

import re
from decimal import Decimal

from app.compare.figures.dates import MONTHS_A_YEAR
from app.compare.figures.lexicon import HAN_DIGITS
from app.compare.figures.numbers import plain
from app.compare.figures.pieces import SHORT_SCALES, Piece
from app.compare.figures.run import NUMBERS, Reading, Run

OLDEST = 115
ARTICLED = 3
"""Ordinals up to which one counts only behind an article or possessive: “first” and “second” are adverbs too."""
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages whose next word cannot be told by a space."""
WITHOUT_ARTICLES = UNSPACED | {"ru", "hi"}
NOT_RANKED = re.compile(
    r"minist|mministr|lady|dame?\b|time|vez\b|fois\b|mal\b|volta|keer|hand\b|world|weltkrieg|guerr|of\b|all\b|half|halbzeit",
    re.I,
)
"""What an ordinal is part of a name or a turn of phrase with: prime minister, first lady, first time."""
VOTE = "{}-{}"
"""A vote or score: 234-193, 134 to 63."""
TENTHS = Decimal("0.1")


def percent(run: Run) -> Reading:
    """`12.5%`, and `3pp` for percentage points."""
    unit = "pp" if run.items("p") else "%"
    return Reading("percent", run.amount("{}" + unit), run.first, run.last)


def fraction(run: Run) -> Reading | None:
    """`75%` for three quarters."""
    sign = "".join(str(piece.value) for piece in run.items("Q"))
    if run.items("h"):
        if run.before.letter == "i" and run.at(run.first - 2).letter == "&":
            return None  # an hour and a half
        return Reading("percent", f"{sign}50%", run.first, run.last)
    part = Decimal(str((run.items("qo") or [run.before])[-1].value))
    if part <= 2 or (run.items("o") and run.count() != 1):
        return None
    share = (run.count() * 100 / part).quantize(TENTHS)
    return Reading("percent", f"{sign}{plain(share)}%", run.first, run.last)


def money(run: Run) -> Reading | None:
    """`USD 240000000000`."""
    signs, before = run.items("$"), run.items("K")
    name = str(before[0].value if before else signs[0].value)
    printed = run.print_of(signs[0])
    if (
        signs[0].start < run.items(NUMBERS)[0].start
        and printed.islower()
        and printed.isalpha()
        and len(printed) > len("rs")
    ):
        return None
    if name == "JPY" and printed in "¥￥" and run.language == "zh":
        name = "CNY"
    times = Decimal("0.01") if name.endswith("c") else Decimal(1)
    letters = [run.print_of(piece).lower() for piece in run.items("ku")]
    times *= next((SHORT_SCALES[letter] for letter in letters if letter in SHORT_SCALES), 1)
    return Reading("money", run.amount(f"{name.removesuffix('c')} {{}}", times), run.first, run.last)


def measure(run: Run) -> Reading | None:
    """`12 km`."""
    unit = (run.items("uk") or [run.before])[-1]
    if unit.letter == "k" and str(unit.value) in SHORT_SCALES:
        if unit.value == "m":
            return Reading("count", run.amount("{} m"), run.first, run.last)
        return Reading("count", run.amount(times=Decimal(SHORT_SCALES[str(unit.value)])), run.first, run.last)
    if unit.letter == "k":
        return tally(run)
    return Reading("count", run.amount(f"{{}} {unit.value}"), run.first, run.last)


def tally(run: Run) -> Reading | None:
    """The number before a counter, as Chinese and Japanese have them."""
    return None if run.count() <= 1 and _in_han(run) else Reading("count", run.amount(), run.first, run.last)


def _in_han(run: Run) -> bool:
    return run.print_of(run.items(NUMBERS)[-1])[:1] in HAN_DIGITS


def duration(run: Run) -> Reading | None:
    """`P2D`, `PT5H`; an age is `P45Y`."""
    pairs = run.items("23")
    if pairs:
        return Reading("duration", f"P{pairs[0].value}", run.first, run.last)
    unit = str(run.items("U")[-1].value)
    times = Decimal("0.5") if "h" in run.code else Decimal(1)
    first = run.first + (run.at(run.first).letter == "b")
    if run.before.letter in {"$", "/"} or (run.code[0] == "i" and run.before.letter in NUMBERS):
        return None
    return Reading(
        "duration",
        Run(run.text, run.language, run.pieces, first, run.last).amount(period(unit), times * length(unit)),
        first,
        run.last,
    )


def length(unit: str) -> Decimal:
    """How many of its own letter a unit is: a decade ten years."""
    return Decimal(unit[:-1] or 1)


def period(unit: str) -> str:
    """How a duration in a unit is written, as ISO 8601 has it."""
    letter = unit[-1]
    return "PT{}" + {"N": "M"}.get(letter, letter) if letter in "HNS" else "P{}" + letter


def age(run: Run) -> Reading | None:
    """“aged 45”, and “, 45,” behind a name."""
    named = run.code[0] == ","
    first, last = (run.first + 1, run.last - 1) if named else (run.first, run.last)
    number = run.items(NUMBERS)[0]
    if named and not (
        run.before.letter == "x" and run.print_of(run.before)[:1].isupper() and number.letter != "y"
    ):
        return None
    value = run.count()
    if value > OLDEST or value % 1 or (named and not run.print_of(number).isdecimal()):
        return None
    unit = str(run.items("U")[0].value) if run.items("U") else "Y"
    return Reading("duration", period(unit).format(plain(value)), first, last)


def rank(run: Run) -> Reading | None:
    """`2nd` for number two, and No. 2; “no one” is none."""
    if (
        len(run.print_of(run.at(run.first))) == len("no")
        and not run.print_of(run.at(run.last - 1)).isdecimal()
    ):
        return None
    return Reading("ordinal", ordinal_value(run.count()), run.first, run.last)


def ordinal(run: Run) -> Reading | None:
    """`75th`, with what it ranks in the text."""
    ranks = run.items("o")
    value = Decimal(str(ranks[0].value)) if ranks else run.count()
    before = run.print_of(run.before)
    told = (
        run.before.letter in "di"
        or before.endswith(("'s", "’s", "s'", "s’"))
        or run.language in WITHOUT_ARTICLES
    )
    last = run.last
    noun = run.at(last - 1)
    if noun.letter == "x" and not run.is_content(noun):
        last -= 2 if run.at(last - 2).letter == "-" else 1
    ranked = noun.letter in "xUk" and last == run.last
    if (value <= 1 and not (told and ranked)) or (value <= ARTICLED and not (told or ranked)):
        return None
    following = run.text[run.at(run.first).end : noun.end + 12]
    if NOT_RANKED.match(following.lstrip(" -")) or (ranks and _name(run)):
        return None
    return Reading("ordinal", ordinal_value(value), run.first, last)


def _name(run: Run) -> bool:
    """Whether an ordinal in words is part of a name: “the Second Amendment”."""
    first, last = (run.print_of(run.at(at)) for at in (run.first, run.last - 1))
    return first[:1].isupper() and last[:1].isupper() and run.last - run.first > 1 and run.language != "de"


def ordinal_value(value: Decimal) -> str:
    """`1st`, `2nd`, `3rd`, `4th` … `11th`."""
    number = int(value)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def count(run: Run) -> Reading | None:
    """`21`, with what is counted in the text, where the next word may be that."""
    code, last = run.code, run.last
    first = run.first + (code[0] == "b")
    noun = run.at(last - 1)
    counted = noun.letter in "xc"
    if counted and (run.language in UNSPACED or not run.is_content(noun)):
        last -= 2 if run.at(last - 2).letter == "-" else 1
        counted = False
    number = run.items(NUMBERS)[-1]
    if _no_count(run, number, counted=counted):
        return None
    numbers = run.numbers()
    if len(numbers) > 1 and numbers[0] > numbers[1]:
        return Reading("count", VOTE.format(*map(plain, numbers)), first, last)
    return Reading("count", Run(run.text, run.language, run.pieces, first, last).amount(), first, last)


def _no_count(run: Run, number: Piece, *, counted: bool) -> bool:
    """Whether a number counts nothing that is told: “one of”, “the two”, “COVID-19”, “Flight 370”, the number of a list."""
    before, value, in_words = run.before, run.count(), not run.print_of(number)[:1].isdecimal()
    qualified = bool(run.items("Q"))
    if in_words and value <= 1 and run.at(run.last - 1).letter != "c":
        return True
    if in_words and before.letter == "o":
        return True
    if run.language in UNSPACED and in_words:
        return value < 10 or number.end - number.start < 2
    if in_words and before.letter == "d" and (value <= 2 or not counted) and not qualified:
        return True
    if in_words and not counted and not qualified and value <= MONTHS_A_YEAR and run.after.letter in "|.,_":
        return before.letter in '|.,_"'
    if before.letter in "-/#°." and before.end == run.at(run.first).start:
        return True
    if run.after.letter in "/º" or (before.letter == "|" and run.after.letter == "."):
        return True
    named = before.letter == "x" and run.print_of(before)[:1].isupper()
    return named and not in_words and not counted and not qualified
