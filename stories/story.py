"""A story: dated commands, played through the public HTTP API with the story clock."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from msgspec import Struct

from domain.kernel import Command
from domain.names import scope_of


class Step(Struct, frozen=True, kw_only=True):
    """One command of a story."""

    at: str
    """When it is given, RFC 3339 with offset, e.g. `2024-04-09T18:05:00+02:00`."""
    by: str
    """Who gives it: a key of the story's `cast`."""
    to: str
    """The stream it goes to."""
    command: Command
    if_match: int | None = None
    """The version of the stream it was decided on, for commands that require one."""


class Story(Struct, frozen=True, kw_only=True):
    """One cluster's meeting, with what came before and after."""

    name: str
    title: str
    cluster: str
    """The scope of its streams, e.g. `lillebaelt`."""
    meeting: str
    """The topic of the evening, e.g. `lillebaelt/meeting/2024-04-09-strategic`."""
    cast: Mapping[str, str]
    """part -> person id"""
    sign_ins: Mapping[str, str]
    """role (secretary, co-chair, member, observer, auditor) -> part of the cast"""
    before: tuple[Step, ...]
    """Up to the evening, the invitation included."""
    evening: tuple[Step, ...]
    """The meeting itself, as it went on; empty where a paper tells of it and it is entered afterwards."""
    after: tuple[Step, ...]
    """Later days."""
    continues: tuple["Story", ...] = ()
    """The stories that it goes on from: they come before it in the same log."""

    def key_of(self, index: int) -> UUID:
        """The idempotency key of the step with that index of `steps`: the same story gives the same keys.

        What another story registers too, word for word, has the same key there: it happens once, whichever comes first.
        """
        step = self.steps[index]
        told = step.to if self.is_shared(step) else f"{self.name}:{index}"
        return uuid5(NAMESPACE_URL, f"klynge:story:{told}")

    def is_shared(self, step: Step) -> bool:
        """Whether a step registers a party or a body that is no cluster's own, which another story may need as well."""
        return step.by == "administrator" and step.command.creates and scope_of(step.to) != self.cluster

    @property
    def steps(self) -> tuple[Step, ...]:
        """All of it, in order."""
        return (*self.before, *self.evening, *self.after)
