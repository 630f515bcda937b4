"""One order: positions are dense, in the order of commits, and an answer means it is on disk."""

import sqlite3
from pathlib import Path
from threading import Event

from domain.access import Grant, Office, Withdraw
from domain.assurance import Assurance
from domain.cluster import AddParty
from domain.kernel import By, Recorded
from domain.membership import OpenSeat
from domain.party import Rename
from domain.seats import ByPatients, Voice
from eventstore.clock import RealClock
from eventstore.given import Answer, Committed, Given
from eventstore.log import Log
from eventstore.memory import open_memory
from eventstore.writer import BATCH_MAX, Writer
from tests.eventstore.world import (
    ADMINISTRATOR,
    CHAIR,
    CLUSTER,
    GROUP,
    GROUP_SEATS,
    HEAD,
    KOLDING,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC,
    establishing,
    registering,
)
from tests.eventstore.writing import Working, carry_out, events, furnish, given, tags, told

RENAMING = Rename(name="Region Syd", from_on="2024-05-01")


def test_positions_are_dense_over_reactions_refusals_and_what_changes_nothing(kept_log: Log) -> None:
    outcomes = carry_out(
        kept_log,
        given(SECRETARY, KOLDING, registering()),
        given(SECRETARY, KOLDING, registering()),
        given(OUTSIDER, "dk/party/vejle", registering()),
        given(SECRETARY, GROUP, establishing("a", "b")),
        given(SECRETARY, "dk/party/vejle", registering()),
    )

    assert [told(each) for each in outcomes] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        ("party.exists", {}),
        "Denied",
        Answer(position=HEAD + 4, stream=GROUP, version=1),
        Answer(position=HEAD + 5, stream="dk/party/vejle", version=1),
    ]
    assert tags(kept_log, HEAD) == [
        (HEAD + 1, KOLDING, "party.registered"),
        (HEAD + 2, GROUP, "body.established"),
        (HEAD + 3, GROUP_SEATS, "membership.seat-opened"),
        (HEAD + 4, GROUP_SEATS, "membership.seat-opened"),
        (HEAD + 5, "dk/party/vejle", "party.registered"),
    ]


def test_what_waits_together_is_committed_together(on_file: Log) -> None:
    committed: list[Committed] = []
    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), committed.append)
    for index in range(BATCH_MAX + 44):
        writer.give(given(SECRETARY, f"dk/party/p{index}", registering()), lambda _: None)
    writer.start()
    writer.close()

    assert [len(each.settlements) for each in committed] == [BATCH_MAX, 44]
    assert [len(each.recorded) for each in committed] == [BATCH_MAX, 44]


def test_one_alone_does_not_wait_for_others(on_file: Log) -> None:
    answered = Event()
    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), lambda _: answered.set())
    writer.start()
    writer.give(given(SECRETARY, KOLDING, registering()), lambda _: None)

    assert answered.wait(5)
    writer.close()


def test_a_command_sees_what_those_before_it_in_its_batch_did(kept_log: Log) -> None:
    joining = _joining(KOLDING)

    outcomes = carry_out(kept_log, joining, given(SECRETARY, KOLDING, registering()), _joining(KOLDING))

    assert [told(each) for each in outcomes] == [
        ("id.unknown", {"id": KOLDING}),
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        Answer(position=HEAD + 2, stream=CLUSTER, version=2),
    ]


def test_a_batch_is_read_off_the_clock_once(kept_log: Log) -> None:
    carry_out(kept_log, *(given(SECRETARY, f"dk/party/p{index}", registering()) for index in range(50)))

    assert len({each.recorded_at for each in events(kept_log, HEAD)}) == 1


def test_an_answer_is_given_when_others_can_read_it_from_the_file(on_file: Log, tmp_path: Path) -> None:
    found: list[tuple[int, int]] = []

    def look(committed: Committed) -> None:
        other = sqlite3.connect(tmp_path / "log.db")
        events_there = other.execute("SELECT MAX(position) FROM stored_events").fetchone()[0]
        receipts_there = other.execute("SELECT COUNT(*) FROM receipts WHERE key='mine'").fetchone()[0]
        other.close()
        found.append((events_there, receipts_there))

    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), look)
    writer.give(given(SECRETARY, KOLDING, registering(), key="mine"), lambda _: None)
    writer.start()
    writer.close()

    assert found == [(HEAD + 1, 1)]


