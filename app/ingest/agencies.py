"""News agencies, and the dateline that names a place and one of them."""

import regex

NAMES: dict[str, str] = {
    "AP": "Associated Press",
    "AP News": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "Thomson Reuters": "Reuters",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "dpa": "Deutsche Presse-Agentur",
    "DPA": "Deutsche Presse-Agentur",
    "dpa-AFX": "Deutsche Presse-Agentur",
    "Deutsche Presse-Agentur": "Deutsche Presse-Agentur",
    "EFE": "Agencia EFE",
    "Agencia EFE": "Agencia EFE",
    "Europa Press": "Europa Press",
    "ANSA": "Agenzia ANSA",
    "Ansa": "Agenzia ANSA",
    "Lusa": "Agência Lusa",
    "Agência Brasil": "Agência Brasil",
    "UPI": "United Press International",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "Press Association": "PA Media",
    "The Canadian Press": "The Canadian Press",
    "AAP": "Australian Associated Press",
    "PTI": "Press Trust of India",
    "Press Trust of India": "Press Trust of India",
    "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service",
    "TASS": "TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "Xinhua": "Xinhua News Agency",
    "Kyodo": "Kyodo News",
    "Kyodo News": "Kyodo News",
    "Yonhap": "Yonhap News Agency",
    "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency",
    "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg",
    "APA": "Austria Presse Agentur",
    "SDA": "Keystone-SDA",
    "Keystone-SDA": "Keystone-SDA",
    "epd": "Evangelischer Pressedienst",
    "KNA": "Katholische Nachrichten-Agentur",
    "SID": "Sport-Informations-Dienst",
    "Belga": "Belga",
    "ANP": "Algemeen Nederlands Persbureau",
    "NTB": "Norsk Telegrambyrå",
    "Ritzau": "Ritzau",
    "TT": "TT Nyhetsbyrån",
    "PAP": "Polska Agencja Prasowa",
    "Рейтер": "Reuters",
    "ТАСС": "TASS",
    "РИА Новости": "RIA Novosti",
    "Интерфакс": "Interfax",
    "Укринформ": "Ukrinform",
    "共同通信": "Kyodo News",
    "新华社": "Xinhua News Agency",
    "中新社": "China News Service",
    "路透社": "Reuters",
    "法新社": "Agence France-Presse",
    "رويترز": "Reuters",
    "أ ف ب": "Agence France-Presse",
    "أ ب": "Associated Press",
    "د ب أ": "Deutsche Presse-Agentur",
}
"""What an agency is called in datelines and credits, and its full name."""

_DASH = r"\s*\.?\s*(?:—|–|--|-|:)\s*(?=\S)"
_NAMED = regex.compile(r"(?P<dateline>(?P<place>[^()\n]{0,60})\((?P<agency>[^()\n]{2,40})\))" + _DASH)
_PLACE = regex.compile(
    r"(?P<dateline>(?P<city>\p{Lu}[\p{Lu}'’.\- ]{1,30}\p{Lu}\.?)(?:,\s[\p{L}\p{N}. ]{2,24}){0,2})\s+(?:—"
    r"|–|--|-)\s+"
    r"(?=[\p{Lu}\p{N}\"“‘'«„(])"
)
_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}'’.\- ]{1,30}(?:,\s[\p{L}\p{N}. ]{2,24}){0,2}")
_DASH_AFTER = regex.compile(r"\s*(?:—|–|--)")
_CHINESE = regex.compile(
    r"(?P<dateline>(?P<agency>新华社|中新社|路透社|法新社)\S{1,12}?\d{1,2}月\d{1,2}日)(?:电|讯)"
)
_LOOKED_AT = 140


def agency_name(alias: str) -> str | None:
    """The full name of an agency, or of the first known one in "AFP/Reuters"; None for anything else."""
    parts = (alias, *regex.split(r"\s*(?:[/,+]|\band\b|\bund\b|\bet\b)\s*", alias))
    return next((NAMES[part.strip()] for part in parts if part.strip() in NAMES), None)


def read_dateline(paragraph: str) -> tuple[str, str | None] | None:
    """The dateline that opens a paragraph and the agency in it, as in ("HALDEN (AP)", "Associated Press").

    Three forms: a place before an agency in brackets and a dash (one that is not known needs a place in capitals); a place
    in capitals before a dash; the Chinese one.
    """
    head = paragraph[:_LOOKED_AT]
    named = _NAMED.match(head)
    if named and (agency := _dateline_agency(named)) and _is_place(named["place"]):
        inner = None if named["place"].strip() else _PLACE.match(head, named.end())
        return (head[: inner.end("dateline")] if inner else named["dateline"].strip()), agency
    chinese = _CHINESE.match(head)
    if chinese:
        return chinese["dateline"], NAMES[chinese["agency"]]
    place = _PLACE.match(head)
    if place and len(place["city"].split()) <= 4:
        return place["dateline"].strip(), None
    return None


def _dateline_agency(named: "regex.Match[str]") -> str | None:
    """The agency in brackets: a known one, or as printed after a place in capitals, which nothing but a dateline has."""
    in_capitals = _CAPITALS.fullmatch(named["place"].strip()) and _DASH_AFTER.match(
        named.string, named.end("dateline")
    )
    return agency_name(named["agency"]) or (named["agency"].strip() if in_capitals else None)


def _is_place(text: str) -> bool:
    """A place is a few words, the first with a capital (or of a script without)."""
    words = text.split()
    return not words or (len(words) <= 8 and not words[0][0].islower() and words[0][0].isalpha())
