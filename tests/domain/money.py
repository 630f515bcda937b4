"""A fund to ask about: who registers and confirms, a grant, applications, decisions of those who dispose; and how it is asked."""

from typing import Any

from domain.application import Submitted
from domain.applications import PurposeClass
from domain.attesting import Attested, EvaluationPlanned
from domain.claims import DateNotStated
from domain.criteria import Attestable, NotOperation, NotOwnStaff
from domain.decided import Cited, DecisionRef, Taken
from domain.evaluation import EvaluationPlan
from domain.financing_key import Agreed
from domain.fund import (
    Allocate,
    Allocated,
    Earmark,
    Earmarked,
    FundOffice,
    GrantReceived,
    OfficerNamed,
    OpenedWith,
    Paid,
    ThresholdSet,
    YearClosed,
)
from domain.fund.accounts import Leg, Legs
from domain.kernel import Command, Event
from domain.mandate import Step
from domain.refusal import Refused
from domain.shares import Share
from domain.text import Kept, Text, said
from tests.domain.world import (
    FUND,
    KOLDING,
    PAPER,
    REGION,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    discussing,
    fund,
    path,
    person,
    taken,
)
from tests.given import Answer, Record, given

REGISTRAR = "dk/person/registrar"
CONFIRMER = "dk/person/confirmer"
APPLICANT = "dk/person/applicant"
NEITHER = "dk/person/neither"

APPLICATION = "lillebaelt/application/a1"
OTHER_APPLICATION = "lillebaelt/application/a2"
KEY = "lillebaelt/financing-key/projekter"
EVALUATION = "lillebaelt/document/evaluering"
NEW_YEAR, TODAY = "2024-01-01", "2024-03-01"
MILLION = 100_000_000
"""One million kroner in øre."""
GRANT = 475_727_100

DISPOSES = Step(step="disponere", body=STRATEGIC, binding=True)
PLAN: EvaluationPlan[Kept] = EvaluationPlan(what=said("Virker det?"), who=said("Kommunen"), due=DateNotStated())
LAW: Cited[Text] = Cited(who="Staten", on=DateNotStated(), words="Aftalen", document=PAPER)
KEPT_LAW: Cited[Kept] = Cited(who=said("Staten"), on=DateNotStated(), words=said("Aftalen"), document=PAPER)
BY: tuple[Taken, ...] = (taken(),)
"""Decision 3.1 of the strategic level, which disposes of the money."""
VOUCHED: tuple[Attestable, ...] = (NotOperation(), NotOwnStaff())


def leg(account: str, amount_oere: int) -> Leg:
    return Leg(account=account, amount_oere=amount_oere)


def legs(**accounts: int) -> Legs:
    """`legs(fri_2024=-5, betinget_e1=5)`: an underscore for the colon."""
    return tuple(leg(name.replace("_", ":", 1), oere) for name, oere in accounts.items())


def officer(who: str, office: FundOffice, from_on: str = NEW_YEAR, ceases_on: str | None = None) -> Fact:
    return FUND, OfficerNamed(person=who, office=office, from_on=from_on, ceases_on=ceases_on)


OFFICERS = (
    *(person(each, REGION) for each in (REGISTRAR, CONFIRMER, APPLICANT, NEITHER)),
    officer(REGISTRAR, FundOffice.REGISTRAR),
    officer(CONFIRMER, FundOffice.CONFIRMER),
)
DECISION = (path(DISPOSES), *discussing(), decision())
"""Those who dispose have decided."""
PAPERS: tuple[Fact, ...] = ((EVALUATION, WORLD[-1][1]),)


def granted(oere: int = GRANT, year: int = 2024) -> Fact:
    return FUND, GrantReceived(
        year=year,
        amount_oere=oere,
        from_party=REGION,
        booked_on=f"{year}-01-15",
        source=KEPT_LAW,
        legs=(leg(f"tilskud:{year}", -oere), leg(f"fri:{year}", oere)),
    )


def threshold(oere: int) -> Fact:
    """Below it, one person is enough."""
    return FUND, ThresholdSet(amount_oere=oere, decision=taken())


ALONE = threshold(10 * MILLION)
"""Nothing in these tests takes two, then."""


def submitted(
    application: str = APPLICATION,
    *,
    applicant: str = KOLDING,
    to: str = FUND,
    purpose_class: PurposeClass = PurposeClass.TRIAL,
    theme: str | None = None,
    from_on: str | None = "2024-04-01",
    ceases_on: str | None = "2025-01-01",
    by: str = APPLICANT,
) -> Fact:
    return application, Submitted(
        fund=to,
        applicant=applicant,
        purpose=said("Træning i to byer."),
        purpose_class=purpose_class,
        when=DateNotStated(),
        submitted_by=by,
        amount_oere=MILLION,
        theme=theme,
        from_on=from_on,
        ceases_on=ceases_on,
    )


def planned(application: str = APPLICATION) -> Fact:
    return application, EvaluationPlanned(evaluation=PLAN)


def attested(application: str = APPLICATION, *criteria: Attestable) -> Fact:
    return application, Attested(criteria=criteria or VOUCHED, person=APPLICANT)


