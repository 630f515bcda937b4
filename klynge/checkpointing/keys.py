"""The checkpoint key (kontrolpunktnøgle) in its file: a line for each key that signs. There are two while it is changed."""

import os
from pathlib import Path

from eventstore.durable import write_durably
from klynge.checkpointing.alarm import Alarm, Outcome
from proof.note import KEY_BYTES, BadNote, Signer

KEYS_MAX = 4
"""Nobody changes it so often before the one before is gone."""
FILE_BYTES_MAX = 4_096


def read_keys(path: Path) -> tuple[Signer, ...]:
    """The keys that sign, the oldest first. Raises `Alarm`."""
    try:
        with path.open("rb") as file:
            said = file.read(FILE_BYTES_MAX + 1).decode()
    except FileNotFoundError:
        raise Alarm(
            Outcome.NO_KEY,
            f"the checkpoint key {path} is not there; put it back, or run `klynge keys rotate-checkpoint` to make another",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Alarm(Outcome.NO_KEY, f"the checkpoint key {path} cannot be read: {type(error).__name__}") from None
    lines = said.splitlines()
    if not 0 < len(lines) <= KEYS_MAX:
        raise Alarm(Outcome.NO_KEY, f"{path} holds {len(lines)} keys; it is a line for each of at most {KEYS_MAX}")
    try:
        return tuple(map(Signer.parse, lines))
    except BadNote:
        # Nothing of what it holds: a key with a letter changed is still most of a key.
        raise Alarm(Outcome.NO_KEY, f"{path} holds no checkpoint key, or it is damaged; put it back") from None


def new_key(name: str) -> Signer:
    """A key that nobody has had."""
    return Signer(name, os.urandom(KEY_BYTES))


def write_keys(path: Path, keys: tuple[Signer, ...]) -> None:
    """Let these sign from now on."""
    write_durably(path, "".join(f"{each.secret}\n" for each in keys).encode())


def first_key(path: Path, name: str) -> Signer:
    """The key that a log begins with: made, where there is none yet. Raises `Alarm` where another log's is there."""
    if not path.exists():
        write_keys(path, (new_key(name),))
    key = read_keys(path)[-1]
    if key.name != name:
        raise Alarm(Outcome.OTHER_KEY, f"{path} is the key of {key.name}; name a file of its own for {name}")
    return key
