"""`klynge init`: open a log, with its first administrator."""

import asyncio
import re

from domain import access, party, person
from domain import log as record
from domain.kernel import Command
from domain.names import SCOPE
from eventstore.clock import RealClock, StoryClock
from eventstore.desk import Desk
from eventstore.given import Given, digest_of
from eventstore.log import Log
from eventstore.sealing import SCHEME
from klynge.checkpointing.alarm import Alarm
from klynge.checkpointing.beginning import begin_anew
from klynge.checkpointing.keys import first_key
from klynge.settings import BadSettings, Settings
from proof.note import origin_of

ADMINISTRATOR = "dk/person/administrator"
OPERATOR = "dk/party/klynge-drift"
ROLE = "klynge"


class AlreadyOpen(Exception):
    """The log has its beginning."""


async def init(
    settings: Settings, region: str, clock: record.Clock, story_at: int | None = None, role: str = ROLE
) -> int:
    """Make the store and write the beginning of a log, or what is missing of it; answers its head.

    Raises `AlreadyOpen`, `BadSettings`; a story clock only in dev. `role`: the one under which the house will run, where the
    store knows roles; this one is run under the role that owns the store.
    """
    if not re.fullmatch(SCOPE, region):
        raise BadSettings(
            f"»{region}« is no name for a region: lower-case letters, digits and dashes, such as syddanmark"
        )
    settings.store.create(role)
    kept_log = settings.store.open_log()
    try:
        if kept_log.head and not _stopped_midway(kept_log, region, clock):
            raise AlreadyOpen(f"{settings.store.name} holds a log of {kept_log.head} events")
        if not kept_log.head:
            begin_anew(settings)
        return await _begin(kept_log, region, clock, story_at, _checkpoint_key(settings, region))
    finally:
        await asyncio.to_thread(kept_log.close)


def _stopped_midway(kept_log: Log, region: str, clock: record.Clock) -> bool:
    """Whether a log holds a part of this very beginning and nothing else. What stands has receipts, so it is not given again."""
    wanted = [stream for stream, _ in _beginning(region, clock, None)]
    if kept_log.head >= len(wanted):
        return False
    found = list(kept_log.read(0))
    opened = found[0].event
    return (
        [each.stream for each in found] == wanted[: len(found)]
        and isinstance(opened, record.Opened)
        and opened.clock is clock
    )


def _checkpoint_key(settings: Settings, region: str) -> str:
    """What heads of the log are checked with; its key is made where there is none."""
    try:
        return first_key(settings.checkpoint_key, origin_of(region)).vkey
    except Alarm as alarm:
        raise BadSettings(str(alarm)) from alarm


async def _begin(kept_log: Log, region: str, clock: record.Clock, story_at: int | None, checkpoint_key: str) -> int:
    desk = Desk(
        kept_log.recorder,
        kept_log.sealing,
        StoryClock() if clock is record.Clock.STORY else RealClock(),
        lambda _: None,
    )
    try:
        for stream, command in _beginning(region, clock, checkpoint_key):
            path = f"init:{stream}"
            given = Given(
                person=ADMINISTRATOR,
                stream=stream,
                command=command,
                key=path,
                digest=digest_of(kept_log.receipts_key, path, b""),
                story_at=story_at,
                init=True,
            )
            answer = await desk.give(given)
        return answer.position
    finally:
        await asyncio.to_thread(desk.close)


def _beginning(region: str, clock: record.Clock, checkpoint_key: str | None) -> list[tuple[str, Command]]:
    return [
        (
            f"{region}/log/log",
            record.Open(origin=region, clock=clock, schemes=(SCHEME,), checkpoint_key=checkpoint_key),
        ),
        (OPERATOR, party.Register(name="Klynge, drift", party_kind=party.PartyKind.EXTERNAL)),
        (ADMINISTRATOR, person.Register(name="Administrator", function="Administrator af protokollen", party=OPERATOR)),
        (
            f"{region}/access/administrator",
            access.Grant(
                person=ADMINISTRATOR,
                office=access.Office.ADMINISTRATOR,
                reason="Den første administrator, givet da protokollen blev åbnet.",
                from_on="2000-01-01",
            ),
        ),
    ]
