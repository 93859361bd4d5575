"""What the model looks at, block by block (issue 6). `bench/train.py` and `choose.py` both read it from here.

Local features describe a block and what surrounds it; context features describe what the local model thinks of its
neighbours, of the blocks printed in the same manner, and of its place between the first and the last likely block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import exp, log1p
from operator import eq

from monitor.parse.hints import hint
from monitor.parse.walk import AROUND, Box, Raw, Walk

__all__ = [
    "CONTEXT",
    "LOCAL",
    "Clues",
    "Row",
    "context_features",
    "local_features",
    "logistic",
    "manners",
    "readable",
    "squeezed",
]

_TAGS = {
    "li": "li", "dt": "li", "dd": "li", "div": "div", "section": "div", "article": "div", "main": "div", "h1": "h1",
    "figcaption": "caption", "caption": "caption", "figure": "caption", "footer": "infooter", "aside": "inaside",
    "td": "cell", "th": "cell",
}  # fmt: skip
_TAG_NAMES = sorted(set(_TAGS.values()) | set(AROUND.values()))
_SHAPE = (
    "bias", "words", "w25", "links", "linked", "stop", "hidden", "before", "near_title", "tail", "prose_grand",
    "winner", "under_winner", "ld_in", "description", "title", "digits", "more", "credit", "call", "stamp", "byline",
    "asks",
)  # fmt: skip
_NEAR = ("body", "caption", "teaser", "comment", "footer", "author", "meta", "legal", "hidden", "facts")
_FAR = ("body", "date", "embed")
LOCAL = (*_SHAPE, *(f"t_{t}" for t in _TAG_NAMES), *(f"n_{h}" for h in _NEAR), *(f"f_{h}" for h in _FAR))
"""Names of the local features: shape, tags, hints of the nearest two elements (n_) and of those around them (f_)."""

CONTEXT = (
    "bias", "self", "prev", "around", "group_big", "outer", "inside", "after_last", "before_first", "gap",
    "mass_before", "mass_after", "heading_next", "linked_group", "caption_self", "digits_short", "siblings", "alone",
)  # fmt: skip
"""Names of the context features."""

_INDEX = {name: i for i, name in enumerate(LOCAL)}
_HINT_NEAR = tuple((hint(name), _INDEX[f"n_{name}"]) for name in _NEAR)
_HINT_FAR = tuple((hint(name), _INDEX[f"f_{name}"]) for name in _FAR)
_ALL_NEAR, _ALL_FAR = sum(map(hint, _NEAR)), sum(map(hint, _FAR))
_STOP = (".", "!", "?", "…", "।", "。", "؟", "！", "？", ".”", ".»", '."', "”", "»", '"', ".)", "“", "'")
_MORE = re.compile(
    r"\W*(?:read (?:more|also|next|the)|see also|also read|related|more (?:on|from|about|stories)|recommended"
    r"|don.t miss|watch|listen|follow us|lea (?:también|más)|"
    r"lee también|te puede interesar|leggi anche|lire aussi|à lire|lesen sie|mehr zum thema|mehr:"
    r"|auch interessant|siehe auch|leia (?:também|mais)|czytaj|zobacz|"
    r"lees ook|ver también|читайте|читать также|также по теме|смотрите|подпис|підпис|дивіться|más información"
    r"|por:|advertisement|anzeige|реклама|"
    r"publicidad|publicité|what to know|top stories|most (?:read|popular)|trending|tags?\b|topics?\b|теги"
    r"|etiquetas|share|filed under|weitere|haberin devamı|ayrıca|ilgili)"
)


_CREDIT = (
    "photo", "image", "picture", "foto", "bild", "credit", "crédito", "фото", "зображення", "источник:", "джерело:",
    "video", "getty", "reuters", "afp", "dpa", "epa",
    "shutterstock", "imago", "picture alliance", "unsplash", "wikimedia", "courtesy", "quelle:", "ap)", "/ap", "(ap",
)  # fmt: skip
_CALL = (
    "newsletter", "subscri", "sign up", "log in", "login", "cookie", "copyright", "©", "rights reserved", "terms of",
    "privacy", "download", "our app", "telegram",
    "whatsapp", "facebook", "twitter", "instagram", "comment", "abonn", "anmeld", "kostenlos", "suscrib", "regístr",
    "inscri", "подпиш", "підпиш", "подписывай", "канал",
    "коммент", "комент", "bülten", "donat", "support us", "email", "e-mail", "click here", "hier klicken", "haga clic",
    "advert", "this article was", "originally published",
    "originally appeared", "contact ", "contributed to", "reporting by", "editing by", "correction",
)  # fmt: skip
_ASKS = (
    " you ", " your ", " our ", " us ", " sie ", " ihr ", " ihre ", " dein ", " deine ", " dich ", " du ", " uns ",
    " unser ", " unsere ", " unseren ", " vous ", " votre ", " vos ", " notre ", " nos ", " nuestr", " te ", " tu ",
    " você ", " nosso ", " nossa ", " nas ", " nasz", " ваш", " наш", " вам ",
)  # fmt: skip
"""Words of an outlet that speaks of itself to its readers; in quotation marks somebody else does."""
_MARKS = frozenset('"“”„«»')
_STAMP = re.compile(
    r"\d(?:(?<=\b1)9\d\d\b|(?<=\b2)0\d\d\b|:\d\d|[./]\d{1,2}[./]"
    r"| ?(?:min|hour|day|stunde|hora|comment|share|просмотр|перегляд))"
)
_STAMP_WORDS = (
    " ago",
    "updated",
    "published",
    "aktualisiert",
    "actualizado",
    "publicado",
    "mis à jour",
    "publié",
    "оновлено",
    "опублік",
    "опублик",
    "обновлен",
    "stand:",
)
_BY = re.compile(r"\W*(?:by|von|par|por|di|text|автор|written by|autor(?:in)?)\b[:\s]")
_DIGIT = re.compile(r"[0-9]")
_FIGURE = ("figcaption", "figure")
_QUOTE = hint("quote")
_READ = 400
"""So many characters of a block are looked at for telling words."""

Row = tuple[tuple[float, ...], tuple[int, ...]]
"""Features of one block: the values of the first ones, and the indices of those after them that are simply there."""

_SILENT = (0.0,) * 7
_UNTOLD = (0.0, 0.0, 0.0)
_START = 12


@dataclass(frozen=True, slots=True)
class Clues:
    """What the head says that bears on blocks: words of JSON-LD's articleBody and of the description, which it begins
    with as `opening`, the headline."""

    body: str = ""
    description: str = ""
    opening: str = ""
    title: str = ""
    headline: int = -1


def readable(found: Walk, clues: Clues) -> tuple[Walk, Clues]:
    """`found` without its blocks that are a short link and nothing else, and `clues` to it: the models see no menus."""
    kept = [raw for raw in found.blocks if not raw.menu]
    before = sum(not raw.menu for raw in found.blocks[: clues.headline]) if clues.headline >= 0 else -1
    return replace(found, blocks=kept), replace(clues, headline=before)


def logistic(x: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    return 1 / (1 + exp(-x)) if x > -40 else 0.0


class _Page:
    """What all blocks of a page share."""

    def __init__(self, found: Walk, clues: Clues) -> None:
        self.found, self.clues = found, clues
        self.total = max(found.boxes[0].prose, 1.0) if found.boxes else 1.0
        self.winner = _winner(found)
        self.first = clues.headline
        self.spoken = [raw.text[:_READ].lower() if _speaks(raw) else "" for raw in found.blocks]
        lists = (_CREDIT, _CALL, _STAMP_WORDS, _ASKS)
        self.credit, self.call, self.stamped, self.asks = _with_words(self.spoken, lists)
        self.under = [False] * len(found.boxes)
        for at, box in enumerate(found.boxes):
            self.under[at] = at == self.winner or (box.parent >= 0 and self.under[box.parent])


def _speaks(raw: Raw) -> bool:
    """Short and not just links: its wording tells."""
    return raw.words < 40 and raw.links <= 0.8 * len(raw.text)


def _with_words(texts: list[str], lists: tuple[tuple[str, ...], ...]) -> list[set[int]]:
    """For each list of words the indices of the `texts` that have one; each text has a space before it. All are looked
    through at once: a word that is nowhere, as most are, costs one look."""
    joined = " " + "\n ".join(texts)
    starts = [0, *accumulate(len(text) + 2 for text in texts)]
    found: list[set[int]] = [set() for _ in lists]
    for words, indices in zip(lists, found, strict=True):
        for word in words:
            at = joined.find(word)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                indices.add(index)
                at = joined.find(word, starts[index + 1])
    return found


def _winner(found: Walk) -> int:
    """The box whose children hold the most prose directly: each block gives its box's parent its all, the next one
    half."""
    scores: dict[int, float] = {}
    for raw in found.blocks:
        if raw.words < 10:
            continue
        gain = raw.words * (1 - raw.links / max(len(raw.text), 1))
        at, share = raw.box, 1.0
        for _ in range(4):
            if at < 0:
                break
            weight = share * (1.0 if raw.tag != "p" or at != raw.box else 0.3)
            scores[at] = scores.get(at, 0.0) + gain * weight
            at, share = found.boxes[at].parent, share * (1.0 if at == raw.box and raw.tag == "p" else 0.6)
    return max(scores, key=lambda box: scores[box], default=0)


def local_features(found: Walk, clues: Clues) -> list[Row]:
    """For each block its local features, by index in LOCAL; zeros are left out."""
    page = _Page(found, clues)
    return [_features(page, index, raw) for index, raw in enumerate(found.blocks)]


def _features(page: _Page, index: int, raw: Raw) -> Row:
    boxes = page.found.boxes
    box = boxes[raw.box]
    near = _near(boxes, raw.box)
    text = raw.text
    links = raw.links / len(text)
    shape = (
        1.0, min(log1p(raw.words), 5.0) / 3, raw.words >= 25, links, links > 0.8, text.endswith(_STOP), raw.hidden,
    )  # fmt: skip
    return (
        shape + _place(page, index, raw, box) + _evidence(page, raw) + _wording(page, index, raw.words),
        _tag_marks(box.around, raw.tag) + _near_marks(near & _ALL_NEAR) + _far_marks(box.far & ~near & _ALL_FAR),
    )


def _near(boxes: list[Box], at: int) -> int:
    """Bit set of the hints of a box and of the one around it, or the two around it if it is a quote itself. Around a
    block a blockquote does not count: what a reader quotes in a comment is the comment's."""
    box = boxes[at]
    near, up = box.near, box.parent
    while up > 0 and boxes[up].tag == "blockquote":
        up = boxes[up].parent
    if up > 0 and (near & _QUOTE or box.tag == "blockquote"):
        near, up = near | boxes[up].near, boxes[up].parent
    return near | boxes[up].near if up > 0 else near


