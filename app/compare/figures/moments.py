"""Readings of dates, in full, in part, or told from the day of publication (app.compare.figures.dates)."""

import re
from decimal import Decimal

from app.compare.figures import amounts
from app.compare.figures.dates import FARTHEST, made_date
from app.compare.figures.pieces import FIRST_YEAR
from app.compare.figures.run import NUMBERS, Reading, Run
from app.text.normalize import match_form

OFFSETS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
PLURAL = re.compile(
    r"(?:years|weeks|months|days|jahren?|wochen|monaten?|tagen?|années|ans|semaines|jours|semanas|meses|años|anos|días|dias"
    r"|mesi|anni|settimane|giorni|weken|maanden|jaren|dagen|лет|годы|недель|месяцев|дни|дней|سنوات|أشهر|أيام|أسابيع)$",
    re.IGNORECASE,
)
"""Units told in the plural, “last years”: vague."""
NAMES_ALSO = frozenset(
    {"may", "march", "april", "june", "august", "mai", "mars", "abril", "avril", "maj", "mei", "marzo"}
)
"""Months that are first names, surnames or other words as well."""
NOT_A_DAY = frozenset({"every", "each", "black", "good", "jeden", "chaque", "cada", "каждый"})
PART_BEFORE = frozenset({"early", "late", "later"})
"""Parts of a day that are told right before its name."""
LAST_MONTH = 12
YEAR_NAMED = frozenset({"ru", "uk", "be", "bg"})
"""Languages that write “year” behind the number of one."""


def iso(run: Run) -> Reading | None:
    """`2024-05-16`."""
    year, month, day = map(int, run.numbers())
    return _day(run, year, month, day)


def numeric(run: Run) -> Reading | None:
    """16/05/2024; in English 5/16/2024 too, and where both could be meant, the American order."""
    one, other, year = map(int, run.numbers())
    if (run.language == "en" and one <= LAST_MONTH) or other > LAST_MONTH:
        one, other = other, one
    return _day(run, year, other, one)


def dotted(run: Run) -> Reading | None:
    """16.05.2024."""
    year, month, day = map(int, str(run.items("8")[0].value).split("-"))
    return _day(run, year, month, day)


def _day(run: Run, year: int, month: int, day: int) -> Reading | None:
    return (
        Reading("date", f"{year:04}-{month:02}-{day:02}", run.first, run.last)
        if made_date(year, month, day)
        else None
    )


def characters(run: Run) -> Reading | None:
    """2024年5月16日, 5月16日, 5月, 16日; 3年 is a duration."""
    numbers = [int(number) for number in run.numbers()]
    letters = [letter for letter in run.code if letter in "jmr"]
    if letters == ["j"] and numbers[0] < FIRST_YEAR:
        return Reading("duration", f"P{numbers[0]}Y", run.first, run.last)
    if letters == ["r"] and not run.print_of(run.items(NUMBERS)[0]).isdecimal():
        return None  # 一日 is “a day”
    told = dict(zip(letters, numbers, strict=True))
    year = f"{told['j']:04}" if "j" in told else "XXXX"
    month, day = told.get("m"), told.get("r")
    if (month and month > LAST_MONTH) or (day and not made_date(2000, month or 1, day)):
        return None
    parts = [year] + ([f"{month:02}"] if month else ["XX"] if day else []) + ([f"{day:02}"] if day else [])
    return Reading("date", "-".join(parts), run.first, run.last)


def month_date(run: Run) -> Reading | None:
    """Feb. 24, 2022 · 24. Februar · le 1er mai · February 2022, as far as it is told."""
    month = int(str(run.items("M")[0].value))
    years = run.items("y")
    year = f"{int(str(years[-1].value)):04}" if years else "XXXX"
    ranked = run.items("o")
    days = [int(str(piece.value)) for piece in run.items("e")] + [
        int(Decimal(str(piece.value))) for piece in ranked
    ]
    if not days:
        return Reading("date", f"{year}-{month:02}", run.first + (run.code[0] == "I"), run.last)
    if not made_date(int(year) if years else 2000, month, days[0]):
        return None
    first = run.first + (run.code[0] == "d")
    last = run.last
    while run.at(last - 1).letter in ",f":
        last -= 1
    return Reading("date", f"{year}-{month:02}-{days[0]:02}", first, last)


def month_told(run: Run) -> Reading | None:
    """“last March”."""
    month = int(str(run.items("M")[0].value))
    return Reading("date", f"XXXX-{month:02}", run.first, run.last)


def month(run: Run) -> Reading | None:
    """“March” alone, where it is no name."""
    piece = run.at(run.first)
    name = run.print_of(piece)
    near = run.before.letter
    if match_form(name) in NAMES_ALSO:
        told = near in "ITFtb&" or (
            match_form(name) not in {"may", "mai"} and near in "xd," and not _named(run)
        )
    else:
        told = len(name) > len("Mar") and match_form(name) != "sept" and not _named(run)
    return Reading("date", f"XXXX-{int(str(piece.value)):02}", run.first, run.last) if told else None


