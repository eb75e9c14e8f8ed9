"""Who wrote, photographed and contributed: bylines, credits and the captions that credits stand under."""

import regex

from app.ingest.agencies import NAMES, agency_name
from app.ingest.shape import count_words, has_several_sentences, is_closed, is_quoted

_FLAGS = regex.IGNORECASE | regex.VERSION1
MAX_BYLINE_WORDS = 20
MAX_CAPTION_WORDS = 60

_BY = regex.compile(
    r"(?:(?:written |words |story |report(?:ing)? )?by|von|par|por|di|door|av|af|byline:|author:"
    r"|authors:|autor:|autorin:|auteur\s?:|text:"
    r"|作者[:：]|文[/／:：]|记者[:：]|بقلم:?)\s*",
    _FLAGS,
)
_HAN_NAME = r"[\p{Han}々]{2,4}(?:·\p{Han}{1,8})?"
_HAN_NAMES = rf"{_HAN_NAME}(?:[\s、,，/]+{_HAN_NAME}){{0,4}}"
_HAN_BY = regex.compile(
    # a label that says no more than "By"
    rf"(?:[记記]者|文|撰文|采写|取材・文|執筆)\s*[:：/／|｜丨・\s]\s*(?P<names>{_HAN_NAMES})"
    # whose or what reporter: 本报记者 is "our reporter"
    rf"|[（(]?(?:\p{{Han}}{{1,8}}[记記]者|通[讯訊][员員])\s*[:：|｜\s]\s*{_HAN_NAMES}[）)]?"
    rf"|[（(]?本[报報网網刊台社][记記]者{_HAN_NAMES}[）)]?"
)
_NOT_A_NAME = regex.compile(
    r"(?:the|a|an|this|that|then|now|noon|midnight|next|last|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\s(?:\d"
    r"|the\b)",
    _FLAGS,
)
# fmt: off
_SMALL = frozenset((
    "and", "und", "et", "y", "e", "i", "og", "och", "en", "with", "mit", "avec", "con", "com", "for",
    "für", "pour", "para", "of", "in", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le",
    "van", "von", "der", "den", "zu", "bin", "al", "el", "ter", "ten", "te", "af", "av", "at", "from",
    "staff", "writer", "writers", "reporter", "reporters", "correspondent", "editor", "special", "to",
    "|", "/", "&", "–", "—", "-", "·",
))
# fmt: on
_ROLE = (
    r"(?:(?:senior|chief|special|foreign|political|staff|science|sports?|environment|health|local|world"
    r"|deputy|contributing|guest) ){0,3}"
    r"(?:staff|writer|reporter|correspondent|editor|columnist|contributor|journalist|redakteur(?:in)?"
    r"|reporter(?:in)?|korrespondent(?:in)?"
    r"|journaliste|redactora?|correspondant|corresponsal|giornalista)"
)
_ROLE_ALONE = regex.compile(_ROLE, _FLAGS)
_NAME = r"\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:de|del|van|von|der|da|di|bin|al|la|le)\s)?\p{Lu}[\p{L}\p{M}.'’-]*){1,3}"
_SIGNED = regex.compile(
    rf"{_NAME}(?:(?:,| and| und| et| y| e)\s{_NAME}){{0,3}}\s*[,|/·–—-]\s*(?i:{_ROLE})s?(?:\s?(?:,|in"
    rf"|at)\s.{{1,40}})?"
)
_NOTE = regex.compile(rf"{_NAME} is (?:a|an|the|our) [^.!?]{{0,40}}?(?i:{_ROLE})\b[^.!?]{{0,160}}\.?")
_OWN = regex.compile(
    r"(?:from |by )?(?:our|a|an|the)? ?(?:own |special |staff )?(?:correspondents?|reporters?|writers?|bureau|staff)",
    _FLAGS,
)
_NAMES_ONLY = regex.compile(rf"{_NAME}(?:(?:,| and|, and| und| et| y| e)\s{_NAME}){{0,3}}")
_LABEL = regex.compile(r"[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.-]*(?:[\s,]+[\p{Lu}][\p{L}\p{M}'’.-]*){1,2}")

