"""The files of captured bodies: named by SHA-256, compressed, each written once and never changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from pathlib import Path

from monitor.errors import StoreDamaged
from monitor.store.connection import plain_errors

__all__ = ["body_path", "keep_body", "read_body"]

_LEVEL = 6
_MEND = "restore the captures from a backup"


def body_path(folder: Path, sha256: str) -> Path:
    """Where the body of that hash lies: two letters of the hash make a folder."""
    return folder / sha256[:2] / f"{sha256}.z"


def keep_body(folder: Path, body: bytes) -> str:
    """Store the body unless it is there; gives its SHA-256. When this returns, the file survives a power cut."""
    digest = hashlib.sha256(body).hexdigest()
    path = body_path(folder, digest)
    with plain_errors(path):
        if not path.exists():
            _write(path, zlib.compress(body, _LEVEL))
    return digest


def read_body(folder: Path, sha256: str) -> bytes:
    """The body, checked against its hash. StoreDamaged when it is gone or differs."""
    path = body_path(folder, sha256)
    with plain_errors(path):
        try:
            body = zlib.decompress(path.read_bytes())
        except FileNotFoundError:
            raise StoreDamaged("the captured body is gone", subject=str(path), mend=_MEND) from None
        except zlib.error:
            raise StoreDamaged("the captured body cannot be unpacked", subject=str(path), mend=_MEND) from None
    if hashlib.sha256(body).hexdigest() != sha256:
        raise StoreDamaged("the captured body differs from its hash", subject=str(path), mend=_MEND)
    return body


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
