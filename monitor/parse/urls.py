"""Which addresses are one page: URLs in their normal form, without what only tracks the reader (issue 6).

The raw address stays with the capture as evidence; the normal form is an identity, and still an address one can open.
"""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

__all__ = ["absolute", "host", "normalise", "same_site"]

_TRACKING = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid ymclid twclid ttclid igshid igsh li_fat_id mc_cid
    mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid
    s_cid s_kwcid icid ncid cmpid cmp ocid xtor at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4
    wt_mc wt_zmc wtrid ns_campaign ns_mchannel ns_source ns_linkname ns_fee smid smtyp partner_id ref_src ref_url
    refsrc feature_src guccounter guce_referrer guce_referrer_sig soc_src soc_trk spm share_from sharetype sr_share
    traffic_source from_rss rss_id openstat _openstat _ga _gl _ke epik pk_campaign pk_kwd pk_source pk_medium
    piwik_campaign mtm_campaign mtm_source mtm_medium mtm_keyword mtm_cid erid srsltid cvid taid tblci dicbo obOrigUrl
    campaign_id cn-reloaded __twitter_impression __cf_chl_tk sfnsn mibextid wprov
    """.lower().split()
)
_PREFIXES = ("utm_", "at_recipient", "hsa_", "itm_", "fb_", "ga_", "matomo_", "stm_", "vgo_")
_AMP_PARAMS = {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp"), ("output", "amp"), ("m", "1")}
_AMP_CACHE = re.compile(r"^/[a-z]/(?:s/)?(?=[^/]+\.[^/]+)", re.I)
_GOOGLE_AMP = re.compile(r"^/amp/(?:s/)?(?=[^/]+\.[^/]+)", re.I)
_AMP_END = re.compile(r"(?:/amp/?|\.amp)$", re.I)
_SUFFIXES = frozenset(
    [
        "co.uk", "org.uk", "ac.uk", "gov.uk", "me.uk", "com.ua", "org.ua", "net.ua", "in.ua", "co.ua", "gov.ua",
        "edu.ua", "kiev.ua", "kyiv.ua", "lviv.ua", "odessa.ua", "kharkiv.ua", "dp.ua", "zp.ua", "if.ua",
        "te.ua", "ck.ua", "pl.ua", "sumy.ua", "com.ru", "org.ru", "net.ru", "msk.ru", "spb.ru", "com.by",
        "com.au", "net.au", "org.au", "gov.au", "co.nz", "org.nz", "co.jp", "or.jp", "ne.jp", "ac.jp", "co.kr",
        "or.kr", "com.br", "org.br", "gov.br", "com.ar", "com.mx", "org.mx", "com.co", "com.pe", "com.ve",
        "com.tr", "gov.tr", "org.tr", "com.cn", "org.cn", "net.cn", "gov.cn", "com.hk", "com.tw", "org.tw",
        "com.sg", "com.my", "co.in", "org.in", "gov.in", "co.id", "or.id", "co.il", "org.il", "gov.il", "co.za",
        "org.za", "com.eg", "com.sa", "com.pl", "org.pl", "net.pl", "gov.pl", "com.pt", "com.gr", "com.cy",
        "com.mt", "com.ge", "com.kz", "org.kz", "com.ng", "com.gh", "co.ke", "co.th", "com.vn", "com.ph",
        "com.pk", "com.bd", "com.np", "com.lb", "com.qa", "com.kw", "com.uy", "com.ec", "com.bo", "com.py",
        "com.es", "org.es", "co.rs", "org.rs", "com.hr", "com.mk", "com.al",
    ]
)  # fmt: skip
_UNESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PORTS = {"http": 80, "https": 443}
_NORMAL = re.compile(
    r"(?!(?i:.*\bamp(?:project)?\b))https?://(?!m\.|mobile?\.)"
    r"(?:[a-z0-9-]+\.)+[a-z]+(?:/[A-Za-z0-9_~-]+(?:\.[A-Za-z0-9_~-]+)*)+/?"
)
"""What most links of feeds look like, and what the rules of `_normal_form` leave as it is."""


def normalise(url: str) -> str:
    """The normal form of `url` (RFC 3986, 6.2): what a page is known by. Never raises; nonsense comes back stripped."""
    return url if _NORMAL.fullmatch(url) else _normal_form(url)


def _normal_form(url: str) -> str:
    text = re.sub(r"[\x00-\x20\x7f]+", "", url.strip())
    parts = _split(text)
    if parts is None or parts.scheme not in _PORTS or not parts.hostname:
        return text
    parts = _unwrapped(parts)
    name, port = _host(parts)
    path = _AMP_END.sub("", _dots(_escapes(parts.path)))
    path = re.sub(r"\.amp(?=\.html?$)", "", path)
    path = path[4:] if name[:4] != "amp." and path.startswith("/amp/") and len(path) > 5 else path
    return urlunsplit((parts.scheme, _plain_host(name) + port, path or "/", _query(parts.query), ""))


def host(url: str) -> str:
    """Host of `url` in lower case, "" if it has none."""
    parts = _split(url)
    return (parts.hostname or "").rstrip(".") if parts else ""


def same_site(a: str, b: str) -> bool:
    """Whether both addresses belong to one site: the same registrable domain, by a short list of public suffixes."""
    return bool(host(a)) and _registrable(host(a)) == _registrable(host(b))


def absolute(base: str, link: str | None) -> str | None:
    """`link` seen from `base`, only if it is http(s); None for everything else and for what cannot be joined."""
    try:
        joined = urljoin(base, (link or "").strip())
    except ValueError:
        return None
    return joined if link and host(joined) and joined[:4].lower() == "http" else None


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The page inside an address of an AMP cache."""
    name = parts.hostname or ""
    cached = ""
    if name.endswith(".cdn.ampproject.org"):
        cached = _AMP_CACHE.sub("", parts.path)
    elif re.match(r"(www\.)?google\.[a-z.]+$", name):
        cached = _GOOGLE_AMP.sub("", parts.path)
    inner = _split(f"https://{cached}") if cached and not cached.startswith("/") else None
    return inner._replace(query=parts.query) if inner and inner.hostname else parts


