"""What was decided behind closed doors is in no row of those outside: of a board, a trail, a plan, a front page."""

from typing import Any

import msgspec

from domain.claims import DateNotStated, OnDay
from domain.colours import Colour
from domain.decided import Cited
from domain.evaluation import EvaluationPlan
from domain.fund import TakenOver as FundTakenOver
from domain.fund.accounts import AllocationLeft, transfer
from domain.fund.allocations import Allocated
from domain.fund.grants import GrantReceived
from domain.handing.initiative import CarriedInitiative, HandedOver, TakenOver
from domain.handing.plan import CarriedPlan
from domain.handing.plan import HandedOver as PlanHandedOver
from domain.handing.plan import TakenOver as PlanTakenOver
from domain.initiative import (
    ColourReported,
    Escalated,
    InitiativeEnded,
    OperationBegan,
    OwnerAssigned,
    Paused,
    Prolonged,
    RemarkAnswered,
    Remarked,
    Standing,
    Started,
)
from domain.initiatives import Ending, Kind, Operation, Phase
from domain.kernel import Recorded
from domain.meeting.doors import DoorsOpened, DoorsShut
from domain.plan import PlanAdopted, PlanDrafted
from domain.plans import Order, PlanKind
from domain.policy import Mask
from domain.text import Kept, Sealed, TextAt, said
from projections.front import FRONT
from projections.fund import FUND_VIEW
from projections.funds import FUNDS
from projections.initiative import INITIATIVE_VIEW
from projections.initiatives import INITIATIVES
from projections.lineage import LINEAGE
from projections.names import NAMES
from projections.plan import PLAN_VIEW
from projections.reading import NOTHING_CLOSED
from tests.domain.world import (
    FUND,
    ITEM,
    KOLDING,
    MEETING,
    POLITICAL,
    PROJECT,
    REGION,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    fund,
    project,
    taken,
)
from tests.given import each_text, given
from tests.projections.rebuilt import Rebuilt

INSIDE = Mask(insider_of=frozenset({STRATEGIC}), recused=frozenset())
OUTSIDE = NOTHING_CLOSED
BOARD, FRONT_PAGE, TRAIL = "lillebaelt/initiatives", "lillebaelt/front", PROJECT
VIEWS = (NAMES, INITIATIVES, INITIATIVE_VIEW, PLAN_VIEW, FRONT, FUND_VIEW, FUNDS, LINEAGE)
SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Personer"), legal_basis=said("Loven"), title_closed=False),
)
CLOSED = (*discussing(), SHUT, decision("3.1"))
"""A meeting that decides at an item with its doors shut."""
BY_IT = taken("3.1")
CITED = Cited(who=said("Direktørforum"), on=DateNotStated(), words=said("Ejer"))
OWNED: Fact = (PROJECT, OwnerAssigned(owners=(KOLDING,), decision=CITED))
STARTED: Fact = (PROJECT, Started(from_on="2024-02-01", phase=Phase.TRIAL))
YELLOW: Fact = (
    PROJECT,
    ColourReported(colour=Colour.YELLOW, meeting=MEETING, reason=said("Forsinket"), lies_with=STRATEGIC),
)


def shown(topic: str, mask: Mask, *facts: Fact) -> dict[str, Any]:
    record = given(*WORLD, *facts)

    def boxed(each: Recorded) -> Recorded:
        """With words in boxes where they were said, as a log keeps them; a box is no secret here."""

        def box(where: Any, _: str) -> Any:
            here = (where.stream, where.version) == (each.stream, each.version)
            return Sealed[str](c=record.texts[where].encode(), box=b"") if here else where

        return msgspec.structs.replace(each, event=each_text(each.event, "", box))

    def opener(kept: Kept) -> str:
        return record.texts[kept] if isinstance(kept, TextAt) else kept.c.decode()

    rebuilt = Rebuilt(opener, VIEWS)
    rebuilt.take(*(boxed(each) for each in record.recorded))
    return rebuilt.shown(topic, mask)


def rows(mask: Mask, *facts: Fact) -> Any:
    return shown(BOARD, mask, project(), *CLOSED, *facts)["middelfart"]


