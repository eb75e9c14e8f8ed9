"""Who is said to have said a quotation, in scripts without capitals: Chinese, Japanese, Korean, Arabic.

A name has no sign of its own there, so it is what the pattern of an attribution leaves, without time, place and title:

1. who, a verb of speech, a colon or comma, the quotation      市长李明周四表示：“…”      李明
2. the quotation, who, a verb of speech                        “…”，李明说。
3. who with the particle of a subject or topic, the quotation  田中太郎市長は「…」と述べた  田中太郎
4. a verb of speech, who, a particle, the quotation            قال رئيس البلدية سامي نصر إن «…»
"""

import re
from collections.abc import Callable, Mapping

from app.compare.quotes.speech import word_set

LONGEST = 12
"""Signs of the longest name of one word."""
_ZH_SAID = (
    "(?:说道?|說道?|表示|称|稱|指出|强调|強調|认为|認為|写道|寫道|回应|回應|补充道?|宣布|透露|警告|呼吁|坦言|直言|介绍"
    "|告诉[^，：]{1,8})"
)
_ZH_BEFORE = re.compile(rf"([^，。：；！？、]{{1,30}}?){_ZH_SAID}[^，。：；]{{0,6}}[，：:,]?\s*$")
_ZH_AFTER = re.compile(rf"^[，,。]?\s*([^，。：；！？“「]{{1,25}}?){_ZH_SAID}")
_ZH_TITLE = re.compile(
    "总统|總統|主席|总理|總理|首相|部长|部長|外长|外長|防长|发言人|發言人|市长|市長|州长|议员|議員|教授|记者|記者|校长|局长|局長|书记|院长"
    "|董事长|秘书长|大使|经理|主任|先生|女士|研究员|分析师|专家|队长|教练|律师|负责人|工程师"
)
_ZH_REST = re.compile(
    r"(?:在|于|於|周[一二三四五六日]|星期|\d|对|對|向|还|還|也|则|進一步|进一步|再次|当天|當天|同时|昨|今|接受|明确|公开|通过|随后|日前|最后).*$"
)
_ZH_HEAD = re.compile(r"^(?:但是?|而|对此|对于此|据|此外|另外|随后|昨天|今天|当天|同时|\d+[年月日])+")
_ZH_PRONOUN = word_set("他 她 他们 她们 他還 他还 她还 他也 她也")
_JA_SAID = re.compile(
    "述べ|語|話し|言っ|言う|強調|指摘|説明|主張|訴え|答え|コメント|明らか|批判|表明|呼びかけ|発表|書い|尋ね|問う"
)
_JA_BEFORE = re.compile(r"(?:^|[、。])([^、。「」]{1,25}?)(?:は|が)[^「」。]*$")
_JA_AFTER = re.compile(r"^(?:など)?[とって、]{1,3}([^、。「」]{1,20}?)(?:は|が)")
_JA_TITLE = re.compile(
    "(?:氏|さん|首相|大統領|市長|知事|社長|教授|議員|大臣|長官|選手|監督|会長|代表|報道官|外相|容疑者|被告|所長|部長|局長|駅長|船長)$"
)
_JA_PRONOUN = word_set("彼 彼女 同氏 同市長 同社長")
_KO_BEFORE = re.compile(
    r"([가-힣]{2,4})\s?(?:씨|대통령|장관|총리|대표|의원|시장|교수|대변인|위원장|사장)?\s?(?:은|는|이|가)\s[^.]*$"
)
_KO_QUOTED = re.compile(r"^\s?(?:이?라?고|며|이?라며)")
_AR_SAID = re.compile(
    r"(?:^|\s)(?:و|ف)?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|أكد|أكدت|أعلن|أعلنت|ذكر|ذكرت|أوضح|أوضحت|كتب|كتبت|يقول|تقول|تابع)(?=[\s:،])"
)
_AR_STOPS = word_set("إن أن إنه إنها أنه أنها في خلال أمام عن على من إلى عبر يوم لدى بعد قبل بأن إننا")
_AR_TITLES = word_set(
    "رئيس رئيسة وزير وزيرة مدير مديرة عمدة نائب نائبة متحدث متحدثة السيد السيدة الدكتور الدكتورة مهندس كبير"
)
LANGUAGES = word_set("zh ja ko ar")


def uncased_speaker(language: str, before: str, after: str, last: str | None) -> str | None:
    """Who speaks, given what stands before and after a quotation in its sentence; `last` spoke before, for a pronoun."""
    return _READ[language.split("-")[0].lower()](before, after, last)


def _chinese(before: str, after: str, last: str | None) -> str | None:
    found = _ZH_BEFORE.search(before) or _ZH_AFTER.match(after)
    if found is None:
        return None
    who = _ZH_HEAD.sub("", found[1].strip())
    if who in _ZH_PRONOUN:
        return last
    *_, name = re.split(_ZH_TITLE, _ZH_REST.sub("", who))
    if not name and (title := list(_ZH_TITLE.finditer(who))):
        name = who[: title[-1].start()]  # the title comes after the name
    return name if 1 < len(name) <= LONGEST else None


def _japanese(before: str, after: str, last: str | None) -> str | None:
    if not _JA_SAID.search(after):
        return None
    found = _JA_AFTER.match(after) or _JA_BEFORE.search(before)
    if found is None:
        return None
    who = found[1].strip()
    if who in _JA_PRONOUN:
        return last
    *_, name = who.split("の")
    name = _JA_TITLE.sub("", name)
    return name if 1 < len(name) <= LONGEST else None


def _korean(before: str, after: str, last: str | None) -> str | None:
    del last
    found = _KO_BEFORE.search(before)
    return found[1] if found and _KO_QUOTED.match(after) else None


def _arabic(before: str, after: str, last: str | None) -> str | None:
    found = [*_AR_SAID.finditer(before)][-1:]
    if found and not before[found[0].end() :].strip(" :،"):
        return last  # the verb alone: the same one as before
    words = (
        (before[found[0].end() :] if found else _after_verb(after))
        .replace("،", " ، ")
        .replace(":", " : ")
        .split()
    )
    name: list[str] = []
    for word in words:
        if word in _AR_STOPS or not word[0].isalpha():
            break
        name.append(word)
    while len(name) > 1 and (name[0] in _AR_TITLES or name[0].startswith("ال")):
        name.pop(0)
    return " ".join(name) if 0 < len(name) <= 4 and name[0] not in _AR_TITLES else None


def _after_verb(after: str) -> str:
    found = _AR_SAID.search(after)
    return after[found.end() :] if found and not after[: found.start()].strip(' ،,”»"') else ""


_READ: Mapping[str, Callable[[str, str, str | None], str | None]] = {
    "zh": _chinese,
    "ja": _japanese,
    "ko": _korean,
    "ar": _arabic,
}
