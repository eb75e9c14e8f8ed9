"""What figures look like, as patterns over the letters of pieces (app.compare.figures.pieces), in any language.

Numbers are `y` (may be a year), `e` (may be a day of a month) or `n`; the other letters are those of the vocabulary. Of
patterns that begin at one place the first here is taken:

    D,M.e,y      Thursday, Feb. 24, 2022          Q$n     more than $240 billion        n-UO    two-year-old
    efMfy        24 de febrero de 2022            nf$     240 millions de dollars       Q?n-x   21-gun, at least 14 people
"""

import re

N = "[nye]"
RANGE = f"(?:{N}(?:-?t-?|-)(?={N}))?"
"""The first half of “10 to 15”."""

FORMS: tuple[tuple[str, str], ...] = (
    # clock times, and what is told without a number
    ("skip", rf"{N}\.?Z|Z{N}|v(?:f?v)*{N}?"),
    # dates
    ("iso", r"y-e-e(?![-\d])"),
    ("numeric", r"e/e/y"),
    ("dotted", r"(?:D,?)?8"),
    ("ago", rf"Q?(?:{N}|i)-?[Uj]A|V(?:{N}|i)U|V2"),
    ("characters", rf"yj(?:{N}m(?:{N}r)?)?|[en]j|[en]m(?:{N}r)?(?!U)|[en]r"),
    ("day_month", r"(?:D,?)?d?[eo][.º]?f?M(?!\.?[eo])\.?(?:[,f]{0,2}y)?"),
    ("month_day", r"(?:D,?)?M\.?[eo](?:-e(?!\.))?(?:,?y)?"),
    ("month_year", r"T?M\.?[,f]?f?y"),
    ("month_told", r"TM|Mf?T"),
    ("event", r"E[fd]*x"),
    ("offset", r"R"),
    ("unit_told", r"d?TU(?!O)|d?Uf?T(?!U)"),
    ("weekday", r"T?DP?|DT"),
    ("day_told", r"YP?"),
    ("decade", r"X"),
    ("years", r"(?:b?y[-t]y|by&y)(?!-?x)"),
    ("year_named", r"Q?yU"),
    # parts of a whole
    ("percent", rf"Q?{RANGE}{N}-?[%p]Q?|Q?{N}%[-t]{N}%|Q?g{N}|Q?%{N}"),
    ("fraction", rf"Q?(?:{N}|i)-?q|Q?(?:{N}|i)-?o(?=f)|Q?hf?(?=f|d)"),
    # money and measures
    ("money", rf"Q?K?\$(?:{N}k?[-t]\$?)?{N}-?[ku]?(?:-?\$)?|Q?{RANGE}{N}\.?f?-?\$Q?"),
    ("measure", rf"Q?{RANGE}{N}-?[uk]Q?"),
    # time
    ("age", rf"G{N}U?|,{N},"),
    ("duration", rf"Q?(?:b?{N}(?:-?t-?|[-&])(?={N}))?{N}-?T?-?UQ?(?:-?O)?|[23]|(?<=[IQaBV])iU|hi?U"),
    # ranks and counts
    ("rank", rf"#\.?{N}"),
    ("ordinal", rf"o(?:-?[xU])?|N{N}k?|[ne]-º(?:x)?"),
    ("year", r"y"),
    ("month", r"M"),
    ("count", rf"Q?(?:b{N}&|{RANGE}){N}Q?(?:-x|[xc])?"),
)
"""The names of the forms, each with a pattern."""
GRAMMAR = re.compile(
    "(?![x_|.acfBFI&])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in FORMS) + ")"
)
