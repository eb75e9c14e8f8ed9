"""The command line with sentences cut as ../shared/evals/revisions.py cuts them; for that script alone.

Its reference sentences end at every full stop or closing quotation mark before a capital: “Mr. | Trump”, “…,” | Smith said.
Scored on them, a tool that reads sentences rightly is marked down for it; this shows what alignment, moves and changes
are worth.
"""

import re
from collections.abc import Sequence
from unittest.mock import patch

from app import cli
from app.text import document
from app.text.sentences import trim

_CUT = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")


def split_blocks(blocks: Sequence[str], language: str = "en") -> list[list[tuple[int, int]]]:  # noqa: ARG001
    """The script's sentences of each block, in the form of app.text.sentences.split_blocks."""
    return [[trim(text, start, end) for start, end in _pieces(text)] for text in blocks]


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [match.start() for match in _CUT.finditer(text)]
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


if __name__ == "__main__":
    with patch.object(document, "split_blocks", split_blocks):
        cli.main()
