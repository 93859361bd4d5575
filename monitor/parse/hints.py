"""What class names, ids and roles tell about an element: evidence for the model, never a veto (issue 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

__all__ = ["HINTS", "HINTS_OF", "LONGEST", "hint"]

_T = TypeVar("_T")

HINTS = {
    "body": "articlebody storybody richtext wysiwyg bodytext prose articletext storytext =article+body"
    " =article+content =article+text"
    " =story+body =story+content =story+text =entry+content =post+content =post+body =post+text =news+text "
    "=news+body =body+text =body+copy"
    " =content+body =article+copy =entry+body =page+content =rich+text =text+body =news+content =detail+text",
    "content": "content =main inhalt contenido contenu",
    "article": "article =story =post =entry artikel articulo statya novyn =stories",
    "text": "text paragraph absatz parrafo =copy =para =p",
    "lead": "=lead =leads intro standfirst =dek subtitle subhead summary excerpt abstract chapeau"
    " entradilla bajada perex anons vorspann =deck"
    " lede untertitel subheadline",
    "caption": "caption credit legend bildunter didascalia copyrightholder",
    "media": "image photo foto figure =media galler slide video player audio picture carousel lightbox =img podcast",
    "related": "relat recommen readmore outbrain taboola popular trending latest verwandt empfehl siehe"
    " pohozh chitai chytai suggest"
    " interest recirc mostread similar =also =read+more =read+next =more+from =more+on =more+news =more+stories "
    "=mehr =next =you+may =most",
    "teaser": "teaser promo =card =cards tile =box snippet thumb =cta callout upsell",
    "comment": "comment disqus discuss respond response komment =reply feedback",
    "share": "share social follow sharing facebook twitter telegram whatsapp bookmark",
    "subscribe": "newsletter subscri signup paywall piano premium regwall register donat support membership =abo"
    " login =offer =sign+up",
    "nav": "=nav navi menu breadcrumb topbar toolbar pagin pager =skip search masthead =navbar",
    "header": "header =head hero",
    "footer": "foot colophon bottom imprint",
    "side": "side widget =rail complementary secondary tertiary =right+col =right+column",
    "author": "author byline =bio writer autor redact contributor signature =person",
    "date": "=date =time datetime datum publish =posted fecha stamp =updated pubdate",
    "meta": "=meta metadata =info =details articlemeta",
    "tag": "=tag =tags topic categor keyword =label rubri kicker =labels hashtag",
    "ad": "=ad =ads advert =adv adslot sponsor =dfp werbung publicid reklam banner commercial affiliat"
    " =anzeige adsense =promoted",
    "consent": "cookie consent gdpr modal popup overlay privacy =notice =alert disclaimer",
    "tool": "onetrust optanon didomi usercentrics cybotcookie cookiebot trustarc truste quantcast cmplz"
    " =qc+cmp =cookie+notice =cookie+law =cookie+banner =cookie+consent =borlabs+cookie =gdpr+cookie =cc+window"
    " =sp+message =fc+consent",
    "quote": "quote zitat =cita citation",
    "embed": "embed tweet instagram",
    "legal": "copyright =legal licence license correct footnote =source =sources =note =notes reference =trust",
    "list": "=list grid =feed =item =items collection results =index archive =row listing",
    "hidden": "=hidden screenreader =sronly visually invisible tooltip =hide =d+none =sr+only =screen+reader"
    " =print+only",
    "title": "title headline heading titre titulo",
    "live": "=live timeline =updates ticker liveblog",
    "facts": "infobox =fact =facts factbox profile glossar explain faktbox keypoint takeaway highlights"
    " =bullets =table chart graphic =inset",
    "pull": "=pull pullquote",
}  # fmt: skip
"""Names of hints, and the pieces of class, id, role, itemprop and data-testid that give them; ``=`` marks whole words,
``+`` joins two words in a row."""

_BITS = {name: 1 << index for index, name in enumerate(HINTS)}


def _tables() -> tuple[list[tuple[str, int]], dict[str, int], dict[str, dict[str, int]]]:
    """Pieces of words, whole words, and the pairs by their first word."""
    parts: list[tuple[str, int]] = []
    words: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for name, bit in _BITS.items():
        for piece in HINTS[name].split():
            first, _, second = piece.removeprefix("=").partition("+")
            if first == piece:
                parts.append((piece, bit))
            else:
                table, key = (pairs.setdefault(first, {}), second) if second else (words, first)
                table[key] = table.get(key, 0) | bit
    return parts, words, pairs


def _by_start(parts: list[tuple[str, int]]) -> dict[str, list[tuple[str, int]]]:
    """`parts` by their first three letters; none is shorter."""
    found: dict[str, list[tuple[str, int]]] = {}
    for piece, bit in parts:
        found.setdefault(piece[:3], []).append((piece, bit))
    return found


_PARTS, _WHOLE, _PAIRS = _tables()
_BY_START = _by_start(_PARTS)
_ALONE: dict[str, int] = {}
_WORD = re.compile(r"[a-z]+|[A-Z](?:[a-z]+|[A-Z]*(?![a-z]))")


LONGEST = 300
"""So much of the names of an element is looked at, and kept."""
_MOST = 16384


def _of_word(written: str) -> tuple[int, dict[str, int]]:
    """The bit set of the hints of a word; the words that make a pair with it, and the hints of each pair."""
    word = written.lower()
    bits = _WHOLE.get(word, 0) if len(word) > 1 else 0
    for at in range(len(word) - 2):
        for piece, bit in _BY_START.get(word[at : at + 3], ()):
            if word.startswith(piece, at):
                bits |= bit
    return bits, _PAIRS.get(word, _ALONE)


def _of_names(names: str) -> int:
    bits, paired = 0, _ALONE
    for written in _WORD.findall(names):
        if paired:
            bits |= paired.get(written.lower(), 0)
        own, paired = _HINTS_OF_WORD[written]
        bits |= own
    return bits


class _Kept(dict[str, _T]):
    """What `ask` says of each text it is asked for, kept until there are too many: quicker than `lru_cache`, and pages
    of one outlet share most names."""

    def __init__(self, ask: Callable[[str], _T]) -> None:
        super().__init__()
        self.ask = ask

    def __missing__(self, text: str) -> _T:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = self.ask(text)
        return found


_HINTS_OF_WORD = _Kept(_of_word)
HINTS_OF = _Kept(_of_names)
"""Bit set of the hints in the names, class, id or role of an element, of LONGEST characters at most."""


def hint(name: str) -> int:
    """The bit of one hint."""
    return _BITS[name]
