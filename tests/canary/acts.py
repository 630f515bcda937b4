"""What is done in a meeting: commands, and papers put here before they are attached."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from domain.kernel import Command


class Act(NamedTuple):
    """A command, who gives it, and what it does to who may read what."""

    by: str
    to: str
    command: Command
    then: Callable[[], None] | None = None
    needs_version: bool = False


class Paper(NamedTuple):
    """Bytes to be put before they are attached."""

    content: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()
