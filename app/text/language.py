"""Which language a text is in, when nobody says."""

import py3langid

SAMPLE_LENGTH = 2000
"""Code points looked at: more does not change the answer on running text, and the cost stays flat."""
FALLBACK = "en"
SHORT = 40
"""Letters below which a text in plain Latin letters is too short to tell: `FALLBACK` is less often wrong than a guess."""


def detect_language(text: str) -> str:
    """The ISO 639 code (mostly of two letters) of the text's language; `FALLBACK` for a text too short to tell.

    Method: naive Bayes over byte n-grams (Lui and Baldwin, langid.py, ACL 2012), as kept up in py3langid. The first call
    loads its model (under a second).
    """
    sample = text[:SAMPLE_LENGTH].encode("utf-8", "replace").decode("utf-8")
    letters = [sign for sign in sample if sign.isalpha()]
    if len(letters) < SHORT and all(map(str.isascii, letters)):
        return FALLBACK
    return str(py3langid.classify(sample)[0])
