"""The words by which pages say that the text does not end where it ends.

`MORE` are the labels of the button that opens the rest. `PAID` are what stands before a pay wall: each speaks of this very
article, or asks to subscribe in order to read on, so that neither a newsletter's sign-up line nor an article about
subscriptions is taken for one.
"""

import regex

_MORE = r"""
    continue\ reading
  | read\ (?:more|on|the\ (?:full|whole|rest\ of\ the)\ (?:article|story)|full\ (?:article|story))
  | keep\ reading
  | weiterlesen | mehr\ lesen | lesen\ sie\ weiter | (?:den\ )?(?:ganzen|vollständigen)\ artikel\ lesen
  | lire\ (?:la\ suite|plus|l['’]article(?:\ complet)?) | continuer\ (?:la|votre|à)\ (?:lecture|lire)
  | (?:seguir|continuar|sigue|continúa)\ leyendo | leer\ (?:más|la\ nota\ completa|el\ artículo\ completo)
  | (?:leia|ler|ver)\ mais | continu(?:e|ar)\ (?:lendo|a\ ler|a\ leitura)
  | leggi\ (?:tutto|di\ più|ancora|l'articolo(?:\ completo)?) | continua\ (?:a\ leggere|la\ lettura)
  | lees\ (?:verder|meer) | läs\ (?:mer|vidare) | les\ (?:mer|videre) | læs\ (?:mere|videre) | lue\ lisää
  | czytaj\ (?:dalej|więcej) | devam[ıi]n[ıi]\ oku | читать\ (?:далее|дальше|полностью|ещё) | читати\ далі
  | 阅读全文 | 閱讀全文 | 阅读更多 | 閱讀更多 | 查看全文 | 展开全文 | 继续阅读 | 繼續閱讀
  | 続きを読む | もっと読む | 全文を読む | 더\ ?보기 | 더\ ?읽기 | 계속\ 읽기 | 기사\ 전체\ 보기
  | (?:اقرأ|إقرأ)\ المزيد | (?:متابعة|أكمل|تابع)\ القراءة | قراءة\ المزيد | और\ पढ़ें | पूरी\ खबर\ पढ़ें
  | อ่านต่อ
"""
MORE = regex.compile(rf"(?:{_MORE})(?:\W|$)", regex.VERBOSE | regex.IGNORECASE)
"""Matched where a line, or what follows a sentence, begins; with the sign behind it."""
PAID = regex.compile(
    r"""
    subscribe\ (?:now\ |today\ )?(?:to\ (?:read|continue|keep|unlock|access)|for\ (?:full|unlimited)\ access)
    (?!.{0,20}\b(?:newsletter|briefing|e-?mail|blog|podcast))
  | (?:this|the\ full)\ (?:article|story|content|post)\ is\ (?:only\ )?(?:available\ )?(?:exclusively\ )?
    (?:for|to|reserved\ for)
    \ (?:our\ )?(?:paying\ |paid\ |registered\ )?(?:subscribers|members)
  | already\ a\ (?:subscriber|member)\?
  | (?:log|sign)\ in\ (?:or\ (?:subscribe|register|sign\ up)\ )?to\ (?:continue|keep)\ reading
  | you(?:'ve|\ have)\ (?:reached|used)\ (?:your|all)\b.{0,30}\bfree\ (?:article|stories|story)
  | to\ (?:continue|keep)\ reading,?\ (?:please\ )?(?:subscribe|register|log\ in|sign\ (?:in|up)|become)
  | (?:dies(?:er|en)|der\ vollständige|den\ vollständigen)
    \ (?:artikel|text|beitrag)\b.{0,40}\b(?:kostenpflichtig|abonnent\w*|abo\b|plus-mitglied\w*)
  | (?:jetzt|sofort)\ (?:abonnieren|registrieren|anmelden)\ und\ (?:weiterlesen|lesen)
  | mit\ einem\ abo\ weiterlesen
  | jetzt\ weiterlesen\ mit | weiterlesen\ mit\ \w+(?:\+|\ ?plus)
  | (?:cet\ article|la\ suite|contenu|article)\ (?:est\ )?(?:réservée?|exclusif|accessible\ uniquement)
    \ (?:à\ nos|aux|à)\ abonnés
  | abonnez-vous\ pour\ (?:lire|continuer|accéder) | il\ vous\ reste\ [\d.,]+\ ?%\ de\ cet\ article
  | (?:contenido|artículo|noticia)\ (?:es\ )?(?:exclusiv[oa]|solo|sólo)\ para\ (?:suscriptores|abonados|socios)
  | suscríbe(?:te|se)\ para\ (?:seguir|continuar|leer)
  | para\ (?:seguir|continuar)\ leyendo,?\ (?:suscríbe|regístra|inicia)
  | (?:conteúdo|matéria|artigo|reportagem)\ (?:é\ )?(?:exclusiv[oa]|só|apenas)\ para\ assinantes
  | assine\ para\ (?:continuar|ler|seguir)
  | (?:contenuto|articolo)\ (?:è\ )?(?:riservato|esclusivo|disponibile\ solo)\ (?:agli|per\ gli)
    \ abbonati | abbonati\ per\ (?:continuare|leggere)
  | (?:alleen|exclusief)\ voor\ abonnees | (?:dit|het\ volledige)\ artikel\ is\ (?:alleen|exclusief)\ voor\b
  | (?:endast|bara)\ för\ prenumeranter
  | artykuł\ (?:jest\ )?dostępny\ (?:tylko|wyłącznie)\ dla\ (?:prenumeratorów|subskrybentów)
  | (?:эта\ статья|материал|текст|статья)\ доступ\w+\ (?:только|лишь)\ (?:для\ )?подписчик\w+
  | оформите\ подписку,?\ чтобы\ (?:читать|прочитать|продолжить)
  | bu\ (?:haber|yazı|içerik)\ (?:sadece|yalnızca)\ abonelere
  | (?:本文|此文|全文|本篇)\w{0,6}(?:付费|付費|订阅|訂閱|会员|會員)\w{0,4}
    (?:可读|可讀|专享|專享|专属|專屬|内容|內容|阅读|閱讀)
  | (?:订阅|訂閱|登录|登入)(?:后|後|以|即可)\w{0,4}(?:继续|繼續|阅读|閱讀)
  | (?:この記事|続き)は\w{0,6}(?:有料|会員限定|有料会員) | 有料会員限定記事 | 残り\s?[\d,]+\s?(?:文字|字)
  | (?:유료|구독)\s?(?:회원|구독자|독자)\s?(?:전용|에게만) | 구독\s?(?:후|하시면)\s?(?:계속|전체)
  | (?:هذا\ )?(?:المقال|المحتوى)\ (?:متاح|مخصص|حصري)\ (?:فقط\ )?للمشتركين | اشترك\ (?:لمتابعة|لمواصلة)\ القراءة
  | (?:यह|पूरा)\ लेख\ (?:केवल|सिर्फ)\ (?:सदस्यों|ग्राहकों)
    """,
    regex.VERBOSE,
)
"""Searched in the match form of a block (app.text.normalize)."""
