"""Who has applied for what, and what came of it (facts 002.13, 002.26; domain-model 2.13)."""

from typing import Any

from domain.application import Accepted, Submitted, TurnedDown, Withdrawn
from domain.applications import PurposeClass
from domain.attesting import Attested, EvaluationPlanned
from domain.claims import About, DateNotStated, NoAmount, Span, Within
from domain.criteria import NotOperation, NotOwnStaff
from domain.decided import Taken
from domain.evaluation import EvaluationPlan
from domain.kernel import Event
from domain.text import said
from projections.applications import APPLICATIONS
from projections.reveal import Place
from tests.projections.told import Fact, rows

APPLICATION = "aarhus/application/samsoe-2023-06"
FUND, SAMSOE = "aarhus/fund/klyngemidler", "dk/party/samsoe-kommune"


def told(*events: str | Event) -> dict[str, Any]:
    facts: list[str | Fact] = [each if isinstance(each, str) else (APPLICATION, each) for each in events]
    return rows(APPLICATIONS, *facts)


def submitted(**fields: Any) -> Submitted:
    return Submitted(
        fund=FUND,
        applicant=SAMSOE,
        purpose=said("Projektleder"),
        purpose_class=PurposeClass.TRIAL,
        when=DateNotStated(),
        submitted_by="dk/person/contact",
        **fields,
    )


PLANNED = EvaluationPlanned(
    evaluation=EvaluationPlan(
        what=said("Effekten"),
        who=said("Kommunen"),
        due=Within(earliest="2024-07-01", latest="2024-09-30", span=Span.QUARTER, words=said("3. kvartal 2024")),
    )
)


def test_an_application_tells_who_asks_which_fund_for_what() -> None:
    row = told("2023-06-12", submitted(amount_oere=50_000_000, from_on="2023-10-01"))["samsoe-2023-06"]
    assert (row.applicant, row.fund, row.amount_oere, row.state) == (SAMSOE, FUND, 50_000_000, "submitted")
    assert (row.submitted_on, row.from_on, row.purpose_class) == ("2023-06-12", "2023-10-01", "trial")


def test_an_amount_that_is_only_about_stands_apart_from_exact_ones() -> None:
    about = About(oere=50_000_000, unit_oere=10_000_000, words=said("ca. 0,5 mio. kr."))
    row = told(submitted(said=about))["samsoe-2023-06"]
    assert (row.amount_oere, row.quoted_oere, row.precision) == (None, 50_000_000, "about")
    row = told(submitted(said=NoAmount(words=said("midler"))))["samsoe-2023-06"]
    assert (row.amount_oere, row.quoted_oere, row.precision) == (None, None, "no-amount")


def test_it_tells_whether_an_evaluation_is_planned_and_what_is_vouched_for() -> None:
    assert not told(submitted())["samsoe-2023-06"].evaluated
    attested = Attested(criteria=(NotOperation(), NotOwnStaff()), person="dk/person/chief")
    row = told(submitted(), PLANNED, attested)["samsoe-2023-06"]
    assert (row.evaluated, row.evaluation_earliest, row.evaluation_latest) == (True, "2024-07-01", "2024-09-30")
    assert (row.attested, row.attested_by) == (("not-operation", "not-own-staff"), "dk/person/chief")


def test_an_application_that_is_accepted_names_its_allocation() -> None:
    kept = told(submitted(), "2023-06-30", Accepted(allocation="samsoe", amount_oere=50_000_000))
    row = kept["samsoe-2023-06"]
    assert (row.state, row.allocation, row.allocated_oere) == ("accepted", "samsoe", 50_000_000)
    assert kept["samsoe-2023-06/fate"].on == "2023-06-30"


def test_one_that_is_turned_down_names_the_decision() -> None:
    decision = Taken(meeting="aarhus/meeting/2023-06-30-directors", decision="3")
    kept = told(submitted(), TurnedDown(decision=decision, reason=said("Ligger uden for temaerne")))
    assert kept["samsoe-2023-06"].state == "turned-down"
    assert kept["samsoe-2023-06/fate"].decision == Place(stream=decision.meeting, decision="3")


def test_one_that_is_withdrawn_says_why() -> None:
    fate = told(submitted(), Withdrawn(reason=said("Projektet er udsat")))["samsoe-2023-06/fate"]
    assert (fate.state, fate.reason) == ("withdrawn", said("Projektet er udsat"))
