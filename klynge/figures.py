"""The figures of a process: how it keeps up with the log, and how it serves those who follow. docs/operations/metrics.md says when
to worry."""

import asyncio
import math
import time
from collections.abc import Mapping

from api.metrics import Figure
from eventstore.given import Outage
from eventstore.store import StoreFailure
from klynge.core import Core
from realtime.hub import Hub
from realtime.standing import standing

WEBHOOKS = {
    "webhooks_active": "webhooks that are told of events",
    "webhooks_failing": "of these, whose last delivery was not taken",
    "webhooks_disabled": "webhooks that were given up",
    "webhooks_behind": "positions that the webhook furthest behind has not been told of",
    "webhooks_delivered": "deliveries that were taken",
    "webhooks_not_delivered": "attempts that were not",
}

NOTICES = {
    "notices_waiting": "mails that are to be sent, at whichever process",
    "notices_sent": "mails that a mail server took",
    "notices_not_taken": "mails that one did not",
}

WITNESSES = {
    "witnesses": "witnesses that are asked for their signature",
    "witnesses_failing": "of these, whose last answer was none",
    "witnesses_alarming": "of these, who saw another log than this one",
}


async def of_core(core: Core) -> list[Figure]:
    """What stands on the log."""
    tail, writer = core.tail, core.desk.writer
    behind, behind_s = await _lag(core)
    return [
        Figure("head", "position up to which this process has read the log", tail.head),
        Figure("lag", "positions of the log that this process has not read yet", behind),
        Figure("lag_seconds", "for how long this process has not stood where the log ends", behind_s),
        Figure("rows_pinned", "position up to which rows are read as they are kept", tail.rows.pinned),
        Figure("hints", "how often another process said truly that the log had grown", tail.hints),
        Figure("wakeups", "how often something new was found in the log", dict(tail.found), "by", is_count=True),
        Figure("batches", "batches of commands decided", writer.batches),
        Figure("batches_overtaken", "of these, decided again since another process was first", writer.overtaken),
        Figure("timekeeper_refused", "what fell due and could not be recorded", core.timekeeper.refused),
        Figure("keys_missing", "texts that cannot be opened for want of their key", len(core.log.texts.faults)),
    ]


def of_live(hub: Hub, connections: int) -> list[Figure]:
    """What is followed."""
    now, tally = standing(hub), hub.tally
    return [
        Figure("connections", "sockets that are open", connections),
        Figure("welcomed", "connections that are signed in, over sockets or HTTP", now.welcomed),
        Figure("parked", "of these, who do not read just now", now.parked),
        Figure("topics", "topics that somebody follows or did lately", now.topics),
        Figure("audiences", "those who see the same of a topic, over all topics", now.audiences),
        Figure("ring_frames", "frames kept for those who come back", now.ring_frames),
        Figure("ring_bytes", "their size", now.ring_bytes),
        Figure("ring_age_seconds", "age of the oldest of them", now.ring_age_s),
        Figure("feed_behind", "readers of the topic changes who are told what they missed", hub.feed.behind),
        Figure("frames_out", "frames sent, by message", dict(tally.frames), "op", is_count=True),
        Figure("bytes_out", "bytes of frames sent, by message", dict(tally.bytes), "op", is_count=True),
        Figure("catch_ups", "readers brought up to date, by what it took", dict(tally.catch_ups), "by", is_count=True),
        Figure("closes", "sockets closed by this process, by code", dict(tally.closes), "code", is_count=True),
    ]


def of_webhooks(figures: Mapping[str, float]) -> list[Figure]:
    """What is sent to addresses; nothing where this process must not send."""
    return [Figure(name, WEBHOOKS[name], value) for name, value in figures.items()]


def of_notices(figures: Mapping[str, float]) -> list[Figure]:
    """What is sent to people."""
    return [Figure(name, NOTICES[name], value) for name, value in figures.items()]


def of_witnesses(figures: Mapping[str, float], outcomes: Mapping[str, float]) -> list[Figure]:
    """Who looks at the heads of the log."""
    told = "what came of asking a witness at this process"
    return [
        *(Figure(name, WITNESSES[name], value) for name, value in figures.items()),
        Figure("witness_answers", told, outcomes, "outcome", is_count=True),
    ]


async def _lag(core: Core) -> tuple[float, float]:
    """Positions and seconds; where the log cannot be asked, how far it has grown is not known."""
    try:
        head = await asyncio.to_thread(lambda: core.log.head)
    except (*StoreFailure, Outage):
        return math.nan, time.monotonic() - core.tail.whole_at
    behind = max(0, head - core.tail.head)
    return behind, time.monotonic() - core.tail.whole_at if behind else 0.0
