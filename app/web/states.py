"""The rules of the style sheets for what a pointer or the focus is on, said again of parts that are to look so without it.

The style page alone asks for them: the sheets themselves know of no such parts.
"""

import re
from collections.abc import Iterable, Iterator

STATES = {":hover": ".is-hover", ":focus-visible": ".is-focus"}
"""What browsers call a state, and the class of a part that is shown in it."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACE = re.compile(r"([^{}]*)([{}])")


def states_shown(sheets: Iterable[str]) -> str:
    """Every rule of some style sheets that has a state, with the class in its place, within what it stands in.

    >>> print(states_shown(["@layer pages { .way { color: red; } .way:hover { color: blue; } }"]))
    @layer pages { .way.is-hover { color: blue; } }
    """
    return "\n".join(rule for sheet in sheets for rule in _rules(sheet))


def _rules(sheet: str) -> Iterator[str]:
    around: list[str] = []
    for text, brace in _BRACE.findall(_COMMENT.sub("", sheet)):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
            continue
        selector = around.pop()
        if text.strip() and any(state in selector for state in STATES):
            for state, css in STATES.items():
                selector = selector.replace(state, css)
            yield " { ".join([*around, selector, text.strip()]) + " }" * (len(around) + 1)
