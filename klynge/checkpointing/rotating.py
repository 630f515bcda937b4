"""Changing the checkpoint key: the new one is put beside the old, the record names it, a head that holds this is signed with both,
and then the old one is gone. Stopped midway, it is run again.
"""

import asyncio
import time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from domain import log as record
from domain.names import HOUSE
from eventstore.desk import Desk
from eventstore.given import Given, digest_of
from eventstore.log import Log
from eventstore.mapper import decode
from eventstore.proofs import Proofs
from klynge.checkpointing.keys import new_key, read_keys, write_keys
from klynge.settings import Settings
from proof.note import Note, Signer, Verifier, origin_of

LOOK_S = 0.2
WAIT_S = 10.0
"""A checkpointer that works has signed by then."""


class Rotated(Struct, frozen=True):
    """How far it got."""

    vkey: str
    """The key that signs from now on."""
    is_done: bool
    """False: the old key signs too, until a head is signed that names the new one."""


async def rotate(settings: Settings, wait_s: float = WAIT_S) -> Rotated:
    """Raises `Alarm` where the key's file cannot be read, and what the writer raises."""
    kept_log, proofs = settings.store.open_log(), settings.store.open_proofs()
    try:
        stream = kept_log.log_stream()
        state = kept_log.now().see(stream)
        assert isinstance(state, record.Running)
        keys = _with_new(settings.checkpoint_key, origin_of(state.origin), state.checkpoint_key)
        if keys[-1].vkey != state.checkpoint_key:
            await _name(kept_log, stream, keys[-1].vkey)
        position = _named_at(kept_log, stream, keys[-1].vkey)
        is_done = len(keys) == 1 or await _signed(proofs, position, keys[0].verifier, wait_s)
        if is_done:
            write_keys(settings.checkpoint_key, keys[-1:])
        return Rotated(keys[-1].vkey, is_done)
    finally:
        await asyncio.to_thread(proofs.close)
        await asyncio.to_thread(kept_log.close)


def _with_new(path: Path, name: str, named: str | None) -> tuple[Signer, ...]:
    """The keys with one that comes after them. Where one is there already, it is the one: it was stopped midway."""
    keys = read_keys(path) if path.exists() else ()
    if len(keys) > 1:
        return keys
    if keys and named is None:
        return keys  # a log of before, which names none yet
    keys = (*keys, new_key(name))
    write_keys(path, keys)
    return keys


async def _name(kept_log: Log, stream: str, vkey: str) -> None:
    path = f"house:{stream}/change-checkpoint-key/{vkey}"
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    try:
        await desk.give(
            Given(
                person=HOUSE,
                stream=stream,
                command=record.ChangeCheckpointKey(key=vkey),
                key=str(uuid5(NAMESPACE_URL, path)),
                digest=digest_of(kept_log.receipts_key, path, b""),
                house=True,
            )
        )
    finally:
        await asyncio.to_thread(desk.close)


def _named_at(kept_log: Log, stream: str, vkey: str) -> int:
    """Where the record names a key."""
    events = map(decode, kept_log.recorder.stream(stream, kept_log.head))
    return next(each.position for each in events if _names(each.event, vkey))


def _names(event: object, vkey: str) -> bool:
    match event:
        case record.CheckpointKeyChanged():
            return event.key == vkey
        case record.Opened():
            return event.checkpoint_key == vkey
    return False


async def _signed(proofs: Proofs, position: int, old: Verifier, wait_s: float) -> bool:
    """Whether a head that holds a position is signed with the old key, so that whoever believes that one believes the new one."""
    give_up_at = time.monotonic() + wait_s
    while True:
        found = await asyncio.to_thread(proofs.covering, position)
        if found is not None and any(map(old.owns, Note.parse(found.note).signatures)):
            return True
        if time.monotonic() >= give_up_at:
            return False
        await asyncio.sleep(LOOK_S)