def test_a_stage_that_was_decided_behind_closed_doors_is_told_to_insiders_only() -> None:
    paused = (PROJECT, Paused(reason=said("En sag"), decision=BY_IT))
    assert (rows(INSIDE, STARTED, paused).stage, rows(OUTSIDE, STARTED, paused).stage) == ("paused", None)


def test_what_was_told_behind_closed_doors_stays_there_where_it_is_taken_over() -> None:
    """The cluster that comes after is told as little of a pause, and of who owns it, as was told in the one before."""
    owned = (PROJECT, OwnerAssigned(owners=(KOLDING,), decision=BY_IT))
    paused = (PROJECT, Paused(reason=said("En sag"), decision=BY_IT))
    new = "raad/initiative/lillebaelt-middelfart"
    carried = CarriedInitiative(standing=Standing.PAUSED, kind=Kind.INITIATIVE, phase=Phase.TRIAL, owners=(KOLDING,))
    over = (
        (PROJECT, HandedOver(successor=new, effective_on="2024-03-02")),
        (new, TakenOver(from_stream=PROJECT, from_version=5, carried=carried)),
    )
    facts = project(), *CLOSED, STARTED, owned, paused, *over
    for topic in ("raad/initiatives", "raad/front"):
        inside, outside = (
            next(row for row in shown(topic, mask, *facts).values() if getattr(row, "taken_from", None))
            for mask in (INSIDE, OUTSIDE)
        )
        assert (inside.stage, inside.phase, [each.id for each in inside.owners]) == ("paused", "trial", [KOLDING])
        assert (outside.stage, outside.phase, outside.owners) == (None, "trial", ())
        assert inside.told_before is None


def test_what_was_told_in_the_open_stands_beside_what_was_not() -> None:
    paused = (PROJECT, Paused(reason=said("En sag"), decision=BY_IT))
    row = rows(OUTSIDE, OWNED, STARTED, paused)
    assert ([each.id for each in row.owners], row.phase) == ([KOLDING], "trial")


def test_what_an_open_event_tells_later_does_not_bring_out_what_a_closed_one_told() -> None:
    in_operation = (PROJECT, OperationBegan(extent=Operation.PART, parties=(KOLDING,), decision=BY_IT))
    paused = (PROJECT, Paused(reason=said("Ferie")))
    row = rows(OUTSIDE, STARTED, in_operation, paused)
    assert (row.stage, row.phase) == ("paused", None)
    assert rows(INSIDE, STARTED, in_operation, paused).phase == "part-operation"


def test_who_must_act_after_a_closed_decision_is_told_to_insiders_only() -> None:
    escalated = (
        PROJECT,
        Escalated(from_body=STRATEGIC, to_body=POLITICAL, reason=said("En sag"), decision=BY_IT),
    )
    inside, outside = rows(INSIDE, STARTED, YELLOW, escalated), rows(OUTSIDE, STARTED, YELLOW, escalated)
    assert [(each.who.id, each.why) for each in inside.lies_with] == [(POLITICAL, "escalated")]
    assert (outside.lies_with, outside.colour, outside.escalated) == ((), None, False)


def test_a_closed_remark_and_a_closed_answer_are_told_to_insiders_only() -> None:
    remarked = (PROJECT, Remarked(remark="r1", text=said("Om en person"), by_body=STRATEGIC, decision=BY_IT))
    assert rows(INSIDE, OWNED, remarked).remarks == ("r1",)
    row = rows(OUTSIDE, OWNED, remarked)
    assert (row.remarks, row.told.remarks) == ((), ())
    assert not [key for key in shown(BOARD, OUTSIDE, project(), *CLOSED, remarked) if "/remark/" in key]


def test_an_open_remark_that_was_answered_behind_closed_doors_is_open_to_those_outside() -> None:
    in_the_open = (*discussing(), decision("3.1"), decision("3.2"))
    remarked = (PROJECT, Remarked(remark="r1", text=said("Gør den konkret"), by_body=STRATEGIC, decision=BY_IT))
    later = "lillebaelt/meeting/2024-03-02-strategic"
    shut = (later, SHUT[1])
    answered = (PROJECT, RemarkAnswered(remark="r1", decision=taken("4.1", later)))
    facts = (project(), *in_the_open, remarked, *discussing(later), shut, decision("4.1", meeting=later), answered)
    for mask, is_answered in ((INSIDE, True), (OUTSIDE, False)):
        assert shown(BOARD, mask, *facts)["middelfart/remark/r1"].answered is is_answered