def _named(run: Run) -> bool:
    """Whether a capital stands before or behind it, as in a name."""
    if run.language == "de":
        return False
    before, after = run.print_of(run.before), run.print_of(run.after)
    return (run.before.letter == "x" and before[:1].isupper()) or (
        run.after.letter == "x" and after[:1].isupper()
    )


def event(run: Run) -> Reading | None:
    """`visit-1D` for the eve of the visit: a day told from an event, which its noun stands for."""
    noun = run.at(run.last - 1)
    if not run.is_content(noun) and run.language not in {"zh", "ja"}:
        return None
    days = int(str(run.items("E")[0].value))
    return Reading("date", f"{match_form(run.print_of(noun))}{days:+d}D", run.first, run.last)


def offset(run: Run) -> Reading:
    """“last week”, as dateparser knows it."""
    value = str(run.items("R")[0].value)
    return Reading("date", f"{OFFSETS[value[0]]}{value[1:]}", run.first, run.last)


def unit_told(run: Run) -> Reading | None:
    """“last year”, “this week”; “This Week” with two capitals is a name."""
    unit = run.items("U")[0]
    named = all(run.print_of(piece)[:1].isupper() for piece in run.items("TU")) and run.language != "de"
    if named or str(unit.value) not in {"W", "M", "Y"} or PLURAL.search(run.print_of(unit)):
        return None
    steps = int(str(run.items("T")[0].value))
    return Reading("date", f"{OFFSETS[str(unit.value)]}{steps:+d}", run.first, run.last)


def ago(run: Run) -> Reading | None:
    """“two years ago”; in units below a day it is a duration."""
    pairs = run.items("2")
    unit = str(pairs[0].value)[1:] if pairs else "Y" if run.items("j") else str(run.items("U")[0].value)
    many = Decimal(2) if pairs else run.count()
    if unit[-1] in "HNS":
        return amounts.duration(run) if not pairs else None
    steps = many * amounts.length(unit)
    if steps % 1 or steps > FARTHEST:
        return None
    return Reading("date", f"{OFFSETS[unit[-1]]}-{int(steps)}", run.first, run.last)


def weekday(run: Run) -> Reading | None:
    """“Thursday”, “last Thursday”, “Thursday afternoon”, “late Thursday”."""
    before = match_form(run.print_of(run.before))
    if before in NOT_A_DAY:
        return None
    first = run.first - (before in PART_BEFORE and run.language == "en")
    return Reading("date", f"XXXX-WXX-{run.items('D')[0].value}", first, run.last)


def day_told(run: Run) -> Reading | None:
    """“yesterday”; “today” only outside of quoted speech, where it may mean nowadays."""
    days = int(str(run.items("Y")[0].value))
    if not days and (_quoted(run) or run.print_of(run.at(run.first)).endswith("s")):
        return None
    return Reading("date", f"day{days:+d}", run.first, run.last)


def _quoted(run: Run) -> bool:
    at = run.at(run.first).start
    before = run.text[max(0, at - 300) : at].rpartition("\n")[2]
    opened = sum(before.count(mark) for mark in "“„«「") - sum(before.count(mark) for mark in "”»」")
    return opened > 0 or before.count('"') % 2 == 1


def decade(run: Run) -> Reading:
    """`199X` for the 1990s."""
    return Reading("date", str(run.items("X")[0].value), run.first, run.last)


def years(run: Run) -> Reading | None:
    """`2019/2021` for 2019 to 2021."""
    first, last = run.numbers()
    if first >= last:
        return None
    at = run.first + (run.code[0] == "b")
    return Reading("date", f"{first}/{last}", at, run.last)


def year_named(run: Run) -> Reading | None:
    """“1898 года”; in most languages a unit behind such a number makes it a duration."""
    if run.language not in YEAR_NAMED or str(run.items("U")[0].value) != "Y":
        return amounts.duration(run)
    return Reading("date", str(run.count()), run.first, run.last)


def year(run: Run) -> Reading | None:
    """“2023”, or a count of as many: “killed 2000 people”."""
    owned = run.print_of(run.before).endswith(("'s", "’s"))
    noun = run.after.letter == "x" and run.print_of(run.after)[:1].islower() and run.is_content(run.after)
    counted = run.after.letter == "c" or (noun and not owned and run.before.letter not in "IdTf,(|t&-")
    if (
        run.before.letter == "-"
        and run.before.end == run.at(run.first).start
        and run.at(run.first - 2).letter == "x"
    ):
        return None
    if counted or run.before.letter == "Q":
        return amounts.count(Run(run.text, run.language, run.pieces, run.first, run.last + counted))
    return Reading("date", str(run.count()), run.first, run.last)
