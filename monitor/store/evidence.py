"""The files of captured answers: WARC records named by the SHA-256 of the body, each written once and never changed.

One file holds one `response` record of WARC 1.1 (ISO 28500:2017), compressed by itself, so that any web archive's tools
read it, and any of them one after the other are a WARC file too. The bodies of later answers that are equal are not
written again: their rows in the database name this file.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import tempfile
import uuid
from datetime import UTC
from http.client import responses
from pathlib import Path
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from monitor.errors import StoreDamaged
from monitor.model import Answer
from monitor.store.connection import plain_errors

__all__ = ["ENDING", "body_path", "holds", "keep_body", "read_body", "try_folder", "write_record"]

ENDING = ".warc.gz"
_MEND = "restore the captures from a backup"
_UNDONE = ("content-encoding", "content-length", "transfer-encoding")
"""Headers about the bytes on the wire; the body is kept inflated, so they are renamed as web archives do."""

_URL = "%:/?#[]@!$&'()*+,;=~"
"""What stands for itself in an address (RFC 3986); all else is escaped."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\s]+")


def body_path(folder: Path, sha256: str) -> Path:
    """Where the answer with the body of that hash lies: two letters of the hash make a folder."""
    return folder / sha256[:2] / f"{sha256}{ENDING}"


def keep_body(folder: Path, answer: Answer) -> str:
    """Store the answer unless its body is there; gives the body's SHA-256. When this returns, it survives a power cut.

    StoreUnusable when the disk fails; no half file is left then.
    """
    digest = hashlib.sha256(answer.body).hexdigest()
    path = body_path(folder, digest)
    with plain_errors(path):
        if not path.exists():
            _write(path, _record(answer, digest))
    return digest


def write_record(folder: Path, sha256: str, record: bytes) -> None:
    """Put the record of a backup in its place unless a sound one is there. StoreDamaged when the backup's differs from
    the hash."""
    path = body_path(folder, sha256)
    with plain_errors(path):
        if not holds(folder, sha256):
            _checked(record, sha256, path)
            _write(path, record)


def holds(folder: Path, sha256: str) -> bool:
    """Whether the body is there and is what its hash says."""
    try:
        read_body(folder, sha256)
    except StoreDamaged:
        return False
    return True


def read_body(folder: Path, sha256: str) -> bytes:
    """The body, checked against its hash. StoreDamaged when it is gone or differs."""
    path = body_path(folder, sha256)
    with plain_errors(path):
        try:
            return _checked(path.read_bytes(), sha256, path)
        except FileNotFoundError:
            raise StoreDamaged("the captured body is gone", subject=str(path), mend=_MEND) from None


def try_folder(folder: Path) -> None:
    """Write and sync a small file and take it away. StoreUnusable when that fails."""
    with plain_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())


def _checked(record: bytes, sha256: str, path: Path) -> bytes:
    try:
        body = _body(record)
    except ValueError:
        raise StoreDamaged("the captured record was changed", subject=str(path), mend=_MEND) from None
    except Exception as wrong:  # on damaged bytes warcio raises whatever it stumbles over
        raise StoreDamaged("the captured body cannot be unpacked", subject=str(path), mend=_MEND) from wrong
    if hashlib.sha256(body).hexdigest() != sha256:
        raise StoreDamaged("the captured body differs from its hash", subject=str(path), mend=_MEND)
    return body


def _body(record: bytes) -> bytes:
    """Of a whole record: gzip's sum and the digest of the block cover its headers too. ValueError when they differ."""
    found = next(ArchiveIterator(io.BytesIO(gzip.decompress(record)), check_digests=True))
    body = bytes(found.raw_stream.read())
    if not found.digest_checker.passed:
        raise ValueError
    return body


def _record(answer: Answer, digest: str) -> bytes:
    """The answer as a compressed WARC record; the same answer gives the same bytes."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    time = answer.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    record = writer.create_warc_record(
        quote(answer.final_url, _URL, errors="replace"), "response", payload=io.BytesIO(answer.body),
        length=len(answer.body), http_headers=_http_headers(answer),
        warc_headers_dict={
            "WARC-Payload-Digest": f"sha256:{digest}",
            "WARC-Date": time,
            "WARC-Record-ID": f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{answer.final_url} {time} {digest}').urn}>",
        },
    )  # fmt: skip
    writer.write_record(record)
    return out.getvalue()


def _http_headers(answer: Answer) -> StatusAndHeaders:
    headers = [
        (f"x-archive-orig-{name}" if name in _UNDONE else _one_line(name), _one_line(value))
        for name, value in answer.headers
    ]
    status = answer.status or 200
    return StatusAndHeaders(f"{status} {responses.get(status, '')}".strip(), headers, protocol="HTTP/1.1")


def _one_line(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()


def _write(path: Path, data: bytes) -> None:
    """Temporary file, sync, rename, sync of the folder: there is never half a file under the final name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    _sync_folder(path.parent.parent)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
