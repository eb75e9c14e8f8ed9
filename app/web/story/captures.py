"""Why a capture looks incomplete, in words that a reader can check."""

from app.compare.story.completeness import Reason


def reason_words(reason: Reason) -> str:
    """The end of a sentence that begins with “The captured text looks incomplete because”."""
    if reason.kind == "short":
        return f"it has {reason.count} word{'' if reason.count == 1 else 's'} in all"
    if reason.kind == "ellipsis":
        return f"it ends in an ellipsis (“{reason.words}”)"
    if reason.kind == "mid_sentence":
        return f"it ends in mid-sentence (“{reason.words}”)"
    if reason.kind == "more":
        return f"it ends where the page says “{reason.words}”"
    return f"it ends at a pay wall (“{reason.words}”)"
