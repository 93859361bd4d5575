"""What the model looks at, block by block (issue 6). `bench/train.py` and `choose.py` both read it from here.

Local features describe a block and what surrounds it; context features describe what the local model thinks of its
neighbours, of the blocks printed in the same manner, and of its place between the first and the last likely block.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log1p

from monitor.parse.hints import HINTS
from monitor.parse.walk import AROUND, Box, Raw, Walk

__all__ = [
    "CONTEXT",
    "LOCAL",
    "MENU_LOGIT",
    "Clues",
    "Row",
    "context_features",
    "local_features",
    "logistic",
    "manner",
    "squeezed",
]

_TAGS = {"p": "p", "li": "li", "div": "div", "td": "cell", "th": "cell", "dt": "li", "dd": "li", "blockquote": "quote",
"figcaption": "caption",
         "caption": "caption", "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4",
         "section": "div", "article": "div",
         "main": "div", "figure": "caption", "address": "address", "pre": "p", "body": "bodytag", "summary": "h4",
         "label": "address",
         "legend": "address", "time": "address", "footer": "infooter", "header": "inheader",
         "aside": "inaside"}  # fmt: skip
_TAG_NAMES = sorted(set(_TAGS.values()) | set(AROUND.values()))
_SHAPE = [
    "bias", "words", "w10", "w25", "w50", "short", "one", "links", "linked", "bold", "stop", "colon", "commas",
    "capitals", "digits", "noletter",
    "hidden", "before", "near_title", "distance", "tail", "prose_box", "prose_parent", "prose_grand", "winner",
    "under_winner", "repeated",
    "ld_in", "ld_out", "ld_none", "description", "title", "more", "credit", "call", "stamp", "byline", "quotes",
    "dash", "ellipsis", "question",
    "link_end",
]  # fmt: skip
LOCAL = tuple(_SHAPE + [f"t_{t}" for t in _TAG_NAMES] + [f"n_{h}" for h in HINTS] + [f"f_{h}" for h in HINTS])
"""Names of the local features: shape, tags, hints of the nearest two elements (n_) and of all around (f_)."""

CONTEXT = (
    "bias", "self", "self_p", "prev", "next", "prev2", "next2", "around", "group", "group_big", "box", "outer",
    "inside", "after_last", "before_first",
    "gap", "run", "mass_before", "mass_after", "heading_next", "short_self", "short_around", "li_group",
    "linked_group", "caption_self", "digits_short",
)  # fmt: skip
"""Names of the context features."""

MENU_LOGIT = -6.0
"""What the local model is taken to say of blocks that are a short link and nothing else (`Raw.menu`)."""

_NONE: tuple[dict[int, float], tuple[int, ...]] = ({}, ())
_INDEX = {name: i for i, name in enumerate(LOCAL)}
_HINT_NEAR = tuple((1 << i, _INDEX[f"n_{h}"], _INDEX[f"f_{h}"]) for i, h in enumerate(HINTS))
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
_STAMP = re.compile(
    r"\b(?:19|20)\d\d\b|\d:\d\d|\d[./]\d{1,2}[./]|\d ?(?:min|hour|day|stunde|hora|comment|share|просмотр|перегляд)"
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
_READ = 400
"""So many characters of a block are looked at for telling words."""

Row = tuple[dict[int, float], tuple[int, ...]]
"""Features of one block: those with a value, and the indices of those that are simply there."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the head says that bears on blocks: words of JSON-LD's articleBody and of the description, the headline."""

    body: str = ""
    description: str = ""
    title: str = ""
    headline: int = -1


def logistic(x: float) -> float:
    """1 / (1 + e^-x), without overflow."""
    return 1 / (1 + exp(-x)) if x > -40 else 0.0


