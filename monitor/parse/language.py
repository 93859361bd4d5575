"""In which language a text is written: what the page declares, checked against letters and frequent words (issue 6)."""

from __future__ import annotations

import re
from collections import Counter

from monitor.parse import jsonld
from monitor.parse.head import Head

__all__ = ["guess", "language_of"]

_COMMON = {
    "en": "the of and to in that is for on was with as it by at from be are this have has he his not but they were",
    "es": "de la que el en y los del se las por un para con una su al lo como más pero sus fue este ha",
    "fr": "de la le et les des en un du une que est pour qui dans au par sur pas plus ce il avec sont ne",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus",
    "it": "di e il la che in per del della un è una con si non i le da al sono dei nel ha più alla",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos ao ele foi à",
    "pl": "w i na z się nie do to że jest o jak po ale za od przez tym oraz są przy dla był",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als door naar bij maar werd",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ise en ancak ne dedi var",
    "cs": "a v se na je že s z do to o k i jako po za ve pro ale by jsou však který byl už",
    "sk": "a v sa na je že s z do to o k i ako po za vo pre ale by sú však ktorý bol už",
    "ro": "de și în a la cu care pe un din o nu că pentru mai au este fost prin sau după",
    "hu": "a az és hogy nem is egy meg ez csak de el már volt mint ki még azt van ha",
    "sv": "och i att det som en på är av för med till den har inte om ett de men var från",
    "da": "og i at det er en til af på som for med den de ikke der har et fra var men vi",
    "no": "og i det er en til av på som for med at den de ikke har et fra var men vi etter",
    "fi": "ja on ei se että oli hän mutta myös ovat kun joka mukaan sen tai jos ole kuin nyt",
    "hr": "i u je na se da su za od s a koji kako što nije o do će iz ne to bi",
    "id": "yang dan di ini itu dengan untuk dari tidak dalam pada akan ada juga oleh ke mereka telah",
    "vi": "và của là các cho trong có được với không người một những đã ở này về khi từ",
    "uk": "і в на у що з не до та за про це як від є для під його був але які після також через який",
    "ru": "и в на не что с по из к о от за как это для его но был при также после которые было году она",
    "be": "і ў на што не з да у як за пра гэта ад яго але якія для пасля быў",
    "bg": "на и в да за се от не е с че по са до като това ще при който но има",
    "sr": "и у је на се да су за од који а из како што није о са до ће",
}  # fmt: skip
_SPEAKERS = {
    word: tuple(code for code, words in _COMMON.items() if word in words.split())
    for line in _COMMON.values()
    for word in line.split()
}
"""In which languages each frequent word is one."""

_SAMPLE, _CLEARLY = 1000, 1.35
_CYRILLIC = frozenset(("uk", "ru", "be", "bg", "sr"))
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")), ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")), ("he", re.compile("[\u0590-\u05ff]")), ("el",
    re.compile("[\u0370-\u03ff]")), ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")), ("ka", re.compile("[\u10a0-\u10ff]")), ("hy", re.compile("[\u0530-\u058f]")),
)  # fmt: skip
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_ANY_SCRIPT = re.compile("[\u0370-\u03ff\u0530-\u1fff\u3040-\ud7af]")
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
_WORDS = re.compile(r"[^\W\d_]+")
_OWN = {code: frozenset(words.split()) for code, words in _COMMON.items() if code not in _CYRILLIC}
_CODE = re.compile(r"^([a-z]{2,3})(?:[-_][A-Za-z0-9-]+)?$")
_ALIASES = {
    "ua": "uk",
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "cn": "zh",
    "jp": "ja",
    "gr": "el",
    "cz": "cs",
    "eng": "en",
    "rus": "ru",
    "ukr": "uk",
}
_LETTERS = (("uk", re.compile("[їєґ]")), ("be", re.compile("ў")), ("ru", re.compile("[ыэъё]")))


def language_of(text: str, head: Head) -> tuple[str | None, str | None]:
    """(ISO 639 code, "declared" or "guessed"); the text has the last word when it clearly speaks otherwise."""
    declared = _declared(head)
    if declared in _OWN and _speaks(text, _OWN[declared]):
        return declared, "declared"
    heard, sure = guess(text)
    if declared and (heard is None or heard == declared or not sure):
        return declared, "declared"
    return (heard, "guessed") if heard else (None, None)


def _speaks(text: str, own: frozenset[str]) -> bool:
    """Whether so many frequent words of `text`, in Latin letters, are among `own` that `guess` can be sure of no other
    language."""
    sample = text[:_SAMPLE].lower()
    known = list(filter(_SPEAKERS.__contains__, sample.split()))
    mine = sum(map(own.__contains__, known))
    return mine > 0 and _CLEARLY * mine >= len(known) and (sample.isascii() or not _BEYOND_LATIN.search(sample))


def guess(text: str) -> tuple[str | None, bool]:
    """(language of `text`, whether that is sure), by script, telling letters and frequent words."""
    sample = text[:_SAMPLE].lower()
    words = sample.split()
    if sample.isascii() or not _BEYOND_LATIN.search(sample):
        return _by_words(words, sample, cyrillic=False)
    words = _WORDS.findall(sample)
    letters = sum(map(len, words)) or 1
    for code, script in _SCRIPTS if len(_ANY_SCRIPT.findall(sample)) > 0.3 * letters else ():
        if len(script.findall(sample)) > 0.3 * letters:
            return ("fa" if code == "ar" and re.search("[پچژگ]", sample) else code), letters > 20
    cyrillic = len(_CYRILLIC_LETTER.findall(sample)) > 0.5 * letters
    return _by_words(words, sample, cyrillic=cyrillic)


def _by_words(words: list[str], sample: str, *, cyrillic: bool) -> tuple[str | None, bool]:
    found = dict.fromkeys(_COMMON, 0)
    for word, times in Counter(filter(_SPEAKERS.__contains__, words)).items():
        for code in _SPEAKERS[word]:
            found[code] += times
    scores = {c: found[c] / (len(words) or 1) for c in _COMMON if (c in _CYRILLIC) == cyrillic}
    if cyrillic:
        for code, telling in _LETTERS:
            scores[code] += 0.15 * min(len(telling.findall(sample)) / (len(words) * 0.1 + 1), 1)
    best, second = sorted(scores, key=lambda code: -scores[code])[:2]
    if scores[best] < 0.05 or len(words) < 4:
        return None, False
    return best, len(words) > 40 and scores[best] > 0.15 and scores[best] > _CLEARLY * scores[second]


def _declared(head: Head) -> str | None:
    claims = (
        head.language,
        jsonld.text_of(head.node.get("inLanguage")),
        head.first(("content-language", "og:locale", "dc.language", "language")),
    )
    for claim in claims:
        if found := _CODE.match(claim.strip().replace("_", "-").lower()):
            return _ALIASES.get(found[1], found[1])
    return None
