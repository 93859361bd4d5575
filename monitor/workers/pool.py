"""The parent's side: a few processes, one job each at a time, with a time limit that holds."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from monitor import feeds
from monitor.model import Article, FeedDocument

__all__ = ["JOBS", "Failed", "ParsePool"]

JOBS = {"parse": ("monitor.parse", "parse"), "feed": ("monitor.feeds", "read")}
"""Pure functions that workers know, by name: (module, function). Each takes bytes, `url` and `content_type`."""

_HEAD = struct.Struct(">Q")
_START = (
    "import sys, runpy; sys.path[:] = {path!r}; runpy.run_path({child!r}, run_name='worker')['main']({memory}, {idle})"
)
_WORN = 1000
_SMALL = 131_072
"""Bytes of a feed that is read in our own process: reading is linear in them, and a worker costs more."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that came to nothing, and why, in one line; `killed` when it took its process with it."""

    reason: str
    killed: bool = field(default=False, compare=False)


class _GoneError(Exception):
    """The worker ended without an answer."""


class _Worker:
    """One process. Not for use by two threads at once."""

    def __init__(self, memory_mb: int, idle: float) -> None:
        child = str(Path(__file__).with_name("_child.py"))
        code = _START.format(path=[p for p in sys.path if p], child=child, memory=memory_mb, idle=idle)
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            process_group=0, bufsize=0,
        )  # fmt: skip
        self.jobs = 0
        self.late = False
        threading.Thread(target=self.process.wait, name="reaper", daemon=True).start()

    def ask(self, job: bytes, seconds: float) -> tuple[str, Any]:
        """The answer to `job`. Raises _GoneError when the process ends instead, or is ended after `seconds`."""
        self.jobs += 1
        timer = threading.Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(job)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise _GoneError from error
        finally:
            timer.cancel()

    def _exchange(self, job: bytes) -> tuple[str, Any]:
        into, out = self._pipes()
        view = memoryview(_HEAD.pack(len(job)) + job)
        while view:
            view = view[into.write(view) :]
        size = _HEAD.unpack(_exactly(out, _HEAD.size))[0]
        answer: tuple[str, Any] = pickle.loads(_exactly(out, size))
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process.stdin is None or self.process.stdout is None:
            raise EOFError
        return self.process.stdin, self.process.stdout

    def _too_late(self) -> None:
        self.late = True
        self.process.kill()

    def end(self) -> int:
        """Kill, wait, close. -> return code."""
        self.process.kill()
        code = self.process.wait()
        for pipe in self._pipes():
            with contextlib.suppress(OSError):
                pipe.close()
        return code


class ParsePool:
    """`size` worker processes for pages and feeds.

    `time_limit` in seconds per job; `memory_mb` is each worker's address space; after `idle` seconds without a job a
    worker ends. Use ``await pool.parse(...)``, ``await pool.feed(...)`` or `run_sync`; as a context manager of
    either kind, or `close` it.
    """

    def __init__(self, size: int = 2, time_limit: float = 10.0, memory_mb: int = 1024, *, idle: float = 60.0) -> None:
        self.size, self.time_limit, self.memory_mb, self.idle = size, time_limit, memory_mb, idle
        self._slots: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(size):
            self._slots.put(None)
        self._threads: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()
        self._alive: set[_Worker] = set()
        self._closed = False

    async def parse(
        self, body: bytes, *, url: str, content_type: str | None = None, served: date | None = None
    ) -> Article | Failed:
        """The article that `body`, served on that day, prints, or why there is none."""
        found: Article | Failed = await self.run("parse", body, url=url, content_type=content_type, served=served)
        return found

    async def feed(self, body: bytes, *, url: str, content_type: str | None = None) -> FeedDocument | Failed:
        """The feed in `body`, or why it is none. Small ones are read right here, large ones keep nobody waiting."""
        if len(body) > _SMALL:
            found: FeedDocument | Failed = await self.run("feed", body, url=url, content_type=content_type)
            return found
        try:
            return feeds.read(body, url=url, content_type=content_type)
        except feeds.FeedError as error:
            return Failed("; ".join(filter(None, (error.message, error.mend))))

    async def run(self, name: str, /, *args: Any, **named: Any) -> Any:
        """What the function called `name` in JOBS gives for these arguments, or Failed."""
        call = partial(self.run_sync, name, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(self._executor(), call)

    def run_sync(self, name: str, /, *args: Any, **named: Any) -> Any:
        """As `run`, waiting in this thread."""
        module, function = JOBS[name]
        job = pickle.dumps((module, function, args, named, self.time_limit + 1), pickle.HIGHEST_PROTOCOL)
        worker = self._slots.get()
        try:
            worker, answer = self._ask(worker, job)
            return answer
        finally:
            self._slots.put(worker if worker in self._alive else None)

    def _ask(self, worker: _Worker | None, job: bytes) -> tuple[_Worker | None, Any]:
        """A worker that went to sleep while the job was on its way gets a successor; any other end is a failure."""
        for _ in range(2):
            fresh = worker is None
            worker = worker or self._start()
            if worker is None:
                return None, Failed("the pool of workers is closed")
            try:
                kind, value = worker.ask(job, self.time_limit)
            except _GoneError:
                code = self._end(worker)
                if code == 0 and not fresh and not worker.late:
                    worker = None
                    continue
                return None, Failed(self._reason(code, worker.late), killed=not self._closed)
            if worker.jobs >= _WORN:
                self._end(worker)
            return worker, value if kind == "ok" else Failed(value)
        return None, Failed("the worker ended before it began")

    def _reason(self, code: int, late: bool) -> str:
        if late or code == -signal.SIGALRM:
            return f"it took longer than {self.time_limit:g} s to read"
        if self._closed:
            return "the pool of workers was closed"
        if code < 0:
            return f"it crashed the process that read it ({signal.Signals(-code).name})"
        return f"the process that read it ended (exit code {code})"

    def _start(self) -> _Worker | None:
        with self._lock:
            if self._closed:
                return None
            worker = _Worker(self.memory_mb, self.idle)
            self._alive.add(worker)
            return worker

    def _end(self, worker: _Worker) -> int:
        self._alive.discard(worker)
        return worker.end()

    def _executor(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(self.size, "worker")
            return self._threads

    def close(self) -> None:
        """End all workers now; jobs under way fail."""
        with self._lock:
            self._closed = True
            alive, threads = list(self._alive), self._threads
            self._threads = None
        for worker in alive:
            worker.process.kill()
        if threads is not None:
            threads.shutdown(wait=True, cancel_futures=True)
        for worker in alive:
            self._end(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.close)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    parts, left = [], size
    while left:
        part = pipe.read(min(left, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
