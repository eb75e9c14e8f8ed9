"""What a comparison says of itself where a limit on its steps was hit and the result is coarser."""

SENTENCE_CUT = "of a sentence of very many words, only the first ones were looked at for likeness"
IN_STEP = "common words were followed only in step"
FEWER_KEPT = "of very many sentences, each was held against fewer others"
REPEATED = "repeated sentences were paired without regard to their order"
REPLACED_WHOLE = "a passage of more than 100,000 words was replaced whole"
MIDDLE_REPLACED = "what two very long passages have between common beginning and end was replaced whole"
REPEATED_RUNS = "of words repeated more than 16 times, reuse was looked for in the nearest places only"
FEWER_LINKS = "of a sentence with very many counterparts, only the surest were taken into statements"
FEWER_FIGURES = "of very many figures and dates, only the first ones were listed or held against each other"
_ORDER = (
    SENTENCE_CUT,
    REPEATED,
    IN_STEP,
    FEWER_KEPT,
    REPLACED_WHOLE,
    MIDDLE_REPLACED,
    REPEATED_RUNS,
    FEWER_LINKS,
    FEWER_FIGURES,
)


class Limits:
    """Gathers the limits that one comparison hits."""

    def __init__(self) -> None:
        self._hit: set[str] = set()

    def hit(self, reason: str) -> None:
        """Note that a limit was hit; `reason` is one of this module's."""
        self._hit.add(reason)

    def reasons(self) -> tuple[str, ...]:
        """Every limit that was hit, once, in the order of the steps of the work."""
        return tuple(reason for reason in _ORDER if reason in self._hit)
