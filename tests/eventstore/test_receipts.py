"""Once: a command repeated with its key gets the answer of the first time, and happens no second time."""

from pathlib import Path
from typing import Any

import pytest

from domain.cluster import AddParty
from domain.membership import Cause, FillSeat, VacateSeat
from domain.party import Rename
from domain.person import Register
from eventstore.given import Answer, Given
from eventstore.log import Log
from eventstore.sqlite.deciding import receipts_query
from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.store import SQLiteStore
from tests.eventstore.world import (
    CHAIR,
    CLUSTER,
    GROUP,
    HEAD,
    KOLDING,
    OUTSIDER,
    REGION,
    SECRETARY,
    STRATEGIC_SEATS,
    establishing,
    registering,
)
from tests.eventstore.writing import carry_out, furnish, give, given, tags, told

KEY = "one-key-of-theirs"


def once(person: str = SECRETARY, stream: str = KOLDING, command: Any = None, **more: Any) -> Given:
    """The command this page repeats: always with the same key."""
    return given(person, stream, command or registering(), key=KEY, **more)


def test_a_success_is_answered_alike_and_happens_once(kept_log: Log) -> None:
    first = carry_out(kept_log, once())
    give(kept_log, SECRETARY, KOLDING, Rename(name="Kolding", from_on="2024-05-01"))

    again = carry_out(kept_log, once())

    assert again == first == [Answer(position=HEAD + 1, stream=KOLDING, version=1)]
    assert [tag for _, _, tag in tags(kept_log, HEAD)] == ["party.registered", "party.renamed"]


def test_a_refusal_is_answered_alike_though_the_record_has_moved(kept_log: Log) -> None:
    joining = once(stream=CLUSTER, command=AddParty(party=KOLDING))
    first = carry_out(kept_log, joining)
    give(kept_log, SECRETARY, KOLDING, registering())

    again = carry_out(kept_log, joining)

    assert [told(each) for each in (*first, *again)] == 2 * [("id.unknown", {"id": KOLDING})]
    # Control: with a key of its own the same command is allowed by now.
    assert give(kept_log, SECRETARY, CLUSTER, AddParty(party=KOLDING)) == Answer(
        position=HEAD + 2, stream=CLUSTER, version=2
    )


def test_what_changed_nothing_is_answered_alike_though_the_record_has_moved(kept_log: Log) -> None:
    give(kept_log, SECRETARY, CLUSTER, AddParty(party=REGION))
    joining = once(stream=CLUSTER, command=AddParty(party=REGION))
    first = carry_out(kept_log, joining)
    give(kept_log, SECRETARY, KOLDING, registering())
    give(kept_log, SECRETARY, CLUSTER, AddParty(party=KOLDING))

    again = carry_out(kept_log, joining)

    assert again == first == [Answer(position=HEAD + 1, stream=CLUSTER, version=2)]


def test_what_others_followed_from_is_answered_alike(kept_log: Log) -> None:
    establishing_it = once(stream=GROUP, command=establishing("a", "b", "c"))

    first, again = carry_out(kept_log, establishing_it), carry_out(kept_log, establishing_it)

    assert again == first == [Answer(position=HEAD + 4, stream=GROUP, version=1)]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (registering(), Answer(position=HEAD + 1, stream=KOLDING, version=1)),
        (AddParty(party="dk/party/nobody"), ("id.unknown", {"id": "dk/party/nobody"})),
    ],
    ids=["success", "refusal"],
)
def test_the_same_key_in_one_batch_happens_once(kept_log: Log, command: Any, expected: Any) -> None:
    stream = CLUSTER if isinstance(command, AddParty) else KOLDING
    three = (once(stream=stream, command=command) for _ in range(3))

    outcomes = carry_out(kept_log, *three)

    assert [told(each) for each in outcomes] == 3 * [expected]


def test_a_repeat_late_in_its_batch_gets_the_version_of_the_first_time(kept_log: Log) -> None:
    outcomes = carry_out(
        kept_log, once(), given(SECRETARY, KOLDING, Rename(name="Kolding", from_on="2024-05-01")), once()
    )

    assert outcomes == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
        Answer(position=HEAD + 2, stream=KOLDING, version=2),
        Answer(position=HEAD + 1, stream=KOLDING, version=1),
    ]


def test_the_same_key_with_another_body_is_told_so(kept_log: Log) -> None:
    carry_out(kept_log, once())

    assert [told(each) for each in carry_out(kept_log, once(command=registering("Vejle Kommune")))] == ["OtherBody"]