def test_the_envelope_says_who_by_which_right_and_what_it_follows_from(kept_log: Log) -> None:
    carry_out(kept_log, given(SECRETARY, REGION, RENAMING), given(SECRETARY, GROUP, establishing("a")))

    by = By(
        person=SECRETARY,
        seat="lillebaelt/membership/strategic#secretariat",
        rule="secretariat-of-body",
        assurance=Assurance.SUBSTANTIAL,
    )
    assert [_envelope(each) for each in events(kept_log, HEAD)] == [
        (HEAD + 1, REGION, 2, by, "party.rename", None, HEAD + 1),
        (HEAD + 2, GROUP, 1, by, "body.establish", None, HEAD + 2),
        (HEAD + 3, GROUP_SEATS, 1, by, "membership.open-seat", HEAD + 2, HEAD + 2),
    ]


def test_a_state_is_read_from_the_log_where_it_is_not_at_hand(kept_log: Log) -> None:
    """Every writer here begins without any state, so what it answers came from the log."""
    outcomes = [carry_out(kept_log, given(SECRETARY, REGION, RENAMING))[0] for _ in range(3)]

    assert outcomes == [Answer(position=HEAD + each, stream=REGION, version=1 + each) for each in (1, 2, 3)]
    assert told(carry_out(kept_log, given(SECRETARY, STRATEGIC, establishing()))[0]) == ("body.exists", {})


def test_each_batch_builds_on_those_before_it(kept_log: Log) -> None:
    """Without reading them again: what was committed is at hand, and nothing that was refused."""
    working = Working(kept_log)

    outcomes = [
        working.give(command)
        for command in (
            given(SECRETARY, KOLDING, registering()),
            given(SECRETARY, KOLDING, registering()),
            given(SECRETARY, GROUP, establishing("a", party_of="dk/party/nobody")),
            given(SECRETARY, GROUP, establishing("a", party_of=KOLDING)),
            given(ADMINISTRATOR, GROUP_SEATS, OpenSeat(body=GROUP, seat="b", right=ByPatients(), voice=Voice.VOTE)),
            given(SECRETARY, KOLDING, RENAMING, if_match=1),
            given(SECRETARY, KOLDING, RENAMING, if_match=1),
        )
    ]
    working.close()

    assert [told(each) for each in outcomes] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        ("party.exists", {}),
        ("id.unknown", {"id": "dk/party/nobody"}),
        Answer(position=HEAD + 3, stream=GROUP, version=1),
        Answer(position=HEAD + 4, stream=GROUP_SEATS, version=2),
        Answer(position=HEAD + 5, stream=KOLDING, version=2),
        ("Overtook", 2),
    ]


def test_a_right_that_one_batch_gives_holds_in_the_next(kept_log: Log) -> None:
    """The policy asks which seats and offices there are; new ones count at once."""
    working = Working(kept_log)
    office = "dk/access/second"
    granting = Grant(person=CHAIR, office=Office.ADMINISTRATOR, reason="Ferie.", from_on="2000-01-01")

    outcomes = [
        working.give(command)
        for command in (
            given(CHAIR, KOLDING, registering()),
            given(ADMINISTRATOR, office, granting),
            given(CHAIR, KOLDING, registering()),
            given(ADMINISTRATOR, office, Withdraw(reason="Ferien er slut.")),
            given(CHAIR, "dk/party/vejle", registering()),
        )
    ]
    working.close()

    assert [told(each) for each in outcomes] == [
        "Denied",
        Answer(position=HEAD + 1, stream=office, version=1),
        Answer(position=HEAD + 2, stream=KOLDING, version=1),
        Answer(position=HEAD + 3, stream=office, version=2),
        "Denied",
    ]


def test_a_writer_that_met_an_empty_log_sees_what_another_wrote_into_it() -> None:
    kept_log = open_memory()
    working = Working(kept_log)
    empty = working.give(given(SECRETARY, KOLDING, registering()))
    furnish(kept_log)

    furnished = working.give(given(SECRETARY, KOLDING, registering()))
    working.close()
    kept_log.close()

    assert [told(empty), told(furnished)] == ["Denied", Answer(position=HEAD + 1, stream=KOLDING, version=1)]


def _joining(party: str) -> Given:
    return given(SECRETARY, CLUSTER, AddParty(party=party))


def _envelope(recorded: Recorded) -> tuple[object, ...]:
    return (
        recorded.position,
        recorded.stream,
        recorded.version,
        recorded.by,
        recorded.command,
        recorded.causation,
        recorded.correlation,
    )
