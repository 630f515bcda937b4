"""What the lists tell of papers that are corrected, conditions that lapse, and questions that go out and come in."""

from typing import Any

import msgspec

from domain.awaited import AnswerTo, DayReached, Extent, IfLate, InitiativeBlocked, RecommendationsBlocked
from domain.claims import DateNotStated, ExactCount
from domain.condition import Opened
from domain.deadline import Lapsed
from domain.document import Direction, Filed, StatementCorrected, StatementDoubted, StatementQuoted, Withdrawn
from domain.document import Doubt as DoubtKind
from domain.kernel import UNKNOWN, By, Recorded
from domain.referral import Answered, Received, Sent
from domain.statement import StatementRef
from domain.text import Sealed, said
from projections.conditions import CONDITIONS
from projections.documents import DOCUMENTS
from projections.lineage import LINEAGE
from projections.origin import Origins
from projections.referrals import REFERRALS
from projections.reveal import Place
from projections.view import View
from tests.domain.waiting import C1, pending
from tests.domain.world import (
    ELSEWHERE,
    ITEM,
    KOLDING,
    MEETING,
    PAPER,
    PROJECT,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    TODAY,
    WORLD,
    Fact,
    decision,
    discussing,
    project,
    referral,
)
from tests.given import given

OUT = "lillebaelt/referral/ud"
PROMISED = "lillebaelt/referral/lovet"


def rows_of(view: View, *facts: Fact) -> dict[str, Any]:
    """All rows of a view after some facts, by their key within the topic."""
    rows: dict[str, Any] = {}
    for recorded in given(*WORLD, *facts).recorded:
        if type(recorded.event) in view.folds:
            rows |= view.evolve(rows.get, recorded)
    return {key.partition("|")[2]: row for key, row in rows.items()}


# --- papers -----------------------------------------------------------------------------------------------------------


def counted(number: str, count: int) -> Fact:
    words = said(f"{count} indsatser")
    claim = ExactCount(count=count, words=words)
    return PAPER, StatementQuoted(number=number, locator="Punkt 3", words=words, claim=claim)


def test_a_contradiction_names_the_other_statement_and_both_stand() -> None:
    other = StatementRef(document=PAPER, number="s2")
    doubt = StatementDoubted(number="s1", doubt=DoubtKind.CONTRADICTS, text=said("Ikke ens."), other=other)
    rows = rows_of(DOCUMENTS, counted("s1", 15), counted("s2", 13), (PAPER, doubt))
    assert [rows[f"paper/statement/{each}"].claim.count for each in ("s1", "s2")] == [15, 13]
    (row,) = [row for key, row in rows.items() if key.startswith("paper/statement/s1/doubt/")]
    assert row.other == Place(stream=PAPER, part="s2")
    (counter,) = [row for key, row in rows.items() if key.startswith("paper/statement/s2/counter/")]
    assert (counter.at, counter.doubt) == (Place(stream=PAPER, part="s1"), DoubtKind.CONTRADICTS)


def test_a_correction_stands_beside_what_was_quoted_first() -> None:
    claim = ExactCount(count=13, words=said("13 indsatser"))
    corrected = StatementCorrected(number="s1", claim=claim, reason=said("Læst forkert."))
    rows = rows_of(DOCUMENTS, counted("s1", 15), (PAPER, corrected))
    (row,) = [row for key, row in rows.items() if "/correction/" in key]
    assert (rows["paper/statement/s1"].claim.count, row.claim.count) == (15, 13)


def test_a_withdrawn_paper_says_so() -> None:
    rows = rows_of(DOCUMENTS, (PAPER, Withdrawn(reason=said("Der er kommet et nyt."))))
    assert rows["paper"].withdrawn
    assert rows["paper/end"].reason


def test_the_journal_tells_number_and_sender() -> None:
    letter = "lillebaelt/document/brev"
    filed = Filed(
        subject=said("Brev"), direction=Direction.IN, dated=DateNotStated(), journal_number="24-117", party=KOLDING
    )
    row = rows_of(DOCUMENTS, (letter, filed))["brev"]
    assert (row.journal_number, row.party, row.direction) == ("24-117", KOLDING, "in")