@lru_cache(maxsize=8192)
def _near_marks(near: int) -> tuple[int, ...]:
    return tuple(index for bit, index in _HINT_NEAR if near & bit)


@lru_cache(maxsize=64)
def _far_marks(far: int) -> tuple[int, ...]:
    return tuple(index for bit, index in _HINT_FAR if far & bit)


@lru_cache(maxsize=4096)
def _tag_marks(around: int, tag: str) -> tuple[int, ...]:
    """Indices of what the element and those around it are; whole sites share a few combinations."""
    found = {_INDEX[f"t_{name}"] for bit, name in enumerate(AROUND.values()) if around >> bit & 1}
    return tuple(sorted(found | ({_INDEX[f"t_{_TAGS[tag]}"]} if tag in _TAGS else set())))


def _place(page: _Page, index: int, raw: Raw, box: Box) -> tuple[float, ...]:
    boxes = page.found.boxes
    parent = boxes[box.parent] if box.parent >= 0 else box
    grand = boxes[parent.parent] if parent.parent >= 0 else parent
    ahead = index - page.first
    titled = page.first >= 0
    return (
        titled and ahead < 0, titled and 0 < ahead <= 6, index / len(page.found.blocks), grand.prose / page.total,
        page.winner in (raw.box, box.parent), page.under[raw.box],
    )  # fmt: skip


