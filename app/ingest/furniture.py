"""What a page prints around an article and is no part of it: sign-up lines, share buttons, comment forms, disclaimers.

Every rule looks at a whole paragraph, and a short one: a sentence that merely mentions a newsletter or begins with "Share"
is body text. What a rule wrongly spares stays readable; what it wrongly takes is lost to the comparison.
"""

import re

import regex

from app.ingest.shape import count_words, is_closed

MAX_WORDS = 90
"""Words of the longest paragraph that a rule looks at."""

# The standard re: it makes these long patterns ready in a fifth of the time that regex takes.
_FLAGS = re.IGNORECASE | re.DOTALL

_LINES = [  # short lines, matched as a whole
    r"(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidade?"
    r"|pubblicità|ads?|photos?|videos?|广告|إعلان|реклама)",
    r"(?:story|article) continues (?:below|after).{0,40}",
    r"share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via|with|to) .{0,50})?:?",
    r"(?:teilen|artikel teilen|partager(?: cet article)?|compartir|compartilhar|condividi|分享"
    r"|شارك)(?: .{0,30})?:?",
    r"(?:(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|e-?mail|print|copy link|tweet"
    r"|share)[\s,|/·•]*){1,10}",
    r"(?:home|start|news)\s*[>›»/]\s*.{1,80}",
    r"https?://\S+|(?:published|last updated|updated|posted)(?: on| at)?\s*:\s*.{1,60}",
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?:,? \d{1,2}[:.]\d{2}.{0,10})?",
    r"skip to (?:main )?content|back to top|menu|loading(?:…|\.\.\.)?|click here(?: .{0,60})?",
    r"\d{1,3}\s?(?:-\s?)?min(?:ute)?s?(?: read)?|reading time:? .{1,20}|lesezeit:? .{1,20}"
    r"|lecture\s?:? \d.{0,15}",
    r"(?:tags?|topics?|filed under|schlagw[oö]rter|themen|mots-clés|etiquetas|标签)\s*[:：].{1,200}",
    r"for immediate release|(?:media|press) contacts?:.{1,200}",
    r"follow (?:us|me)(?: (?:on|at|@).{0,80})?|folgen sie uns.{0,60}|suivez-nous.{0,60}|síguenos.{0,60}"
    r"|siga-nos.{0,60}",
    r"(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|评论"
    r"|تعليقات)\s*[(:：]?\s*\d{1,6}\)?",
    r"\d{1,6}\s+(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|条评论)",
    r"(?:no|join the|view|show|add a?|post a|write a) (?:comments?|conversation|discussion)",
    r"(?:subscribe|sign up|log ?in|register|donate|abonnieren|s’abonner|s'abonner|suscríbete|assine"
    r"|abbonati)(?: now| today)?",
    r"(?:about the author|support our journalism|über den autor).{0,40}",
]
_SIGN_UP = [
    r"(?:please )?(?:sign up|subscribe|register)\b.{0,200}\b(?:newsletters?|alerts?|briefings?|inbox"
    r"|updates|mailing list|e-?mails?"
    r"|channel|free|access|podcasts?|offers?)\b.{0,80}",
    r"[^.!?]{5,80}\? (?:get|receive|sign up|subscribe)\b.{0,120}\b(?:newsletters?|inbox|briefings?|alerts?)\b.{0,80}",
    r"(?:get|receive)\b.{0,120}\b(?:newsletter|in your inbox|to your inbox|straight to your)\b.{0,80}",
    r"(?:abonnieren sie|jetzt abonnieren|melden sie sich)\b.{0,160}(?:newsletter|an)\b.{0,40}",
    r"(?:abonnez-vous|inscrivez-vous|recevez)\b.{0,160}",
    r"(?:suscríbase|suscríbete|regístrate|reciba|inscreva-se|assine|iscriviti|abbonati)\b.{0,160}"
    r"(?:newsletter|boletín|bolet[ií]m|correo|e-?mail|canal|notizie).{0,60}",
    r"(?:订阅|关注).{0,30}(?:邮件|通讯|公众号).{0,20}",
]
_LINKS = [  # a label and a headline of something else
    r"(?:read (?:more|also|next)|also read|see also|related(?: (?:articles?|stories|story|content"
    r"|coverage|topics|links|news))?"
    r"|more on this(?: story)?|recommended|don['’]t miss|you (?:may|might) (?:also )?like"
    r"|further reading|watch(?: now| live)?"
    r"|listen|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también"
    r"|te puede interesar|leia (?:também|mais)"
    r"|veja também|leggi anche|lees ook|延伸阅读|相关阅读|相关新闻|читайте также|関連記事|اقرأ أيضا|اقرأ أيضًا)\s*[:："
    r"|–—-]\s*.{1,200}",
]
_FORMS = [
    r"leave a (?:reply|comment)\b.{0,60}|cancel reply|post (?:a )?comment|submit comment"
    r"|log ?in to (?:reply|comment).{0,60}",
    r"your e-?mail(?: address)? will not be published\b.{0,120}|required fields are marked.{0,20}",
    r"save my name,? e-?mail.{0,120}|notify me of (?:new|follow-?up).{0,80}|you must be logged in.{0,80}",
    r"(?:schreiben? (?:sie )?einen kommentar|kommentar (?:schreiben|hinterlassen)"
    r"|antwort abbrechen).{0,60}",
    r"deine e-mail-adresse wird nicht veröffentlicht.{0,120}|erforderliche felder sind.{0,60}",
    r"(?:laisser un commentaire|votre adresse e-?mail ne sera pas publiée|les champs obligatoires).{0,120}",
    r"(?:deja (?:un comentario|una respuesta)"
    r"|tu dirección de correo (?:electrónico )?no será publicada).{0,140}",
    r"(?:deixe (?:um comentário|uma resposta)|o seu endereço de e-?mail não será publicado).{0,140}",
    r"(?:lascia un commento|il tuo indirizzo email non sarà pubblicato).{0,140}",
    r"发表(?:评论|回复).{0,30}|اترك (?:تعليق|رد).{0,40}",
]
_NOTICES = [  # may run to several sentences
    r"(?:©|\(c\)\s|riproduzione riservata|reproduction interdite|nachdruck verboten|copyright\s+(?:©"
    r"|\(c\)|\d{4}|by\b)).{0,400}",
    r".{0,200}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados"
    r"|todos os direitos reservados|tutti i diritti riservati|版权所有)\b.{0,200}",
    r"(?:this (?:article|story|piece|post) (?:was )?(?:originally|first)|originally|first) (?:published"
    r"|appeared|posted) "
    r"(?:by|in|on|at|as|here)\b.{0,400}",
    r"(?:dieser (?:artikel|text|beitrag) (?:erschien|ist) (?:zuerst|zunächst|ursprünglich)).{0,200}",
    r"this (?:article|material|content|information|post|website|site) (?:does not|is not|should not"
    r"|is (?:provided )?for)\b"
    r".{0,300}\b(?:advice|recommendation|informational|information purposes|offer|solicitation)\b.{0,500}",
    r"(?:dieser artikel stellt keine|cet article ne constitue pas|este artículo no constituye"
    r"|este artigo não constitui).{0,400}",
    r"(?:the )?(?:views|opinions) expressed (?:in this|here|above|by the author|are those).{0,400}",
    r"disclaimer\s*[:–—-].{0,600}",
    r"\(?(?:except for the headline, )?this (?:story|report|article) has (?:been (?:published|auto"
    r"|taken)|not been edited)\b.{0,300}",
    r"(?:we (?:and our partners )?use|this (?:web)?site uses|our (?:web)?site uses"
    r"|by continuing to (?:use|browse)|wir verwenden"
    r"|diese (?:web)?seite verwendet|nous utilisons|ce site utilise|utilizamos"
    r"|este sitio (?:web )?(?:utiliza|usa)|usiamo)\b.{0,200}\bcookies?\b.{0,300}",
    r"(?:accept|reject|manage) (?:all )?cookies.{0,60}",
]
_OPENERS = [  # lone lines under which only links or comments follow
    r"(?:related|recommended|similar|more|other|latest|top|popular|trending|most read|most popular)"
    r"(?: (?:articles?|stories|story|content|coverage|topics|links|news|posts|reading|videos?))?:?",
    r"more (?:(?:stories|news|coverage) )?(?:from|in|on|about)\b.{0,60}|more (?:stories|news|coverage)"
    r"|you (?:may|might) also (?:like|enjoy"
    r"|be interested in).{0,20}|(?:most read|read next|trending now):?",
    r"(?:mehr zum thema|das könnte sie auch interessieren|verwandte artikel|meistgelesen"
    r"|sur le même sujet|à lire aussi|articles liés"
    r"|noticias relacionadas|te puede interesar|más noticias|notícias relacionadas|leia também"
    r"|articoli correlati|leggi anche"
    r"|相关新闻|相关阅读|延伸阅读|热门文章|اقرأ أيضا|مواضيع ذات صلة):?",
]
_COMMENTS = [
    r"(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|评论|تعليقات"
    r"|reader comments|join the conversation)"
    r"\s*[(:：]?\s*(?:\d{1,6})?\)?:?",
    r"\d{1,6}\s+(?:comments?|replies|thoughts|responses|kommentare?|commentaires?|comentarios?"
    r"|comentários?|commenti|条评论)\b.{0,100}",
    r"leave a (?:reply|comment)\b.{0,60}|(?:schreiben? (?:sie )?einen kommentar|laisser un commentaire"
    r"|deja un comentario).{0,40}",
]
_COMMENT_SIGN = [
    r".{1,40}\b(?:says|said|wrote|writes|schrieb|sagt|dit|dice|diz)\s*:",
    r"(?:reply|antworten|répondre|responder|rispondi|回复|like|report|permalink)(?:\s*[|·•]?\s*(?:reply"
    r"|like|report|share|\d+))*",
    r".{0,60}\b\d{1,2}:\d{2}\b.{0,20}",
    r".{0,40}\b(?:minutes?|hours?|days?|weeks?|months?|years?) ago\b.{0,20}",
]
_LEGAL = re.compile(
    r"\b(?:not responsible|responsib\w+|liab\w+|accura\w+|content|advice|invest\w+|terms|privacy|policy"
    r"|rights|newsletter|subscri\w+|"
    r"republish\w*|licen[cs]e\w*|trademark\w*|warrant\w+|affiliates?|past performance|haftung|gewähr"
    r"|mentions légales)\b",
    _FLAGS,
)
_SPOKEN = re.compile(r"[“”„«»\"]|\b(?:said|told|says|sagte|déclaré|dijo|disse|detto)\b", _FLAGS)
_SAID = re.compile(r"\b(?:said|told|says|sagte|déclaré|dijo|disse|detto)\b", _FLAGS)
_RULE = regex.compile(r"[\s\-=*_~•·#⁂–—]{3,}")
_GLUED = regex.compile(
    r"(?<=[.!?…][\"'”’»)]{0,2})\s*(?:comments?\s*\(?\d{1,5}\)?|\d{1,5}\s+comments?)$", regex.IGNORECASE
)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), _FLAGS)