# --- conditions -------------------------------------------------------------------------------------------------------

HOLDS = (
    InitiativeBlocked(initiative=PROJECT, extent=Extent.PLANNING),
    RecommendationsBlocked(meeting=MEETING, item=ITEM, numbers=("1a",)),
)


def lapsing() -> Fact:
    stream, event = pending(DayReached(day="2024-05-01"), *HOLDS)
    assert isinstance(event, Opened)
    return stream, msgspec.structs.replace(event, answer_by=TODAY, if_late=IfLate.LAPSE, document=PAPER)


def test_a_condition_tells_its_day_what_becomes_of_it_and_what_it_holds_back() -> None:
    row = rows_of(CONDITIONS, project(), *discussing(), decision(), lapsing())["c1"]
    assert (row.awaits, row.awaited_day, row.if_late, row.document) == ("day-reached", "2024-05-01", "lapse", PAPER)
    assert row.blocks == (Place(stream=PROJECT), Place(stream=MEETING, item=ITEM))


def test_a_condition_that_has_lapsed_has_ended() -> None:
    rows = rows_of(CONDITIONS, project(), *discussing(), decision(), lapsing(), (C1, Lapsed(ceases_on=TODAY)))
    assert rows["c1"].state == "lapsed"
    assert rows["c1/end"].by is None


def test_a_condition_is_as_closed_as_the_item_whose_recommendations_wait_for_it() -> None:
    opened = Opened(
        awaits=DayReached(day="2024-05-01"), blocks=HOLDS, words=Sealed(c=b"", box=b""), opened_on=TODAY, document=PAPER
    )
    recorded = Recorded(
        position=1,
        stream=C1,
        version=1,
        recorded_at=0,
        by=By(person=SECRETARY),
        command="condition.open",
        causation=None,
        correlation=1,
        event=opened,
    )
    origins = Origins(lambda _: UNKNOWN, lambda *_: recorded, lambda _: recorded)
    assert origins.of_stream(C1) == {(MEETING, ITEM)}


# --- questions --------------------------------------------------------------------------------------------------------


def test_a_question_to_a_body_elsewhere_stands_in_its_list_too_until_it_is_answered() -> None:
    """001.15: raised to the region's committee, whose secretariat reads its own list."""
    answered = QUESTION, Answered(text=said("Ja."))
    rows = rows_of(REFERRALS, referral(to=ELSEWHERE), answered)
    assert set(rows) == {"temaer", "temaer/end", "lillebaelt:temaer", "lillebaelt:temaer/end"}
    assert rows["lillebaelt:temaer"] == rows["temaer"]
    assert rows["lillebaelt:temaer"].ended == "answered"


def test_a_question_within_a_cluster_stands_in_one_list() -> None:
    assert set(rows_of(REFERRALS, referral())) == {"temaer"}


# --- what led to what -------------------------------------------------------------------------------------------------


def edges(*facts: Fact) -> set[tuple[str, str, str]]:
    rows = rows_of(LINEAGE, *facts)
    return {(row.thing.stream, row.kind, row.other.stream) for key, row in rows.items() if "/to/" in key}


def test_a_question_that_came_in_led_to_one_that_went_out() -> None:
    came = Received(from_outside=said("Alliancen"), to_body=STRATEGIC, question=said("Vil I?"), document=PAPER)
    went = Sent(from_body=STRATEGIC, to_outside=said("Alliancen"), question=said("Nogle?"), in_reply_to=QUESTION)
    answered = Answered(text=said("Ja."), document=PAPER)
    assert edges((QUESTION, came), (OUT, went), (OUT, answered)) >= {
        (PAPER, "tells", QUESTION),
        (QUESTION, "leads-to", OUT),
        (PAPER, "tells", OUT),
    }


def test_a_settled_condition_led_to_what_is_taken_up_again() -> None:
    promised = Sent(from_body=STRATEGIC, to_body=STRATEGIC, question=said("1a"), condition=C1)
    awaits = pending(AnswerTo(referral=QUESTION))
    assert (C1, "leads-to", PROMISED) in edges(*discussing(), decision(), awaits, (PROMISED, promised))
