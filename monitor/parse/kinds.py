"""What kind of page it is: article, live, index, gallery, paywalled, consent, missing or other (issue 6)."""

from __future__ import annotations

import re

from monitor.parse import jsonld
from monitor.parse.head import Head
from monitor.parse.spaces import count_words
from monitor.parse.walk import Walk

__all__ = ["ROLLING", "kind_of"]

ROLLING = frozenset({"live", "index"})
"""Kinds of page whose news go by."""

_MISSING = re.compile(
    r"^\W*(?:error\s*)?(?:404|410)\b|page (?:was )?not found|not be found|no longer (?:available|exists)"
    r"|página no (?:encontrada|existe)|no se ha encontrado|page introuvable|"
    r"seite (?:wurde )?nicht gefunden|pagina non trovata|página não encontrada|strona nie (?:została znaleziona"
    r"|istnieje)|сторінк\w* не (?:знайдено|існує)|"
    r"страниц\w* не (?:найдена|существует)|sayfa bulunamadı|nie znaleziono strony|niet gevonden",
    re.I,
)
_CONSENT = re.compile(
    r"before you continue|we (?:value|care about) your privacy|cookie|consent|your privacy choices|datenschutz"
    r"|zustimm|consentement|privacidad|согласие|згод[ауи]|файл\w* cookie|gizlilik",
    re.I,
)
_CHALLENGE = re.compile(
    r"just a moment|checking your browser|verify (?:that )?you are (?:a )?human|enable javascript and cookies"
    r"|access denied|are you a robot|проверка браузера",
    re.I,
)
_WALL = re.compile(
    r"subscribe to (?:continue|read|unlock)|(?:continue|keep) reading|already a subscriber|for subscribers"
    r"|subscribers only|\b\d{1,3} ?% left|nur für abonnenten|weiterlesen mit|jetzt weiterlesen|"
    r"suscríbete para|solo para suscriptores|réservé aux abonnés|il vous reste|per gli abbonati|para assinantes"
    r"|только (?:для|по) подпис|лише для передплатник|тільки для передплатник|"
    r"pełny dostęp|dla subskrybentów|z\+|abonné",
    re.I,
)
_WALL_WORDS = (
    "subscri", "reading", "left", "abonn", "weiterlesen", "suscr", "reste", "abbonati", "assinantes", "подпис",
    "передплатник", "dostęp", "subskrybentów", "z+",
)  # fmt: skip
"""One of these is in whatever `_WALL` finds."""

_INDEX_TYPES = {"CollectionPage", "SearchResultsPage", "ItemList"}


def kind_of(head: Head, found: Walk, title: str, text: str, *, updates: int) -> str:
    """One word, from what the page states of itself and how much prose it holds."""
    words = count_words(text)
    if words < 120 and (
        _MISSING.search(title[:300])
        or _MISSING.search(head.title[:300])
        or (words < 60 and _MISSING.search(text[:600]))
    ):
        return "missing"
    if words < 80 and _CHALLENGE.search(f"{title[:300]} {text[:400]}"):
        return "other"
    if words < 300 and not _articles(head) and _CONSENT.search((title or head.title)[:300]):
        return "consent"
    if updates or "LiveBlogPosting" in jsonld.types(head.node):
        return "live"
    if _walled(head, found, words):
        return "paywalled"
    return _plain_kind(head, found, words)


def _articles(head: Head) -> bool:
    return head.first(("og:type",)).lower() in ("article", "news", "newsarticle") or any(
        "Article" in t or "Posting" in t for t in jsonld.types(head.node)
    )


def _walled(head: Head, found: Walk, words: int) -> bool:
    stated = (
        str(head.node.get("isAccessibleForFree", "")).lower() in ("false", "no", "0")
        or head.first(("article:content_tier",)).lower() == "locked"
    )
    if words > 700 or not (stated or (words < 200 and _articles(head))):
        return False
    short = [raw.text[:400] for raw in found.blocks if raw.words < 40]
    every = "\n".join(short).lower()
    there = [word for word in _WALL_WORDS if word in every]
    return any(_WALL.search(text) for text in short if any(map(text.lower().__contains__, there)))


def _plain_kind(head: Head, found: Walk, words: int) -> str:
    listed = any(_INDEX_TYPES.intersection(jsonld.types(n)) for n in head.nodes) and not _articles(head)
    if listed and _linked(found) > _prose(found):
        return "index"
    if words >= 40 or (_articles(head) and words >= 8):
        return "gallery" if words < 120 and any("ImageGallery" in jsonld.types(n) for n in head.nodes) else "article"
    linked = _linked(found)
    return "index" if linked > 80 and linked > 2 * _prose(found) else "other"


def _prose(found: Walk) -> int:
    """Words in blocks of prose."""
    return sum(raw.words for raw in found.blocks if raw.words >= 12 and raw.links < 0.5 * len(raw.text))


def _linked(found: Walk) -> int:
    """Words in blocks that are links."""
    return sum(raw.words for raw in found.blocks if raw.words >= 3 and raw.links >= 0.7 * len(raw.text))
