"""States: what a rule may ask, as of one position, layer over layer."""

import pytest

from domain.kernel import UNKNOWN
from domain.party import Active, PartyKind
from eventstore import states
from eventstore.log import Log
from eventstore.states import Base, Layer, States
from tests.eventstore.world import GROUP, HEAD, KOLDING, REGION, SECRETARY, STRATEGIC, establishing, registering
from tests.eventstore.writing import events, give

REGISTERED = Active(party_kind=PartyKind.MUNICIPALITY, parent=None)


def at(kept_log: Log, position: int) -> Base:
    """All states as of a position, for who asks for the first time."""
    return Base(States(position), kept_log.recorder)


def test_nothing_is_seen_that_stands_after_the_position(kept_log: Log) -> None:
    """Also when it is asked for the first time, and others have appended meanwhile."""
    give(kept_log, SECRETARY, KOLDING, registering())

    before, after = at(kept_log, HEAD), at(kept_log, HEAD + 1)

    assert (before.see(KOLDING), before.ids("party")) == (UNKNOWN, (REGION,))
    assert (after.see(KOLDING), after.ids("party")) == (REGISTERED, (KOLDING, REGION))


def test_what_is_taken_in_event_by_event_equals_what_is_read_anew(kept_log: Log) -> None:
    followed = States(HEAD)
    now = Base(followed, kept_log.recorder)
    for stream in (REGION, STRATEGIC, KOLDING):
        now.see(stream)
    for kind in ("party", "body"):
        now.ids(kind)
    give(kept_log, SECRETARY, KOLDING, registering())
    give(kept_log, SECRETARY, GROUP, establishing("a"))

    for each in events(kept_log, HEAD):
        followed.advance(each)

    anew = at(kept_log, kept_log.head)
    for stream in (REGION, STRATEGIC, KOLDING, GROUP):
        assert now.get(stream) == anew.get(stream)
    for kind in ("party", "body", "membership"):
        for scope in (None, "dk", "lillebaelt", "aarhus"):
            assert now.ids(kind, scope) == anew.ids(kind, scope)


def test_what_is_no_longer_kept_is_read_again(kept_log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "STATES_MAX", 2)
    few, all_of_them = at(kept_log, HEAD), Base(States(HEAD), kept_log.recorder)
    streams = [each.stream for each in events(kept_log)]

    seen = [few.get(stream) for stream in (*streams, *streams)]
    monkeypatch.undo()

    assert seen == [all_of_them.get(stream) for stream in (*streams, *streams)]


def test_a_layer_shows_its_changes_over_those_below_until_it_joins_them(kept_log: Log) -> None:
    batch = Layer(at(kept_log, HEAD))
    batch.put(KOLDING, 1, REGISTERED)
    command = Layer(batch)
    command.put("dk/party/vejle", 1, REGISTERED)
    command.put(REGION, 2, REGISTERED)

    assert command.ids("party") == (KOLDING, REGION, "dk/party/vejle")
    assert command.ids("party", "lillebaelt") == ()
    assert (batch.ids("party"), batch.get(REGION)[0]) == ((KOLDING, REGION), 1)

    command.join()

    assert batch.ids("party", "dk") == (KOLDING, REGION, "dk/party/vejle")
    assert batch.get(REGION) == (2, REGISTERED)