def _host(parts: SplitResult) -> tuple[str, str]:
    name = (parts.hostname or "").rstrip(".")
    with suppress(UnicodeError):
        name = name.encode("idna").decode("ascii") if not name.isascii() else name
    name = f"[{name}]" if ":" in name else name
    return name, f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""


def _plain_host(name: str) -> str:
    """Without the first label of a mobile or AMP twin: m.example.org and amp.example.org are www.example.org."""
    first, _, rest = name.partition(".")
    return f"www.{rest.removeprefix('www.')}" if first in ("m", "mobile", "amp", "mobil") and "." in rest else name


def _dots(path: str) -> str:
    """RFC 3986, 5.2.4, and no run of slashes at the front."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    end = "/" if segments[-1] in (".", "..") and kept != [""] else ""
    return "/" + "/".join(kept).strip("/") + (end or ("/" if path.endswith("/") and path.strip("/") else ""))


def _escapes(path: str) -> str:
    """Percent escapes in capitals, none where none is needed, and every letter beyond ASCII escaped."""

    def one(found: re.Match[str]) -> str:
        byte = int(found[1], 16)
        return chr(byte) if byte in _UNRESERVED else found[0].upper()

    return quote(_UNESCAPE.sub(one, path), safe="/%:@!$&'()*+,;=-._~", errors="replace")


def _query(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if pair and not _tracks(pair))


def _tracks(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = unquote(name, errors="replace").lower()
    return name in _TRACKING or name.startswith(_PREFIXES) or (name, value.lower()) in _AMP_PARAMS


def _registrable(name: str) -> str:
    if re.fullmatch(r"[\d.]+|.*:.*", name):
        return name
    labels = name.split(".")
    keep = 3 if ".".join(labels[-2:]) in _SUFFIXES else 2
    return ".".join(labels[-keep:])
