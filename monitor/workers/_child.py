"""The worker's side: reads a job from stdin, answers on stdout, ends on end of file or when idle too long.

Run by path, with as few imports as can be: the modules of a job are imported when it first comes. A job is pickled
(module, function, arguments, seconds); the answer is pickled ("ok", value) or ("failed", reason).
"""

import importlib
import os
import pickle
import resource
import select
import signal
import struct
from typing import Any

_HEAD = struct.Struct(">Q")


def main(memory_mb: int, idle: float) -> None:
    """Serve until end of file or `idle` seconds without a job. SIGINT and SIGTERM are the parent's business."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while select.select([0], [], [], idle)[0]:
        job = _read()
        if job is None or not _answered(job, memory_mb):
            return


def _answered(job: bytes, memory_mb: int) -> bool:
    """Do `job`. False when this process is too worn to go on."""
    try:
        answer, fit = ("ok", _do(*pickle.loads(job))), True
    except MemoryError:
        answer, fit = ("failed", f"it needs more than {memory_mb} MB of memory"), False
    except RecursionError:
        answer, fit = ("failed", "it is nested too deep"), True
    except Exception as error:
        answer, fit = ("failed", _reason(error)), True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    _write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    return fit


def _reason(error: Exception) -> str:
    """One line. Of our own errors without their subject, which the caller knows."""
    parts = [getattr(error, "message", None) or str(error), getattr(error, "mend", "")]
    return " ".join("; ".join(filter(None, parts)).split()) or type(error).__name__


def _do(module: str, function: str, args: tuple[Any, ...], named: dict[str, Any], seconds: float) -> Any:
    """SIGALRM, left to its default, ends this process even inside C code and even when the parent is gone."""
    call = getattr(importlib.import_module(module), function)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return call(*args, **named)


def _read() -> bytes | None:
    head = _exactly(_HEAD.size)
    return _exactly(_HEAD.unpack(head)[0]) if head else None


def _exactly(size: int) -> bytes | None:
    parts, left = [], size
    while left:
        part = os.read(0, min(left, 1 << 20))
        if not part:
            return None
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _write(answer: bytes) -> None:
    view = memoryview(_HEAD.pack(len(answer)) + answer)
    while view:
        view = view[os.write(1, view) :]
