"""What the estate tells: what is open and with whom, what went to whom, and nothing of what has ended."""

from typing import Any

from domain.action import Assigned, Replied
from domain.cluster import ClusterDissolved, HandOver
from domain.effects import ByParty, DebtorNotStated
from domain.kernel import UNKNOWN
from domain.meeting.call import MeetingAdjourned
from domain.policy import Mask
from domain.referral import Answered
from domain.text import said
from projections.actions import ACTIONS
from projections.conditions import CONDITIONS
from projections.estate import ESTATE
from projections.names import NAMES, key_of
from projections.people import PEOPLE
from projections.referrals import REFERRALS
from projections.view import View
from tests.domain.succession import (
    BODIES_END,
    CEASES_ON,
    COUNCIL,
    DECISION,
    LILLEBAELT,
    MAY_HAND_OVER,
    RAAD,
    WINDING,
)
from tests.domain.waiting import C1, pending
from tests.domain.world import KOLDING, MEETING, POLITICAL, QUESTION, STRATEGIC, Fact, discussing, referral
from tests.given import Record, given

TASK = "lillebaelt/action/skriv"
OWED: Fact = (
    TASK,
    Assigned(what=said("Skriv."), owed_by=(ByParty(party=KOLDING), DebtorNotStated()), report_to=POLITICAL),
)
AT_RAAD = "raad/referral/lillebaelt-temaer"


def rows_of(view: View, record: Record) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for recorded in record.recorded:
        if type(recorded.event) in view.folds:
            rows |= view.evolve(rows.get, recorded)
    return {key: row for key, row in rows.items() if row is not None}


def estate(record: Record, scope: str = "lillebaelt") -> dict[str, Any]:
    rows = rows_of(ESTATE, record)
    return {key.partition("|")[2]: row for key, row in rows.items() if key.startswith(f"{scope}/")}


def handed(*facts: Fact, things: tuple[str, ...]) -> Record:
    record = given(*WINDING, *MAY_HAND_OVER, *facts, *BODIES_END)
    command = HandOver(to_cluster=RAAD, things=things, effective_on=CEASES_ON, decisions=(DECISION,))
    assert record.when(command, to=LILLEBAELT).recorded
    return record


def test_what_is_open_stands_there_until_it_ends() -> None:
    record = given(*WINDING, referral(), *discussing(), pending(), OWED)
    rows = estate(record)
    assert {key for key in rows if not key.startswith("body/")} == {
        *("referral/temaer", "condition/c1", "action/skriv", "meeting/2024-03-01-strategic", "end/lillebaelt"),
    }
    assert (rows["referral/temaer"].owner, rows["action/skriv"].missing) == (POLITICAL, 2)

    record.happened(QUESTION, Answered(text=said("Ja.")))
    record.happened(MEETING, MeetingAdjourned())
    record.happened(TASK, Replied(debtor=ByParty(party=KOLDING), text=said("Her.")))
    rows = estate(record)
    assert "referral/temaer" not in rows
    assert "meeting/2024-03-01-strategic" not in rows
    assert rows["action/skriv"].missing == 1
    record.happened(TASK, Replied(debtor=DebtorNotStated(), text=said("Her.")))
    assert "action/skriv" not in estate(record)


def test_what_was_handed_over_names_its_successor_and_stands_open_there() -> None:
    record = handed(referral(), OWED, things=(QUESTION, TASK))
    before, after = estate(record)["referral/temaer"], estate(record, "raad")["referral/lillebaelt-temaer"]
    assert (before.state, before.successor, before.effective_on) == ("handed-over", AT_RAAD, CEASES_ON)
    assert (after.state, after.from_stream, after.owner) == ("open", QUESTION, COUNCIL)
    assert estate(record)["end/lillebaelt"].handed == 2


def test_the_end_of_a_cluster_stands_over_its_estate() -> None:
    record = given(*WINDING, *BODIES_END)
    record.happened(LILLEBAELT, ClusterDissolved(ceases_on=CEASES_ON, handed_count=0))
    row = estate(record)["end/lillebaelt"]
    assert (row.ceases_on, row.successors, row.dissolved_on) == (CEASES_ON, (RAAD,), "2024-03-01")


def test_the_lists_of_the_successor_show_what_came_to_it() -> None:
    facts = (referral(), *discussing(), pending(), OWED)
    record = handed(*facts, things=(QUESTION, C1, TASK))
    referrals, conditions, actions = (rows_of(view, record) for view in (REFERRALS, CONDITIONS, ACTIONS))
    question = referrals["raad/referrals|lillebaelt-temaer"]
    assert (question.from_stream, question.to_body, question.ended) == (QUESTION, COUNCIL, None)
    assert referrals["lillebaelt/referrals|temaer"].successor == AT_RAAD
    awaited = conditions["raad/conditions|lillebaelt-c1"]
    assert (awaited.from_stream, awaited.state) == (C1, "open")
    assert conditions["lillebaelt/conditions|c1"].state == "handed-over"
    owed = actions["raad/actions|lillebaelt-skriv/dk%2Fparty%2Fkolding"]
    assert (owed.from_stream, owed.report_to, owed.state) == (TASK, COUNCIL, "owed")
    assert actions["lillebaelt/actions|skriv/dk%2Fparty%2Fkolding"].handed == 2


def test_a_thing_is_called_the_same_where_it_goes_on() -> None:
    rows = rows_of(NAMES, handed(referral(), things=(QUESTION,)))
    assert rows[key_of(AT_RAAD)] == rows[key_of(QUESTION)]


class Looking:
    """Eyes that answer for these bodies, and see every word."""

    def __init__(self, *bodies: str) -> None:
        self.mask = Mask(insider_of=frozenset(), recused=frozenset(), answers_for=frozenset(bodies))

    def see(self, stream: str) -> Any:
        return UNKNOWN

    def hides_stream(self, stream: str) -> bool:
        return False

    def hides_event(self, stream: str, version: int) -> bool:
        return False

    def open(self, kept: Any) -> str:
        return "words"

    def name(self, stream: str) -> str:
        return stream


def test_the_estate_is_for_those_who_wind_up() -> None:
    rows = rows_of(ESTATE, given(*WINDING, referral()))
    key = "lillebaelt/estate|referral/temaer"
    assert ESTATE.show(key, rows[key], Looking(STRATEGIC)) is not None  # type: ignore[arg-type]
    assert ESTATE.show(key, rows[key], Looking()) is None  # type: ignore[arg-type]


def test_the_row_of_a_cluster_tells_of_its_end_and_of_those_before_it() -> None:
    record = given(*WINDING, *BODIES_END)
    record.happened(LILLEBAELT, ClusterDissolved(ceases_on=CEASES_ON, handed_count=0))
    rows = rows_of(PEOPLE, record)
    old, new = rows["lillebaelt/people|cluster/lillebaelt"], rows["raad/people|cluster/raad"]
    assert (old.ceases_on, old.successors, old.dissolved_on) == (CEASES_ON, (RAAD,), "2024-03-01")
    assert (new.predecessors, new.ceases_on) == ((LILLEBAELT,), None)
