"""Ceasing (ophør): what a cluster that has an end still takes in, and what it no longer does."""

from domain.clusters import WindingDown, is_dissolved
from domain.dates import Day
from domain.handing_over import Handed, HandOver
from domain.kernel import Asked, Command
from domain.names import ClusterId, StreamId, kind_of, scope_of
from domain.refusal import Refused

STILL_TAKEN_IN = frozenset({"redaction", "erasure", "agreement"})
"""Words can be redacted however long ago the cluster ceased, and an agreement binds its parties, who go on."""


def require_going_on(command: Command, state: object, asked: Asked) -> None:
    """Refuse what comes to a cluster that is no more, or to a thing that lies with a successor, naming whom to turn to.

    What follows of itself from elsewhere is still written: a decision takes effect, somebody who has died sits no longer.
    """
    if isinstance(state, Handed) and not isinstance(command, HandOver):
        raise _ceased(asked, state.successor)
    if (
        asked.cause is None
        and kind_of(asked.stream) not in STILL_TAKEN_IN
        and is_dissolved(scope_of(asked.stream), asked)
    ):
        raise _ceased(asked)


def require_before_end(asked: Asked, *days: Day | None) -> None:
    """Refuse what would be due on a day that the cluster does not see. Absent days are fine."""
    for cluster in asked.ids("cluster", scope_of(asked.stream)):
        state = asked.see(cluster)
        if isinstance(state, WindingDown) and any(day is not None and day >= state.ceases_on for day in days):
            raise _ceased(asked)


def _ceased(asked: Asked, successor: StreamId | None = None) -> Refused:
    """Which cluster ceases when, and who has the matter then."""
    found: list[tuple[ClusterId, WindingDown]] = [
        (cluster, state)
        for cluster in asked.ids("cluster", scope_of(asked.stream))
        if isinstance(state := asked.see(cluster), WindingDown)
    ]
    if not found:
        return Refused("scope.handed-on", successor=successor or asked.stream)
    cluster, state = found[0]
    return Refused(
        "scope.ceased", cluster=cluster, ceases_on=state.ceases_on, successor=successor or state.successors[0]
    )