def test_a_date_and_a_condition_from_closed_decisions_are_left_out() -> None:
    prolonged = (PROJECT, Prolonged(expected=OnDay(day="2024-12-31"), decision=BY_IT))
    assert [each.what for each in rows(INSIDE, prolonged).expected] == ["runs-until"]
    assert rows(OUTSIDE, prolonged).expected == ()


def test_the_trail_leaves_out_the_steps_of_closed_decisions() -> None:
    paused = (PROJECT, Paused(reason=said("En sag"), decision=BY_IT))
    facts = (project(), *CLOSED, STARTED, paused)
    steps = {
        mask: [row.what for key, row in shown(TRAIL, mask, *facts).items() if key.startswith("step/")]
        for mask in (INSIDE, OUTSIDE)
    }
    assert steps == {INSIDE: ["listed", "started", "paused"], OUTSIDE: ["listed", "started"]}


def test_what_ended_behind_closed_doors_stands_on_the_front_page_of_those_outside() -> None:
    ended = (PROJECT, InitiativeEnded(how=Ending.STOPPED, ceases_on="2024-03-02", decision=BY_IT))
    facts = (project(), *CLOSED, STARTED, YELLOW, ended)
    assert "initiative/middelfart" not in shown(FRONT_PAGE, INSIDE, *facts)
    assert shown(FRONT_PAGE, OUTSIDE, *facts)["initiative/middelfart"].stage is None


def test_once_the_doors_are_open_everybody_sees_it() -> None:
    paused = (PROJECT, Paused(reason=said("En sag"), decision=BY_IT))
    reopened = (MEETING, DoorsOpened(item=ITEM, number="3", reason=said("Sagen er slut")))
    assert rows(OUTSIDE, STARTED, paused, reopened).stage == "paused"


PLAN = "lillebaelt/plan/handleplan"


def test_a_plan_that_was_adopted_behind_closed_doors_is_a_draft_of_unknown_fate_to_those_outside() -> None:
    drafted = (PLAN, PlanDrafted(title=said("Plan"), plan_kind=PlanKind.ACTION_PLAN, by_body=STRATEGIC))
    order = Order(initiative="lillebaelt/initiative/ny", number="1", title=said("Ny"))
    adopted = (PLAN, PlanAdopted(decision=BY_IT, orders=(order,)))
    inside, outside = (shown(PLAN, mask, *CLOSED, drafted, adopted) for mask in (INSIDE, OUTSIDE))
    assert (inside["plan"].state, inside["plan"].orders, "order/001" in inside) == ("adopted", 1, True)
    assert (outside["plan"].state, outside["plan"].orders, "order/001" in outside) == (None, 0, False)


def test_a_plan_that_was_adopted_behind_closed_doors_is_no_clearer_where_it_is_taken_over() -> None:
    drafted = (PLAN, PlanDrafted(title=said("Plan"), plan_kind=PlanKind.ACTION_PLAN, by_body=STRATEGIC))
    order = Order(initiative="lillebaelt/initiative/ny", number="1", title=said("Ny"))
    adopted = (PLAN, PlanAdopted(decision=BY_IT, orders=(order,)))
    new = "raad/plan/lillebaelt-handleplan"
    carried = CarriedPlan(by_body=STRATEGIC, adopted=True, orders=("raad/initiative/lillebaelt-ny",))
    over = (
        (PLAN, PlanHandedOver(successor=new, effective_on="2024-03-02")),
        (new, PlanTakenOver(from_stream=PLAN, from_version=3, carried=carried)),
    )
    inside, outside = (shown(new, mask, *CLOSED, drafted, adopted, *over) for mask in (INSIDE, OUTSIDE))
    assert (inside["plan"].state, inside["plan"].orders, "order/001" in inside) == ("adopted", 1, True)
    assert (outside["plan"].state, outside["plan"].orders, "order/001" in outside) == (None, 0, False)