class _Page:
    """What all blocks of a page share."""

    def __init__(self, found: Walk, clues: Clues) -> None:
        self.found, self.clues = found, clues
        self.total = max(found.boxes[0].prose, 1.0) if found.boxes else 1.0
        self.winner = _winner(found)
        self.copies = Counter(raw.text for raw in found.blocks)
        self.first = clues.headline

    def is_under(self, index: int) -> bool:
        at, steps = index, 0
        while at > self.winner and steps < 60:
            at, steps = self.found.boxes[at].parent, steps + 1
        return at == self.winner


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
    return [_NONE if raw.menu else _features(page, index, raw) for index, raw in enumerate(found.blocks)]


def _features(page: _Page, index: int, raw: Raw) -> Row:
    boxes = page.found.boxes
    box = boxes[raw.box]
    near = box.near | (boxes[box.parent].near if box.parent > 0 else 0)
    return _shape(page, index, raw, box), _marks(near, box.far & ~near, box.around, raw.tag)


@lru_cache(maxsize=8192)
def _marks(near: int, far: int, around: int, tag: str) -> tuple[int, ...]:
    """Indices of what hints and tags say of an element; whole sites share a few hundred combinations."""
    found = {_INDEX[f"t_{name}"] for bit, name in enumerate(AROUND.values()) if around >> bit & 1}
    found |= {_INDEX[f"t_{_TAGS[tag]}"]} if tag in _TAGS else set()
    found |= {n if near & bit else f for bit, n, f in _HINT_NEAR if (near | far) & bit}
    return tuple(sorted(found))


def _shape(page: _Page, index: int, raw: Raw, box: Box) -> dict[int, float]:
    text, words = raw.text, raw.words
    size = len(text)
    clues = page.clues
    links = raw.links / size
    values: dict[str, float] = {
        "bias": 1, "words": min(log1p(words), 5) / 3, "w10": words >= 10, "w25": words >= 25, "w50": words >= 50,
        "short": words < 5,
        "one": words == 1, "links": links, "linked": links > 0.8, "bold": raw.bold > 0.9 * size,
        "stop": text.endswith(_STOP), "colon": text[-1] in ":：",
        "commas": min(text.count(",") / words * 5, 1), "hidden": raw.hidden, "prose_box": box.prose / page.total,
        "repeated": page.copies[text] > 1, "quotes": text[0] in "“„\"«'", "dash": text[0] in "-–—•·",
        "ellipsis": text.endswith(("…", "...")),
        "question": text[-1] == "?", "link_end": 0 < links < 0.8 and text[-1] not in ".!?”»\"",
    }  # fmt: skip
    _place(values, page, index, raw, box)
    _evidence(values, clues, raw)
    if words < 40 and links <= 0.8:
        _wording(values, text[:_READ].lower(), text[:_READ], words)
    return {_INDEX[name]: float(value) for name, value in values.items() if value}


def _place(values: dict[str, float], page: _Page, index: int, raw: Raw, box: Box) -> None:
    boxes = page.found.boxes
    parent = boxes[box.parent] if box.parent >= 0 else box
    grand = boxes[parent.parent] if parent.parent >= 0 else parent
    values["prose_parent"] = parent.prose / page.total
    values["prose_grand"] = grand.prose / page.total
    values["winner"] = raw.box == page.winner or box.parent == page.winner
    values["under_winner"] = page.is_under(raw.box)
    if page.first >= 0:
        ahead = index - page.first
        values["before"] = ahead < 0
        values["near_title"] = 0 < ahead <= 6
        values["distance"] = min(max(ahead, 0), 100) / 100
    values["tail"] = index / len(page.found.blocks)


def _evidence(values: dict[str, float], clues: Clues, raw: Raw) -> None:
    plain = squeezed(raw.text[:200]) if raw.words > 2 else ""
    if not clues.body:
        values["ld_none"] = 1
    elif plain:
        within = plain[:120] in clues.body
        values["ld_in"], values["ld_out"] = within, not within
    if clues.description and raw.words > 5:
        values["description"] = plain[:80] in clues.description or clues.description[:80] in plain
    if clues.title and 0 < len(plain) == len(clues.title):
        values["title"] = plain == clues.title