def test_the_same_key_with_another_body_in_one_batch_is_told_so(kept_log: Log) -> None:
    outcomes = carry_out(kept_log, once(), once(command=registering("Vejle Kommune")))

    assert [told(each) for each in outcomes] == [Answer(position=HEAD + 1, stream=KOLDING, version=1), "OtherBody"]


def test_the_same_key_at_another_address_is_told_so(kept_log: Log) -> None:
    carry_out(kept_log, once())

    assert [told(each) for each in carry_out(kept_log, once(stream="dk/party/vejle"))] == ["OtherBody"]


def test_a_key_is_each_persons_own(kept_log: Log) -> None:
    theirs = once(person=CHAIR, stream=STRATEGIC_SEATS, command=FillSeat(seat="region", person=CHAIR))

    outcomes = carry_out(kept_log, once(), theirs)

    assert [told(each) for each in outcomes] == [Answer(position=HEAD + 1, stream=KOLDING, version=1), "Denied"]
    assert [told(each) for each in carry_out(kept_log, once())] == [
        Answer(position=HEAD + 1, stream=KOLDING, version=1)
    ]


def test_a_key_is_free_where_no_rule_was_asked(kept_log: Log) -> None:
    """404 and 412 are answers of a moment; only what a rule said is kept."""
    renaming = once(command=Rename(name="Kolding", from_on="2024-05-01"))
    missing = carry_out(kept_log, renaming)
    give(kept_log, SECRETARY, KOLDING, registering())
    overtaken = carry_out(kept_log, once(command=Rename(name="Kolding", from_on="2024-05-01"), if_match=7))

    assert [told(each) for each in (*missing, *overtaken)] == ["Missing", ("Overtook", 1)]
    assert carry_out(kept_log, renaming) == [Answer(position=HEAD + 2, stream=KOLDING, version=2)]


def test_a_key_is_free_where_the_right_came_later(kept_log: Log) -> None:
    registering_it = once(person=OUTSIDER)
    denied = carry_out(kept_log, registering_it)
    for stream, command in (
        (OUTSIDER, Register(name="Afløseren", function="Sekretær", party=REGION)),
        (STRATEGIC_SEATS, VacateSeat(seat="secretariat", cause=Cause.LEFT)),
    ):
        give(kept_log, SECRETARY, stream, command)
    give(kept_log, "dk/person/administrator", STRATEGIC_SEATS, FillSeat(seat="secretariat", person=OUTSIDER))

    assert [told(each) for each in denied] == ["Denied"]
    assert carry_out(kept_log, registering_it) == [Answer(position=HEAD + 4, stream=KOLDING, version=1)]


def test_a_repeat_is_answered_though_the_right_is_gone(kept_log: Log) -> None:
    first = carry_out(kept_log, once())
    give(kept_log, SECRETARY, STRATEGIC_SEATS, VacateSeat(seat="secretariat", cause=Cause.LEFT))

    assert carry_out(kept_log, once()) == first
    # Control: the right is gone.
    assert give(kept_log, SECRETARY, "dk/party/vejle", registering()) == "Denied"


def test_a_repeat_is_answered_though_its_own_first_run_changed_the_version(kept_log: Log) -> None:
    renaming = once(stream=REGION, command=Rename(name="Region Syd", from_on="2024-05-01"), if_match=1)

    first, again = carry_out(kept_log, renaming), carry_out(kept_log, renaming)

    assert again == first == [Answer(position=HEAD + 1, stream=REGION, version=2)]


def test_receipts_outlive_the_process(tmp_path: Path) -> None:
    answers = []
    for _ in range(2):
        kept_log = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db").open_log()
        if kept_log.head == 0:
            furnish(kept_log)
        answers += carry_out(kept_log, once())
        kept_log.close()

    assert answers == 2 * [Answer(position=HEAD + 1, stream=KOLDING, version=1)]


def test_receipts_are_looked_up_by_index_however_many_there_are(on_file: Log) -> None:
    """SQLite scans the whole table for a list of row values; the look-up must not grow with history."""
    recorder = on_file.recorder
    assert isinstance(recorder, SQLiteRecorder)
    with recorder.datastore.transaction(commit=False) as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {receipts_query(2)}", ["a", "k", "b", "l"])
        plan = [row[3] for row in cursor.fetchall()]

    assert [step for step in plan if "receipts" in step or step.startswith(("SCAN r", "SEARCH r"))] == [
        "SEARCH r USING PRIMARY KEY (actor=? AND key=?)"
    ]
