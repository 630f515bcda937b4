"""Estate (bo): what is still open in a scope. A cluster that ceases hands it over or ends it, thing by thing."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from domain import fund
from domain.agreement.state import Agreed
from domain.bodies import Active, Closed, Level
from domain.handing import HANDINGS
from domain.kernel import Asked
from domain.meeting.state import Upcoming
from domain.minutes.state import BeingDrafted, Circulated
from domain.names import AgreementId, StreamId, kind_of, scope_of


def _body_is_open(state: Any) -> bool:
    """An outside body is not the cluster's to close."""
    return isinstance(state, Active) and not isinstance(state, Closed) and state.level is not Level.EXTERNAL


HANDED_OVER = frozenset({*HANDINGS, "fund"})
"""The kinds whose open streams can go on at a successor. The others are ended where they are."""

IS_OPEN: Mapping[str, Callable[[Any], bool]] = {
    **{kind: handing.is_open for kind, handing in HANDINGS.items()},
    "fund": lambda state: isinstance(state, fund.Active),
    "meeting": lambda state: isinstance(state, Upcoming),
    "minutes": lambda state: isinstance(state, BeingDrafted | Circulated),
    "body": _body_is_open,
}
"""kind -> whether one of it is open. What is of no kind here has no end of its own: a paper, a path, somebody's seat."""


def is_open(thing: StreamId, state: Any) -> bool:
    """Whether a thing must be handed over or ended before its cluster is dissolved."""
    return kind_of(thing) in IS_OPEN and IS_OPEN[kind_of(thing)](state)


def open_things(asked: Asked, scope: str) -> Iterator[StreamId]:
    """All that is open in a scope, kind by kind."""
    for kind, opens in IS_OPEN.items():
        yield from (thing for thing in asked.ids(kind, scope) if opens(asked.see(thing)))


def unfollowed_agreements(asked: Asked, scope: str) -> Iterator[AgreementId]:
    """Agreements on record in a scope that have no end and that nobody outside it follows.

    They bind their parties and stay where they are, but somebody must be there to write what becomes of them.
    """
    for agreement in asked.ids("agreement", scope):
        state = asked.see(agreement)
        if isinstance(state, Agreed) and state.end is None and (state.owner is None or scope_of(state.owner) == scope):
            yield agreement