def squeezed(text: str) -> str:
    """Letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def _wording(values: dict[str, float], low: str, text: str, words: int) -> None:
    letters = sum(map(str.isalpha, text))
    digits = sum(map(str.isdigit, text))
    values["noletter"] = letters == 0
    values["capitals"] = text.isupper() if letters > 3 else 0
    values["digits"] = digits / len(text)
    values["more"] = _MORE.match(low) is not None
    values["credit"] = any(word in low for word in _CREDIT)
    values["call"] = any(word in low for word in _CALL)
    if words < 15:
        values["stamp"] = (digits > 0 and _STAMP.search(low) is not None) or any(word in low for word in _STAMP_WORDS)
        values["byline"] = _BY.match(low) is not None


def context_features(found: Walk, logits: Sequence[float]) -> list[Row]:
    """For each block what the local model's `logits` say about the blocks around it, by index in CONTEXT."""
    blocks = found.blocks
    chances = [logistic(x) for x in logits]
    groups = _means(chances, blocks, [manner(found, raw) for raw in blocks])
    holders = _means(chances, blocks, [raw.box if raw.tag != "p" else found.boxes[raw.box].parent for raw in blocks])
    outers = _means(chances, blocks, [_outer(found, raw) for raw in blocks])
    likely = [i for i, p in enumerate(chances) if p > 0.6 and blocks[i].words >= 12]
    first, last = (likely[0], likely[-1]) if likely else (0, -1)
    mass = [p * raw.words for p, raw in zip(chances, blocks, strict=True)]
    total = sum(mass) or 1.0
    rows: list[Row] = []
    before, since, run = 0.0, 0, 0.0
    for i, raw in enumerate(blocks):
        p = chances[i]
        prev, after = chances[i - 1] if i else 0.0, chances[i + 1] if i + 1 < len(blocks) else 0.0
        prev2, after2 = chances[i - 2] if i > 1 else 0.0, chances[i + 2] if i + 2 < len(blocks) else 0.0
        group, big = groups[i]
        short = raw.words < 10
        values = (
            1.0, min(max(logits[i], -8), 8) / 4, p, prev, after, prev2, after2, (prev + after + prev2 + after2) / 4,
            group, group * big, holders[i][0], outers[i][0],
            first <= i <= last, i > last, i < first, min(since, 30) / 30, run, before / total,
            1 - (before + mass[i]) / total,
            after if raw.tag[0] == "h" else 0.0, short, (prev + after) / 2 if short else 0.0,
            group if raw.tag == "li" else 0.0,
            group if raw.links > 0.5 * len(raw.text) else 0.0, p if raw.tag in ("figcaption", "figure") else 0.0,
            short and any(map(str.isdigit, raw.text)),
        )  # fmt: skip
        rows.append(_NONE if raw.menu else ({k: float(v) for k, v in enumerate(values) if v}, ()))
        before += mass[i]
        since = 0 if p > 0.6 and raw.words >= 8 else since + 1
        run = 0.7 * run + 0.3 * p
    return rows


def manner(found: Walk, raw: Raw) -> tuple[str, str, int, int]:
    """Blocks printed in the same manner: tag and hints of the element and of the one around it."""
    box = found.boxes[raw.box]
    parent = found.boxes[max(box.parent, 0)]
    return raw.tag, parent.tag, box.near, parent.near


def _outer(found: Walk, raw: Raw) -> int:
    at = raw.box
    for _ in range(3):
        at = max(found.boxes[at].parent, 0)
    return at


def _means(chances: list[float], blocks: list[Raw], keys: Sequence[object]) -> list[tuple[float, float]]:
    """For each block the mean chance of its group by words (with a share of doubt), and how big the group is (0..1)."""
    sums: dict[object, list[float]] = {}
    for p, raw, key in zip(chances, blocks, keys, strict=True):
        weight = min(raw.words, 40) + 1
        entry = sums.setdefault(key, [0.0, 0.0])
        entry[0] += p * weight
        entry[1] += weight
    return [((s[0] + 1) / (s[1] + 4), min(s[1], 400) / 400) for s in (sums[key] for key in keys)]
