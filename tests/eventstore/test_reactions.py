"""What follows from an event stands in the same transaction, or the command is refused whole."""

import msgspec
import pytest

from domain.body import Established, SeatPlan
from domain.membership import SeatOpened
from domain.seats import ByRole, Voice
from domain.text import TextAt
from eventstore import batch
from eventstore.clock import RealClock
from eventstore.given import Answer, Committed
from eventstore.log import Log
from eventstore.writer import Writer
from tests.eventstore.world import GROUP, GROUP_SEATS, HEAD, KOLDING, SECRETARY, establishing, registering
from tests.eventstore.writing import carry_out, events, give, given, tags, told

REFUSED_INSIDE = establishing("a", "b", party_of="dk/party/nobody")


def test_what_follows_is_committed_with_what_it_follows_from(kept_log: Log) -> None:
    committed: list[Committed] = []
    writer = Writer(kept_log.recorder, kept_log.sealing, RealClock(), committed.append)
    writer.give(given(SECRETARY, GROUP, establishing("a", "b")), lambda _: None)
    writer.start()
    writer.close()

    assert [[each.position for each in one.recorded] for one in committed] == [[HEAD + 1, HEAD + 2, HEAD + 3]]


def test_a_refused_reaction_refuses_all_and_names_the_inner_code(kept_log: Log) -> None:
    assert give(kept_log, SECRETARY, GROUP, REFUSED_INSIDE) == ("id.unknown", {"id": "dk/party/nobody"})
    assert tags(kept_log, HEAD) == []
    assert list(kept_log.recorder.blocks((HEAD, ""), 10)) == []


def test_a_refused_reaction_leaves_no_trace_for_what_comes_after_it_in_the_batch(kept_log: Log) -> None:
    outcomes = carry_out(
        kept_log,
        given(SECRETARY, KOLDING, registering()),
        given(SECRETARY, GROUP, REFUSED_INSIDE),
        given(SECRETARY, GROUP, establishing("a")),
    )

    assert [told(each) for each in outcomes] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        ("id.unknown", {"id": "dk/party/nobody"}),
        Answer(position=HEAD + 3, stream=GROUP, version=1),
    ]
    assert tags(kept_log, HEAD) == [
        (HEAD + 1, KOLDING, "party.registered"),
        (HEAD + 2, GROUP, "body.established"),
        (HEAD + 3, GROUP_SEATS, "membership.seat-opened"),
    ]


def test_a_refused_reaction_is_refused_again_under_the_same_key(kept_log: Log) -> None:
    refused = given(SECRETARY, GROUP, REFUSED_INSIDE)
    first = carry_out(kept_log, refused)
    give(kept_log, SECRETARY, "dk/party/nobody", registering())

    assert [told(each) for each in (*first, *carry_out(kept_log, refused))] == 2 * [
        ("id.unknown", {"id": "dk/party/nobody"})
    ]


def test_a_text_that_follows_lies_where_it_was_said(kept_log: Log) -> None:
    """A reaction carries on where the words stand, so one key opens them and one redaction reaches every place."""
    role = SeatPlan[str](seat="chef", right=ByRole(words="kommunens chef"), voice=Voice.VOTE)
    give(kept_log, SECRETARY, GROUP, msgspec.structs.replace(establishing(), seats=(role,)))

    established, opened = (each.event for each in events(kept_log, HEAD))
    assert isinstance(established, Established)
    assert isinstance(opened, SeatOpened)
    assert isinstance(opened.right, ByRole)
    assert opened.right.words == TextAt(GROUP, 1, "/seats/0/right/words")
    assert [block.field for block in kept_log.recorder.blocks((HEAD, ""), 10)] == ["/name", "/seats/0/right/words"]
    assert kept_log.texts.open(opened.right.words) == "kommunens chef"


def test_a_chain_that_is_too_long_is_refused_whole(kept_log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "REACTIONS_MAX", 2)

    assert give(kept_log, SECRETARY, GROUP, establishing("a", "b", "c")) == ("reactions.too-many", {"count": 2})
    assert tags(kept_log, HEAD) == []
    assert give(kept_log, SECRETARY, GROUP, establishing("a", "b")) == Answer(
        position=HEAD + 3, stream=GROUP, version=1
    )
