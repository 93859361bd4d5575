"""Codes of languages: which two letters are one (ISO 639-1); three letters are taken as they are (ISO 639-2). Pure."""

from __future__ import annotations

import re

__all__ = ["is_language"]

_TWO = frozenset(
    re.findall(
        r"\w+",
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn
        so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """,
    )
)
_CODE = re.compile(r"([a-z]{2,3})(-[A-Za-z]{2,4})?")


def is_language(code: str) -> bool:
    """Whether `code` names a language, with or without a region: uk, pt-BR; ua, a country's, names none."""
    found = _CODE.fullmatch(code)
    return found is not None and (len(found[1]) == 3 or found[1] in _TWO)