_PHOTO = regex.compile(
    r"[\[(]?(?:(?:file |handout )?(?:photos?|photographs?|images?|pictures?|video|graphic"
    r"|illustration)(?: (?:by|courtesy(?: of)?|credit))?\s*[:/]\s*|"
    r"(?:photos?|photographs?|images?|pictures?|video) (?:by|courtesy of|credit:?) |"
    r"(?:foto|bild|quelle|fotografía|imagen|imagem|crédit(?:os?)?(?: photo)?|photo credit|image credit"
    r"|credit|source|图片来源|来源|出典|фото|источник|图|摄影|صورة|الصورة)\s*[:：/]\s*)"
    r"(?P<who>.{1,100})",
    _FLAGS,
)
_VIA = regex.compile(
    r"[\[(]?.{0,80}(?:\bvia\s(?:getty images|ap|reuters|afp|epa|x|twitter|facebook)|getty images"
    r"|/shutterstock|ap photo\b.{0,40}|/imago"
    r"|picture alliance.{0,20}|(?:/|©\s?|\bvia\s)(?:ap|afp|reuters|epa|dpa|efe|ansa|xinhua|ntb|tt))[\])]?\.?",
    _FLAGS,
)
_VIA_SIGNS = ("via", "getty", "ap photo", "picture alliance", "/", "©")
"""One of them stands in whatever `_VIA` matches; looked for first, being much cheaper."""
_SLASHED_AGENCY = regex.compile(r"(?:REUTERS|AFP|AP Photo|EPA|EFE|dpa|Xinhua)\s?/\s?.{2,60}")
_BETWEEN_AGENCIES = regex.compile(r"\s*[/,+]\s*")
_INITIALS = tuple({name[0] for name in NAMES})
_SOURCE = regex.compile(
    r"[\[(]?(?:source|with|mit material von|mit agenturmaterial|quelle|avec|source\s?:"
    r"|con información de|com informações de|con)\s*:?\s*"
    r"(?P<agency>[^()\n]{2,40}?)[\])]?\.?",
    _FLAGS,
)
_REPORTERS = [
    r"\(?(?:additional |extra )?(?:reporting|writing|editing|compiled|photographs|graphics|translation|translated|edited)"
    r"(?: and (?:reporting|writing|editing))? by\b.{1,300}",
    r"(?:mitarbeit|redaktion|redaktionelle mitarbeit|übersetzung|redacción|edición|traduction|traducción|reportagem"
    r"|edição|责任编辑|编辑|责编)\s*[:：].{1,200}",
    r"(?:additional|contributing) (?:reporters?|reporting|writers?)\s*:.{1,200}",
]
_REPORTER = regex.compile("|".join(f"(?:{pattern})" for pattern in _REPORTERS), _FLAGS)
_CONTRIBUTED = (
    r"\p{Lu}[^.!?“”\"]{2,300}\bcontributed(?: reporting| research)?(?: from [^.]{1,40})? "
    r"to this (?:report|story|article|piece)\.?"
)
_REPORTED = r"\p{Lu}[^.!?“”\",]{1,80} (?:reported|writes|wrote) from \p{Lu}[^.!?“”\",]{1,40}(?:, [^.!?“”\",]{1,30})?\."
_CONTRIBUTORS = regex.compile(rf"(?:{_REPORTED}\s)?{_CONTRIBUTED}|{_REPORTED}")
_GLUED = regex.compile(rf"(?<=[.!?…][\"'”’»)]{{0,2}})\s(?P<credit>(?:{_REPORTED}\s)?{_CONTRIBUTED})$")
_CAPTION = regex.compile(
    r"(?:file\s*[-–—]{1,2}\s.{10,}|(?:file )?(?:photo|image|picture|video|caption|bildunterschrift"
    r"|legende|légende)\s*[:–—]\s(?P<labelled>.{10,})"
    r"|[\[(](?:image|photo|picture|video|bild|foto)\s*:.{3,}|!\[.*\]\(.*\)"
    r"|.{10,}\((?:ap photo|photo|photograph|picture|image|foto|bild|photo by|afp|reuters|getty images"
    r"|epa)\b[^()]{0,80}\))"
    r"|.{10,}[.!?…]\s(?:(?:file )?(?:photo|photograph|picture|image)|foto|bild)\s*:\s*\p{Lu}[^.!?]{1,60}\.?",
    _FLAGS,
)


