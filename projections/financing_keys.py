"""How do parties share what they pay together, and by which weights on which day? The financing keys (fordelingsnøgler) of a scope.

Topic `{scope}/financing-keys`. Keys: `{key}/version/{number}` and `{key}/source/{number}`, numbers of three digits.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Day, day_of
from domain.decided import Cited, Taken
from domain.financing_key import Agreed, Ended
from domain.kernel import Recorded
from domain.names import name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, Place, place_of, reveal
from projections.said import SaidDate, date_row
from projections.validity import Validity
from projections.view import Get, Named, Rows, Sight, View


class ShareRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False):
    """What one party bears, out of the whole."""

    party: N
    weight: int


class KeyVersionRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="key-version"):
    """One version (udgave) of a key: its weights, and the days on which they count."""

    key: N
    key_version: int
    """From 1, as they were agreed."""
    whole: int
    """What the weights come to together."""
    shares: tuple[ShareRow[N], ...]
    """In the order the parties stand: who stands first takes the odd øre of a tie."""
    recorded_on: Day
    version: int
    """Of the key's stream, when it was agreed."""
    position: int
    from_on: Day | None = None
    """None: nobody stated it."""
    ceases_on: Day | None = None
    terms: T | None = None
    decision: Place[N] | None = None
    """The decision of the record that it rests on; without one, a paper's: see the source."""
    decided: SaidDate[T] | None = None
    """Of a paper's: when it was taken, as the paper says it."""
    end_version: int | None = None
    """Of the key's stream, when it was ended."""
    end_decision: Place[N] | None = None


class KeySourceRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="key-source"):
    """The decision that a paper cites, which a version rests on."""

    key: N
    version: int
    """Of the key's stream, when the version was agreed."""
    position: int
    who: T
    words: T
    document: N | None = None


Row = KeyVersionRow[Kept, str] | KeySourceRow[Kept, str]
Shown = KeyVersionRow[str | None, Named] | KeySourceRow[str | None, Named]


# --- folded -----------------------------------------------------------------------------------------------------------


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, stream = recorded.event, recorded.stream
    match event:
        case Agreed():
            return _agreed(event, recorded)
        case Ended():
            key = _key(stream, "version", event.version)
            decision = place_of(event.source) if isinstance(event.source, Taken) else None
            ended = {"ceases_on": event.ceases_on, "end_version": recorded.version, "end_decision": decision}
            return {key: msgspec.structs.replace(get(key), **ended)}
        case _:
            return {}


def _agreed(event: Agreed, recorded: Recorded) -> Rows:
    source, stream = event.source, recorded.stream
    at: dict[str, Any] = {"key": stream, "version": recorded.version, "position": recorded.position}
    row = KeyVersionRow[Kept, str](
        key_version=event.version,
        whole=event.whole,
        shares=tuple(ShareRow(party=each.party, weight=each.weight) for each in event.shares),
        recorded_on=day_of(recorded.recorded_at),
        from_on=event.in_force_from_on,
        terms=event.terms,
        decision=place_of(source) if isinstance(source, Taken) else None,
        decided=date_row(source.on) if isinstance(source, Cited) else None,
        **at,
    )
    rows: dict[str, Any] = {_key(stream, "version", event.version): row}
    if isinstance(source, Cited):
        cited = KeySourceRow[Kept, str](who=source.who, words=source.words, document=source.document, **at)
        rows[_key(stream, "source", event.version)] = cited
    return rows


def _key(stream: str, what: str, number: int) -> str:
    return f"{scope_of(stream)}/financing-keys|{name_of(stream)}/{what}/{number:03}"


# --- shown ------------------------------------------------------------------------------------------------------------

NO_END = {"ceases_on": None, "end_version": None, "end_decision": None}


def show(key: str, row: Any, sight: Sight) -> Any:
    """What was decided at an item that is closed to the audience has not happened to them."""
    if sight.hides_event(row.key, row.version):
        return None
    if isinstance(row, KeyVersionRow) and row.end_version is not None and sight.hides_event(row.key, row.end_version):
        row = msgspec.structs.replace(row, **NO_END)
    return reveal(row, sight)


def begun_by(row: Any) -> tuple[Day, str | None]:
    """The last day on which a version can have begun that names none, and how a paper said it: that of the decision it rests on, or
    that on which it was entered as one that applies."""
    return (row.recorded_on, None) if row.decided is None else (row.decided.latest, row.decided.words)


FINANCING_KEYS = View(
    name="financing-keys",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset({Agreed, Ended}),
    evolve=evolve,
    show=show,
    closes=True,
    validity={KeyVersionRow: Validity(begun_by=begun_by)},
)
