"""Paragraphs that blank lines part."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def split_at_blank_lines(text: str) -> list[str]:
    """The paragraphs of a text that is parted by blank lines only; line breaks inside stay."""
    pieces: list[list[str]] = [[]]
    for line in text.splitlines():
        if is_blank(line):
            pieces.append([])
        else:
            pieces[-1].append(line.rstrip())
    return ["\n".join(lines).strip() for lines in pieces if lines]


def is_blank(line: str) -> bool:
    """Whether there is nothing to see on the line."""
    return not line.strip().strip(_INVISIBLE).strip()