def read_byline(line: str) -> str | None:
    """Who wrote, from a line that says nothing else: what follows "By", or a name with its role; else None."""
    line = line.strip().strip("*_")
    if len(line) > 200 or count_words(line) > MAX_BYLINE_WORDS:
        return None
    by = _BY.match(line)
    if by is None and (han := _HAN_BY.fullmatch(line)):
        return han["names"] or line
    if by is None:
        return line if _SIGNED.fullmatch(line) or _OWN.fullmatch(line) else None
    names = line[by.end() :].strip()
    return names if names and (_OWN.fullmatch(names) or _are_names(names)) else None


def is_role(line: str) -> bool:
    """Whether the line is a bare role, as in "Staff Writer"."""
    return len(line) < 60 and _ROLE_ALONE.fullmatch(line.strip()) is not None


def are_names(line: str) -> bool:
    """Whether the line is nothing but one to four people's names."""
    return len(line) < 120 and _NAMES_ONLY.fullmatch(line) is not None


def is_label(line: str) -> bool:
    """Whether the line is two or three capitalised words alone, as pictures are labelled."""
    return len(line) < 60 and _LABEL.fullmatch(line) is not None and not is_closed(line)


def is_credit(paragraph: str) -> bool:
    """Whether the paragraph names nothing but the source of a picture or of the text."""
    text = paragraph.strip()
    if len(text) > 120 or is_quoted(text):
        return False
    if is_agency_line(text) or _SLASHED_AGENCY.fullmatch(text):
        return True
    photo = _PHOTO.fullmatch(text)
    if photo and count_words(text) <= 12:
        return not has_several_sentences(text) and not photo["who"][0].islower()
    folded = text.casefold()
    if any(sign in folded for sign in _VIA_SIGNS) and _VIA.fullmatch(text):
        return count_words(text) <= 10
    source = _SOURCE.fullmatch(text)
    return source is not None and agency_name(source["agency"]) is not None


def is_agency_line(text: str) -> bool:
    """Whether the line is an agency's name alone, bracketed or not."""
    bare = text.strip(" ()[]*_.")
    if not bare.startswith(_INITIALS):
        return False
    parts = _BETWEEN_AGENCIES.split(bare)
    return len(parts) <= 4 and all(part in NAMES for part in parts)


def is_reporter_credit(paragraph: str) -> bool:
    """Whether the paragraph says who reported, wrote, edited or contributed."""
    if len(paragraph) > 600 or is_quoted(paragraph):
        return False
    if _REPORTER.fullmatch(paragraph):
        return True
    said = "contributed" in paragraph or " from " in paragraph
    return said and _CONTRIBUTORS.fullmatch(paragraph) is not None


def is_author_note(paragraph: str) -> bool:
    """Whether the paragraph introduces its author, as below an article: "Anna Berg is a staff writer at …"."""
    return len(paragraph) < 300 and _NOTE.fullmatch(paragraph) is not None


def cut_contributors(paragraph: str) -> tuple[str, str | None]:
    """Part who contributed from the last sentence of the body, where both stand in one paragraph."""
    match = _GLUED.search(paragraph, max(0, len(paragraph) - 400))
    return (paragraph[: match.start()], match["credit"]) if match else (paragraph, None)


def is_caption(paragraph: str) -> bool:
    """Whether the paragraph says itself that it describes a picture or film."""
    text = paragraph.strip()
    if len(text) > 700 or is_quoted(text):
        return False
    match = _CAPTION.fullmatch(text)
    return match is not None and not (match["labelled"] or "A")[0].islower()


def _are_names(text: str) -> bool:
    """Capitalised words and the small ones between them; after a comma or bar a role may follow in any case."""
    if _NOT_A_NAME.match(text) or (text[-1] in ".!?…:" and not regex.search(r"\b\p{L}{1,2}\.$", text)):
        return False
    names, *_ = regex.split(r"[,|(]", text, maxsplit=1)
    words = names.split()
    if not words or len(words) > 12:
        return False
    return not words[0][0].islower() and all(
        word.lower() in _SMALL or not word[0].islower() for word in words
    )
