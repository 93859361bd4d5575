"""The outbox against a receiver on loopback that takes, refuses or never answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor import notify
from monitor.config.settings import WebhookChannel
from monitor.store import DeliveryRow
from tests.doubles.farm import Farm, in_turn, status

NOW = datetime(2025, 10, 10, 12, tzinfo=UTC)
FLAG: dict[str, Any] = {
    "id": "flag-1", "kind": "updated_total", "measure": "returned", "value": 2100, "low": None, "high": None,
    "qualifier": "exact",
    "was": 2000, "was_qualifier": "more_than", "speaker": "Kyiv", "outlets": 1, "quote": "2,100 children returned",
    "publisher": "One", "rule": "T7", "link": "https://one.example/a",
}  # fmt: skip


@dataclass
class Outbox:
    """The store's side of the outbox, in memory: rows wait until they are due."""

    rows: list[DeliveryRow]
    due: dict[int, datetime] = field(default_factory=dict)
    sent: list[int] = field(default_factory=list)

    def queued(self, now: datetime) -> list[DeliveryRow]:
        return [row for row in self.rows if row.id not in self.sent and self.due.get(row.id, NOW) <= now]

    def delivered(self, number: int, now: datetime) -> None:
        self.sent.append(number)

    def delivery_failed(self, number: int, error: str, next_try: datetime) -> None:
        self.due[number] = next_try


async def run(call: Callable[..., Any], *args: Any) -> Any:
    return call(*args)


def outbox(messages: int) -> Outbox:
    return Outbox([DeliveryRow(n, f"key-{n}", n, "desk", 0, NOW, FLAG) for n in range(messages)])


def channel(url: str) -> dict[str, WebhookChannel]:
    return {"desk": WebhookChannel.model_validate({"kind": "webhook", "url": url, "name": "desk"})}


async def test_a_receiver_that_fails_is_asked_twice_and_the_rest_waits_with_it() -> None:
    async with Farm() as farm:
        box, desk = outbox(9), channel(farm.serve("/hook", status(500)))
        assert await notify.deliver(box, desk, lambda: NOW, run) == (0, 9)  # type: ignore[arg-type]
        assert len(farm.seen) == 2
        assert set(box.due.values()) == {NOW + timedelta(seconds=5)}


async def test_one_message_that_is_refused_does_not_hold_up_the_rest() -> None:
    async with Farm() as farm:
        box, desk = outbox(4), channel(farm.serve("/hook", in_turn(status(400), status(200))))
        assert await notify.deliver(box, desk, lambda: NOW, run) == (3, 1)  # type: ignore[arg-type]
        assert box.sent == [1, 2, 3]


def test_the_number_before_is_told_in_words() -> None:
    fields = notify.compose(FLAG, key="k").fields
    assert (fields["value"], fields["was"]) == (2100, "more than 2,000")
    assert "was_qualifier" not in fields
    assert notify.compose({**FLAG, "was": 597, "was_qualifier": "exact"}, key="k").fields["was"] == "exact 597"
    assert "was more than 2,000" in notify.compose(FLAG, key="k").line
    assert json.loads(json.dumps(dict(notify.compose({**FLAG, "was": None}, key="k").fields)))["was"] is None


def test_numbers_are_said_as_everywhere_else() -> None:
    share = {**FLAG, "value": 80, "unit": "percent", "was": 75, "was_qualifier": "approx"}
    assert notify.compose(share, key="k").line.startswith("updated total: 80 % returned, was about 75 % - Kyiv")
    range_ = {**FLAG, "value": None, "low": 5, "high": 7, "qualifier": "range", "was": None}
    assert notify.compose(range_, key="k").line.startswith("updated total: 5-7 returned - Kyiv")