def _evidence(page: _Page, raw: Raw) -> tuple[float, ...]:
    """Whether JSON-LD, the description or the headline has the text of the block: first whether they have its beginning
    or it has theirs, which is seldom so."""
    clues = page.clues
    if raw.words < 3:
        return _UNTOLD
    start = squeezed(raw.text[:_START])
    begun = start in clues.body or start in clues.description or start in clues.title
    if not begun and not (clues.opening and clues.opening in raw.text[:200]):
        return _UNTOLD
    plain = squeezed(raw.text[:200])
    told = clues.description if raw.words > 5 else ""
    return (
        plain != "" and plain[:120] in clues.body,
        told != "" and (plain[:80] in told or told[:80] in plain),
        plain != "" and plain == clues.title,
    )


def squeezed(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def _wording(page: _Page, index: int, words: int) -> tuple[float, ...]:
    low = page.spoken[index]
    if not low:
        return _SILENT
    digits = len(_DIGIT.findall(low))
    brief = words < 15
    return (
        digits / len(low),
        _MORE.match(low) is not None,
        index in page.credit,
        index in page.call,
        brief and ((digits > 0 and _STAMP.search(low) is not None) or index in page.stamped),
        brief and _BY.match(low) is not None,
        index in page.asks and _MARKS.isdisjoint(low),
    )


def context_features(found: Walk, logits: Sequence[float]) -> list[Row]:
    """For each block what the local model's `logits` say about the blocks around it, by index in CONTEXT."""
    blocks = found.blocks
    chances = [logistic(x) for x in logits]
    sure = [i for i, p in enumerate(chances) if p > 0.6 and blocks[i].words >= 12]
    first, last = (sure[0], sure[-1]) if sure else (0, -1)
    until = list(accumulate((p * raw.words for p, raw in zip(chances, blocks, strict=True)), initial=0.0))
    total = until[-1] or 1.0
    near = [0.0, 0.0, *chances, 0.0, 0.0]
    around = zip(near, near[1:], near[3:], near[4:], strict=False)
    mass = [x / total for x in until]
    columns = zip(blocks, logits, chances, around, *_grouped(found, chances), _gaps(chances, blocks), mass, mass[1:],
                  _siblings(found, chances), strict=False)  # fmt: skip
    return [
        ((
            1.0, min(max(logit, -8), 8) / 4, before, (before + after + before2 + after2) / 4, group * big,
            outer, first <= i <= last, i > last, i < first, gap,
            above, 1 - below, after if raw.tag[0] == "h" else 0.0,
            group if raw.links > 0.5 * len(raw.text) else 0.0, p if raw.tag in _FIGURE else 0.0,
            raw.words < 10 and any(map(str.isdigit, raw.text)), *siblings,
        ), ())
        for i, (raw, logit, p, (before2, before, after, after2), (group, big), (outer, _), gap, above, below, siblings)
        in enumerate(columns)
    ]  # fmt: skip


def _grouped(found: Walk, chances: list[float]) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """For each block what `_means` tells of those printed in the same manner, and of those in the box three around."""
    up = [box.parent if box.parent > 0 else 0 for box in found.boxes]
    weights = [min(raw.words, 40) + 1 for raw in found.blocks]
    return (
        _means(chances, weights, manners(found)),
        _means(chances, weights, [up[up[up[raw.box]]] for raw in found.blocks]),
    )


def _gaps(chances: list[float], blocks: list[Raw]) -> list[float]:
    """For each block how many stand between it and the last likely one (30 as 1)."""
    found, since = [], 0
    for p, raw in zip(chances, blocks, strict=True):
        found.append(since / 30 if since < 30 else 1.0)
        since = 0 if p > 0.6 and raw.words >= 8 else since + 1
    return found


def _siblings(found: Walk, chances: list[float]) -> list[tuple[float, bool]]:
    """For each block half the chances of those next to it that are the same element in the same box, and whether there
    is none; headings stand alone by nature."""
    keys = [(found.boxes[raw.box].parent, raw.tag) for raw in found.blocks]
    same = [False, *map(eq, keys, keys[1:]), False]
    near = [0.0, *chances, 0.0]
    rows = zip(found.blocks, same, near, same[1:], near[2:], strict=False)
    return [
        ((p * before + q * after) / 2, not (before or after or raw.tag[0] == "h")) for raw, before, p, after, q in rows
    ]


def manners(found: Walk) -> list[tuple[str, str, int, int]]:
    """In which manner each block is printed: tag and hints of its element and of the one around it."""
    boxes = found.boxes
    inner = [boxes[raw.box] for raw in found.blocks]
    pairs = [(box, boxes[box.parent] if box.parent > 0 else boxes[0]) for box in inner]
    return [(box.tag, parent.tag, box.near, parent.near) for box, parent in pairs]


def _means(chances: list[float], weights: list[int], keys: Sequence[object]) -> list[tuple[float, float]]:
    """For each block the mean chance of its group by words (with a share of doubt), and how big the group is (0..1)."""
    sums: dict[object, list[float]] = {}
    for p, weight, key in zip(chances, weights, keys, strict=True):
        entry = sums.get(key)
        if entry is None:
            entry = sums[key] = [0.0, 0.0]
        entry[0] += p * weight
        entry[1] += weight
    means = {key: ((p + 1) / (weight + 4), min(weight, 400) / 400) for key, (p, weight) in sums.items()}
    return [means[key] for key in keys]