# --- money ------------------------------------------------------------------------------------------------------------

ALLOCATED: tuple[Fact, ...] = (
    fund(),
    (
        FUND,
        GrantReceived(
            year=2024,
            amount_oere=1_000_000,
            from_party=REGION,
            booked_on="2024-01-15",
            source=CITED,
            legs=transfer("tilskud:2024", "fri:2024", 1_000_000),
        ),
    ),
    (
        FUND,
        Allocated(
            allocation="a1",
            application="lillebaelt/application/a1",
            applicant=KOLDING,
            year=2024,
            amount_oere=400_000,
            to_party=KOLDING,
            purpose=said("En aftale om en person"),
            from_on="2024-03-01",
            ceases_on="2025-01-01",
            evaluation=EvaluationPlan(what=said("Effekt"), who=said("Os"), due=DateNotStated()),
            decisions=(BY_IT,),
            legs=transfer("fri:2024", "bevilget:a1", 400_000),
        ),
    ),
)


def money(mask: Mask, *facts: Fact) -> dict[str, Any]:
    return shown(FUND, mask, *CLOSED, *ALLOCATED, *facts)


def test_figures_are_told_to_everyone_since_books_add_up() -> None:
    for mask in (INSIDE, OUTSIDE):
        rows_ = money(mask)
        assert (rows_["fund"].free_oere, rows_["fund"].allocated_oere) == (600_000, 400_000)
        assert rows_["posting/3"].amount_oere == 400_000
        assert rows_["account/bevilget%3Aa1"].balance_oere == 400_000


def test_what_the_money_is_for_and_who_decided_it_is_told_to_insiders_only() -> None:
    inside, outside = money(INSIDE), money(OUTSIDE)
    for key in ("posting/3", "allocation/a1"):
        assert (inside[key].closed, [each.decision for each in inside[key].decisions]) == (False, ["3.1"])
        assert (outside[key].closed, outside[key].decisions) == (True, ())
    assert (inside["posting/3"].text, outside["posting/3"].text) == ("En aftale om en person", None)
    assert (inside["allocation/a1"].purpose, outside["allocation/a1"].purpose) == ("En aftale om en person", None)
    assert (outside["posting/3"].party, outside["allocation/a1"].to_party) == (None, None)


def test_what_the_money_is_for_is_told_to_no_more_people_where_it_is_taken_over() -> None:
    new = "raad/fund/lillebaelt-klyngemidler"
    left = (AllocationLeft(allocation="a1", amount_oere=400_000, application="lillebaelt/application/a1"),)
    legs = transfer("tilskud:2027", "bevilget:a1", 400_000)
    taken_over = (
        new,
        FundTakenOver(from_fund=FUND, free_oere=0, allocations=left, effective_on="2027-01-01", legs=legs),
    )
    inside, outside = (shown(new, mask, *CLOSED, *ALLOCATED, taken_over)["allocation/a1"] for mask in (INSIDE, OUTSIDE))
    assert (inside.purpose, inside.to_party.id) == ("En aftale om en person", KOLDING)
    assert (outside.purpose, outside.to_party, outside.application, outside.left_oere) == (None, None, None, 400_000)


def test_the_trail_of_a_krone_stops_at_a_closed_decision_for_those_outside() -> None:
    steps = {
        mask: [row.what for key, row in money(mask).items() if key.startswith("allocation/a1/step/")]
        for mask in (INSIDE, OUTSIDE)
    }
    assert steps == {INSIDE: ["applied", "decided", "allocated"], OUTSIDE: ["allocated"]}


def test_a_fund_and_the_front_page_tell_the_same_to_everyone() -> None:
    for mask in (INSIDE, OUTSIDE):
        facts = (*CLOSED, *ALLOCATED)
        assert shown("lillebaelt/funds", mask, *facts)["klyngemidler"].allocated_oere == 400_000
        assert shown(FRONT_PAGE, mask, *facts)["fund/klyngemidler"].free_oere == 600_000