_LINE, _SIGN, _LINK, _FORM = _any_of(_LINES), _any_of(_SIGN_UP), _any_of(_LINKS), _any_of(_FORMS)
_NOTICE, _OPENER, _COMMENT, _SIGNS = (
    _any_of(_NOTICES),
    _any_of(_OPENERS),
    _any_of(_COMMENTS),
    _any_of(_COMMENT_SIGN),
)


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is boilerplate wherever it stands."""
    text = _bare(paragraph)
    words = count_words(text)
    if words > MAX_WORDS or len(text) > 1200:
        return False
    if words == 0:
        return _RULE.fullmatch(paragraph) is not None
    if _is_short_furniture(text, words) or _FORM.fullmatch(text):
        return True
    return _NOTICE.fullmatch(text) is not None and not _SAID.search(text)


def opens_tail(paragraph: str) -> bool:
    """Whether only links follow below such a line, given that it stands near the end ("More from the coast")."""
    return (
        len(paragraph) < 100 and not is_closed(paragraph) and _OPENER.fullmatch(_bare(paragraph)) is not None
    )


def opens_comments(paragraph: str) -> bool:
    """Whether the paragraph heads a comment section."""
    return len(paragraph) < 160 and _COMMENT.fullmatch(_bare(paragraph)) is not None


def is_comment_sign(paragraph: str) -> bool:
    """Whether the paragraph is what stands between readers' comments: who wrote when, a reply button."""
    return len(paragraph) < 100 and (
        _SIGNS.fullmatch(_bare(paragraph)) is not None or _FORM.fullmatch(paragraph) is not None
    )


def may_follow(paragraph: str) -> bool:
    """Whether the paragraph can be boilerplate that goes on from boilerplate above it: legal talk, or a bare link."""
    words = count_words(paragraph)
    if words <= 16 and not is_closed(paragraph):
        return True
    return words <= 150 and not _SPOKEN.search(paragraph) and len(set(_LEGAL.findall(paragraph))) >= 3


def cut_glued(paragraph: str) -> tuple[str, str | None]:
    """Part a comment counter from the sentence it is glued to: ("…the coast.", "Comments 2")."""
    match = _GLUED.search(paragraph, max(0, len(paragraph) - 40))
    if match is None or not match.start():
        return paragraph, None
    return paragraph[: match.start()].rstrip(), match[0].strip()


def _is_short_furniture(text: str, words: int) -> bool:
    if words > 30:
        return False
    if _LINE.fullmatch(text):
        return True
    if _SIGN.fullmatch(text):
        return not _SPOKEN.search(text)
    return _LINK.fullmatch(text) is not None and not (text.endswith(".") and _SPOKEN.search(text) is not None)


def _bare(paragraph: str) -> str:
    return paragraph.strip().strip("*_[]►▶→»›>•#|").strip()