def applied(application: str = APPLICATION, **more: Any) -> tuple[Fact, ...]:
    """A complete application."""
    return submitted(application, **more), planned(application), attested(application)


def agreed(*shares: tuple[str, int], version: int = 1, from_on: str | None = None) -> Fact:
    """Parties share by these weights."""
    return KEY, Agreed(
        version=version,
        whole=sum(weight for _, weight in shares),
        shares=tuple(Share(party=party, weight=weight) for party, weight in shares),
        source=KEPT_LAW,
        in_force_from_on=from_on,
    )


BASE = (*WORLD, *PAPERS, fund(), *OFFICERS, *DECISION)


def a_fund(*facts: Fact) -> Record:
    """A fund with its officers and a decision of those who dispose, and what happened besides."""
    return given(*BASE, *facts)


def with_money(*facts: Fact) -> Record:
    """The same with the year's grant and an application."""
    return a_fund(granted(), *applied(), *facts)


def earmark(amount_oere: int = MILLION, **more: Any) -> Earmark:
    return Earmark(**dict(earmark="e1", **_terms(amount_oere)) | more)


def allocate(amount_oere: int = MILLION, **more: Any) -> Allocate:
    return Allocate(**dict(allocation="a1", **_terms(amount_oere)) | more)


def _terms(amount_oere: int) -> dict[str, Any]:
    return {
        "application": APPLICATION,
        "year": 2024,
        "amount_oere": amount_oere,
        "to_party": KOLDING,
        "purpose": "Træning",
        "decisions": BY,
    }


def kept_terms(amount_oere: int, decisions: tuple[Taken, ...] = BY) -> dict[str, Any]:
    """What an event of an earmark or an allocation holds of its application."""
    return {
        "application": APPLICATION,
        "applicant": KOLDING,
        "year": 2024,
        "amount_oere": amount_oere,
        "to_party": KOLDING,
        "purpose": said("Træning"),
        "from_on": "2024-04-01",
        "ceases_on": "2025-01-01",
        "evaluation": PLAN,
        "decisions": decisions,
    }


def earmarked(amount_oere: int = MILLION, *waits: str, second_person: bool = True, **more: Any) -> Fact:
    """Money is held."""
    fields = dict(
        earmark="e1",
        waits=waits,
        opens=(),
        second_person=second_person,
        registered_by=REGISTRAR,
        legs=legs(fri_2024=-amount_oere, betinget_e1=amount_oere),
        **kept_terms(amount_oere),
    )
    return FUND, Earmarked(**fields | more)


def allocated(amount_oere: int = MILLION, **more: Any) -> Fact:
    """Money is granted at once."""
    fields = dict(allocation="a1", legs=legs(fri_2024=-amount_oere, bevilget_a1=amount_oere), **kept_terms(amount_oere))
    return FUND, Allocated(**fields | more)


def paid(amount_oere: int, allocation: str = "a1", booked_on: str = TODAY) -> Fact:
    moved = (leg(f"bevilget:{allocation}", -amount_oere), leg(f"udbetalt:{allocation}", amount_oere))
    return FUND, Paid(
        allocation=allocation, amount_oere=amount_oere, to_party=KOLDING, booked_on=booked_on, voucher="b1", legs=moved
    )


def told_of(amount_oere: int, allocation: str = "samsoe", source: DecisionRef[Kept] = KEPT_LAW) -> Fact:
    """An allocation that a paper tells of."""
    return FUND, OpenedWith(
        year=2024,
        amount_oere=amount_oere,
        source=source,
        legs=(leg("åbning", -amount_oere), leg(f"bevilget:{allocation}", amount_oere)),
        allocation=allocation,
    )


def shut(year: int) -> Fact:
    """A year is closed."""
    return FUND, YearClosed(year=year, balances=())


def number_of(record: Record, event: type[Event]) -> int:
    """The number, in the fund's own stream, of the last event of a kind."""
    return max(each.version for each in record.recorded if each.stream == FUND and isinstance(each.event, event))


def tags(answer: Answer) -> list[str]:
    """What a command led to, by name."""
    return [each.event.tag for each in answer.recorded]


def balances_of(record: Record, stream: str = FUND) -> dict[str, int]:
    """Every account that is not zero; together they always are."""
    accounts: dict[str, int] = record.see(stream).accounts
    assert sum(accounts.values()) == 0
    return {account: oere for account, oere in accounts.items() if oere}


def every_posting(record: Record) -> list[tuple[int, tuple[Any, ...]]]:
    """(number, legs) of all that was posted in a fund."""
    return [
        (each.version, each.event.legs)
        for each in record.recorded
        if each.stream == FUND and getattr(each.event, "legs", None)
    ]


def done(record: Record, *given: tuple[Command, str | None]) -> None:
    """Commands that are all carried out, with whoever gives them; nobody: the policy is not asked."""
    for command, by in given:
        answer = record.when(command, to=FUND, by=by)
        assert answer.said_no is None, answer.said_no


def refused_by(record: Record, command: Command, person: str) -> str | None:
    """What a rule says to a person whom every door is open to."""
    try:
        record.give(person, FUND, command, rule="test")
    except Refused as refused:
        return refused.code
    return None
