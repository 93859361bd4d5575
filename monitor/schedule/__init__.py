"""When to look again (pure): every decision takes `now` and the feed's state and gives the next state (issue 5).

A feed is never given up. Its interval follows its own rhythm, within what it asks for and what the configuration
allows; failures wait longer and longer, up to a day; what a server asks for in Retry-After always holds.

::

    polls       what to send along, and the state after a poll
    intervals   how long to wait: the feed's rhythm and window, what it and its server ask for, skipped hours
    moves       permanent redirects, adopted when they have held
    pauses      after a restart, a suspended machine, a step of the clock, a network that was away
    missed      the window of a gap, and when articles are read again
    health      what a person should know of a feed
"""

from monitor.schedule.health import Alarm, alarm
from monitor.schedule.intervals import IntervalLimits
from monitor.schedule.missed import REREADS, Gap, gap, reread_at
from monitor.schedule.pauses import forgive, settle
from monitor.schedule.polls import next_state, request_validators

__all__ = [
    "REREADS",
    "Alarm",
    "Gap",
    "IntervalLimits",
    "alarm",
    "forgive",
    "gap",
    "next_state",
    "request_validators",
    "reread_at",
    "settle",
]
