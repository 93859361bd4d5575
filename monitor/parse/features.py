"""What the model looks at, block by block (issue 6). `bench/train.py` and `choose.py` both read it from here.

Local features describe a block and what surrounds it; context features describe what the local model thinks of its
neighbours, of the blocks printed in the same manner, and of its place between the first and the last likely block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import exp, log1p
from operator import mul

from monitor.parse.hints import hint
from monitor.parse.walk import AROUND, Box, Raw, Walk

__all__ = [
    "CONTEXT",
    "LOCAL",
    "PLACED",
    "SILENT",
    "Clues",
    "Row",
    "context_features",
    "local_features",
    "logistic",
    "manners",
    "placed_features",
    "readable",
    "squeezed",
    "told_features",
]

_TAGS = {
    "li": "li", "dt": "li", "dd": "li", "div": "div", "section": "div", "article": "div", "main": "div", "h1": "h1",
    "figcaption": "caption", "caption": "caption", "figure": "caption", "footer": "infooter", "aside": "inaside",
    "td": "cell", "th": "cell",
}  # fmt: skip
_TAG_NAMES = sorted(set(_TAGS.values()) | set(AROUND.values()))
_PLACE = (
    "bias", "words", "w25", "links", "linked", "stop", "hidden", "before", "near_title", "tail", "prose_grand",
    "winner", "under_winner",
)  # fmt: skip
_TOLD = ("description", "digits", "more", "call", "stamp", "byline", "asks")
_NEAR = ("body", "caption", "teaser", "comment", "footer", "author", "meta", "legal", "hidden", "facts")
_FAR = ("body", "date", "embed")
PLACED = len(_PLACE)
LOCAL = (*_PLACE, *_TOLD, *(f"t_{t}" for t in _TAG_NAMES), *(f"n_{h}" for h in _NEAR), *(f"f_{h}" for h in _FAR))
"""Names of the local features: shape and place, what the text tells, tags, hints of the nearest two elements (n_) and
of those around them (f_)."""

CONTEXT = (
    "bias", "self", "prev", "around", "group_big", "outer", "inside", "after_last", "before_first", "gap",
    "mass_before", "mass_after", "heading_next", "linked_group", "caption_self", "digits_short", "siblings", "alone",
)  # fmt: skip
"""Names of the context features."""

_INDEX = {name: i for i, name in enumerate(LOCAL)}
_HINT_NEAR = tuple((hint(name), _INDEX[f"n_{name}"]) for name in _NEAR)
_HINT_FAR = tuple((hint(name), _INDEX[f"f_{name}"]) for name in _FAR)
_ALL_NEAR, _ALL_FAR = sum(map(hint, _NEAR)), sum(map(hint, _FAR))
_STOP = frozenset(".!?…।。؟！？”»\"“'")
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
_CALL = (
    "newsletter", "subscri", "sign up", "log in", "login", "cookie", "copyright", "©", "rights reserved", "terms of",
    "privacy", "download", "our app", "telegram",
    "whatsapp", "facebook", "twitter", "instagram", "comment", "abonn", "anmeld", "kostenlos", "suscrib", "regístr",
    "inscri", "подпиш", "підпиш", "подписывай", "канал",
    "коммент", "комент", "bülten", "donat", "support us", "email", "e-mail", "click here", "hier klicken", "haga clic",
    "advert", "this article was", "originally published",
    "originally appeared", "contact ", "contributed to", "reporting by", "editing by", "correction",
)  # fmt: skip
_ASKS = frozenset((
    "you", "your", "our", "us", "sie", "ihr", "ihre", "dein", "deine", "dich", "du", "uns", "unser", "unsere",
    "unseren", "vous", "votre", "vos", "notre", "nos", "nuestro", "nuestra", "nuestros", "nuestras", "te", "tu",
    "você", "nosso", "nossa", "nas", "nasz", "nasza", "nasze", "nasi", "naszą", "naszego", "naszej", "naszym",
    "naszych", "ваш", "ваша", "ваше", "ваші", "ваши", "вашого", "вашего", "вашої", "вашей", "вашу", "вашій", "вашим",
    "ваших", "наш", "наша", "наше", "наші", "наши", "нашого", "нашего", "нашої", "нашей", "нашу", "нашій", "нашим",
    "наших", "вам",
))  # fmt: skip
"""Words of an outlet that speaks of itself to its readers; in quotation marks somebody else does."""
_MARKS = tuple('"“”„«»')
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
_DIGIT, _DIGITS = re.compile(r"[0-9]"), b"0123456789"
_PLAIN = re.compile(r"[^\W_]+")
_FIGURE = ("figcaption", "figure")
_QUOTE = hint("quote")
_READ = 400
"""So many characters of a block are looked at for telling words."""

Row = tuple[tuple[float, ...], tuple[int, ...]]
"""Features of one block: the values of the first ones, and the indices of those after them that are simply there."""

SILENT = ((False, *(0.0,) * 6), (True, *(0.0,) * 6))
"""What a block tells that is long or a link: nothing but whether the description has it."""
_LONG = 148
_LENGTH = tuple(min(log1p(words), 5.0) / 3 for words in range(_LONG + 1))
"""What the number of words of a block counts; beyond _LONG no more."""
_START = 12
_GIVEN, _GIVEN_BY_P = (1.0, 0.6, 0.36, 0.36 * 0.6), (0.3, 1.0, 0.6, 0.36)
"""What share of its prose a block gives its box and the three around it; a paragraph gives most to what holds it."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the head says that bears on blocks: the letters of the description, which begins with `opening`, and of the
    headline."""

    description: str = ""
    opening: str = ""
    title: str = ""
    headline: int = -1


def readable(found: Walk, clues: Clues) -> tuple[Walk, Clues]:
    """`found` without its blocks that are a short link and nothing else, and `clues` to it: the models see no menus."""
    before = sum(not raw.menu for raw in found.blocks[: clues.headline]) if clues.headline >= 0 else -1
    kept = Walk(found.boxes, [raw for raw in found.blocks if not raw.menu], found.times, found.headings)
    return kept, Clues(clues.description, clues.opening, clues.title, before)


def logistic(x: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    return 1 / (1 + exp(-x)) if x > -40 else 0.0


def placed_features(found: Walk, clues: Clues) -> list[Row]:
    """For each block the features of its shape and place, by index in LOCAL; of its marks those that are there."""
    boxes, first, winner = found.boxes, clues.headline, _winner(found)
    end, count = _end(boxes, winner), len(found.blocks)
    total = max(boxes[0].prose, 1.0) if boxes else 1.0
    rows: list[Row] = []
    for index, raw in enumerate(found.blocks):
        at, words, text, ahead = raw.box, raw.words, raw.text, index - first
        box = boxes[at]
        up = box.parent if box.parent > 0 else 0
        near, linked = _near(boxes, at), raw.links / len(text)
        rows.append(((
            1.0, _LENGTH[words if words < _LONG else _LONG], words >= 25, linked, linked > 0.8,
            text[-1] in _STOP or text[-2:] == ".)", raw.hidden, ahead < 0 <= first, first >= 0 and 0 < ahead <= 6,
            index / count, boxes[boxes[up].parent if up else 0].prose / total, winner == at or winner == box.parent,
            winner <= at < end,
        ), _marks(box.around, raw.tag, near & _ALL_NEAR, box.far & ~near & _ALL_FAR)))  # fmt: skip
    return rows


def told_features(found: Walk, clues: Clues, of: Sequence[int]) -> list[tuple[float, ...]]:
    """What the texts of the blocks `of` tell: the features that follow those of their place."""
    blocks = [found.blocks[index] for index in of]
    spoken = [raw.text[:_READ].lower() if raw.words < 40 and raw.links <= 0.8 * len(raw.text) else "" for raw in blocks]
    calls, stamps = _with_words(spoken, (_CALL, _STAMP_WORDS))
    return [
        (_described(clues, raw), *_wording(low, index in calls, index in stamps, raw.words))
        if low
        else SILENT[_described(clues, raw)]
        for index, (raw, low) in enumerate(zip(blocks, spoken, strict=True))
    ]


def local_features(found: Walk, clues: Clues) -> list[Row]:
    """For each block all its local features, by index in LOCAL; zeros are left out."""
    told = told_features(found, clues, range(len(found.blocks)))
    placed = placed_features(found, clues)
    return [(values + more, marks) for (values, marks), more in zip(placed, told, strict=True)]


def _end(boxes: list[Box], of: int) -> int:
    """Where the boxes end that are in the box `of`: they follow it in a row, as the page has them."""
    return next((at for at in range(of + 1, len(boxes)) if boxes[at].parent < of), len(boxes))


def _with_words(texts: list[str], lists: tuple[tuple[str, ...], ...]) -> list[set[int]]:
    """For each list of words the indices of the `texts` that have one; each text has a space before it. All are looked
    through at once: a word that is nowhere, as most are, costs one look."""
    joined = " " + "\n ".join(texts)
    find = joined.find
    starts = [0, *accumulate(len(text) + 2 for text in texts)]
    found: list[set[int]] = [set() for _ in lists]
    for words, indices in zip(lists, found, strict=True):
        for word in words:
            at = find(word)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                indices.add(index)
                at = find(word, starts[index + 1])
    return found


def _winner(found: Walk) -> int:
    """The box whose children hold the most prose directly: each block gives its box's parent its all, the next one
    half."""
    boxes, scores = found.boxes, defaultdict[int, float](float)
    for raw in found.blocks:
        if raw.words < 10:
            continue
        at, gain = raw.box, raw.words * (1 - raw.links / len(raw.text))
        for weight in _GIVEN_BY_P if raw.tag == "p" else _GIVEN:
            if at < 0:
                break
            scores[at] += gain * weight
            at = boxes[at].parent
    return max(scores, key=lambda box: scores[box], default=0)


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


@lru_cache(maxsize=16384)
def _marks(around: int, tag: str, near: int, far: int) -> tuple[int, ...]:
    """Indices of what the element and those around it are and are called; whole sites share a few combinations."""
    found = {_INDEX[f"t_{name}"] for bit, name in enumerate(AROUND.values()) if around >> bit & 1}
    found |= {_INDEX[f"t_{_TAGS[tag]}"]} if tag in _TAGS else set()
    called = [index for bit, index in _HINT_NEAR if near & bit] + [index for bit, index in _HINT_FAR if far & bit]
    return (*sorted(found), *called)


def _described(clues: Clues, raw: Raw) -> bool:
    """Whether the description has the text of the block: first whether it has its beginning or the block its, which is
    seldom so."""
    if raw.words < 6 or not clues.description:
        return False
    if squeezed(raw.text[:_START]) not in clues.description and clues.opening not in raw.text[:200]:
        return False
    plain = squeezed(raw.text[:200])
    return plain != "" and (plain[:80] in clues.description or clues.description[:80] in plain)


def squeezed(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(_PLAIN.findall(text)).lower()


def _wording(low: str, call: bool, stamped: bool, words: int) -> tuple[float, ...]:
    """What the wording of a short block tells; `call` and `stamped` have whether a word of each list is in it."""
    plain, brief = low.encode("utf-8", "replace"), words < 15
    digits = len(plain) - len(plain.translate(None, _DIGITS))
    return (
        digits / len(low),
        _MORE.match(low) is not None,
        call,
        brief and (stamped or (digits > 0 and _STAMP.search(low) is not None)),
        brief and _BY.match(low) is not None,
        not _ASKS.isdisjoint(low.split()) and not any(map(low.__contains__, _MARKS)),
    )


def context_features(found: Walk, logits: Mapping[int, float]) -> list[Row]:
    """For each block that is left what the local model's `logits`, by index, say about it and the others that are, by
    index in CONTEXT."""
    seen = Walk(found.boxes, [found.blocks[i] for i in logits])
    blocks = seen.blocks
    chances = [logistic(x) for x in logits.values()]
    sure = [i for i, p in enumerate(chances) if p > 0.6 and blocks[i].words >= 12]
    first, last = (sure[0], sure[-1]) if sure else (0, -1)
    until = list(accumulate(map(mul, chances, (raw.words for raw in blocks)), initial=0.0))
    total = until[-1] or 1.0
    near = [0.0, 0.0, *chances, 0.0, 0.0]
    alike, outer = _grouped(seen, chances)
    gaps, beside = _gaps(chances, blocks), _siblings(seen, chances)
    rows: list[Row] = []
    for i, (raw, logit) in enumerate(zip(blocks, logits.values(), strict=True)):
        group, big = alike[i]
        before2, before, p, after, after2 = near[i : i + 5]
        rows.append(((
            1.0, (-8 if logit < -8 else 8 if logit > 8 else logit) / 4,
            before, (before + after + before2 + after2) / 4, group * big, outer[i][0],
            first <= i <= last, i > last, i < first, gaps[i],
            until[i] / total, 1 - until[i + 1] / total, after if raw.tag[0] == "h" else 0.0,
            group if raw.links > 0.5 * len(raw.text) else 0.0, p if raw.tag in _FIGURE else 0.0,
            raw.words < 10 and _DIGIT.search(raw.text) is not None, *beside[i],
        ), ()))  # fmt: skip
    return rows


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
    kinds = [(raw.tag, found.boxes[raw.box].parent) for raw in found.blocks]
    half, alone = [0.0] * len(kinds), [tag[0] != "h" for tag, _ in kinds]
    for i, (mine, following) in enumerate(pairwise(kinds)):
        if mine == following:
            half[i] += chances[i + 1] / 2
            half[i + 1] += chances[i] / 2
            alone[i] = alone[i + 1] = False
    return list(zip(half, alone, strict=True))


def manners(found: Walk) -> list[tuple[str, str, int, int]]:
    """In which manner each block is printed: tag and hints of its element and of the one around it."""
    boxes = found.boxes
    keys: list[tuple[str, str, int, int]] = []
    for raw in found.blocks:
        box = boxes[raw.box]
        parent = boxes[box.parent if box.parent > 0 else 0]
        keys.append((box.tag, parent.tag, box.near, parent.near))
    return keys


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
