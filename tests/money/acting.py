"""A fund at work: each step of a history as the command that the record is given, and as the same step in the books by hand.

A step is a plain dict (`oracle.py`). What it says is put into the record's own words here, and nowhere else.
"""

from random import Random
from typing import Any

from domain.application import Submitted, Withdrawn
from domain.applications import PurposeClass
from domain.attesting import Attested, EvaluationPlanned
from domain.body import Level
from domain.claims import DateNotStated
from domain.criteria import EvaluationRequired, NotOperation, NotOwnStaff, StartsIn
from domain.dates import MICROSECOND, day_after
from domain.decided import Cited, Taken
from domain.evaluation import EvaluationPlan
from domain.financing_key import Agreed, Ended
from domain.fund.accounts import balances
from domain.fund.rules import CeilingSet, CriteriaSet, OfficerNamed, ThresholdSet
from domain.fund.state import Applicants, Firmness, FundOffice
from domain.kernel import Event
from domain.mandate import Step as PathStep
from domain.meeting.standing import DecisionSuperseded
from domain.outcomes import Plain, PlainOutcome
from domain.policy import Denied
from domain.proposal import Approved, Budgeted, Chosen, Received
from domain.refusal import Refused
from domain.text import said
from tests.domain.world import (
    FUND,
    ITEM,
    PAPER,
    POLITICAL,
    REGION,
    SECRETARY,
    STRATEGIC,
    WORLD,
    discussing,
    fund,
    paper,
    path,
    person,
)
from tests.domain.world import body as body_fact
from tests.domain.world import decision as decision_fact
from tests.given import Record, given
from tests.money.books import book, new_books
from tests.money.by_hand import Dict
from tests.money.oracle import judge, may
from tests.money.wording import (
    APPLICANTS,
    BODIES,
    COMMITTEE,
    CONFIRMER,
    EVALUATION,
    KEY,
    MEETINGS,
    NEITHER,
    PROPOSALS,
    REGISTRAR,
    SAID,
    SHARES,
    application_of,
    command_of,
    proposal_of,
)

BEGINS_ON = "2023-11-27"
DAY = 24 * 3600 * MICROSECOND
TURNS_ON = "2024-01-01"
"""One key until then, another from then on."""
AS_CITED = Cited(who=said("Ministeriet"), on=DateNotStated(), words=said("Et brev"), document=PAPER)
PLAN = EvaluationPlan(what=said("Virker det?"), who=said("Kommunen"), due=DateNotStated())
RECEIVED = Received(title=said("Træning"), text=said("Et forslag"), when=DateNotStated())
APPROVAL = (
    Chosen(decision=Taken(meeting=MEETINGS["political"], decision="earlier")),
    Budgeted(amount_oere=1_000, participants=(), document=PAPER),
    Approved(decision=Taken(meeting=MEETINGS["strategic"], decision="earlier")),
)
FACTS = (
    *WORLD,
    *(person(each, REGION) for each in (REGISTRAR, CONFIRMER, NEITHER)),
    body_fact(COMMITTEE, "Et udvalg", Level.COMMITTEE),
    path(
        PathStep(step="vælge", body=POLITICAL, binding=True),
        PathStep(step="endeligt godkende", body=STRATEGIC, binding=True),
    ),
    (KEY, Agreed(version=1, whole=3, shares=SHARES[0], source=AS_CITED, in_force_from_on=BEGINS_ON)),
    (KEY, Ended(version=1, ceases_on=TURNS_ON, source=AS_CITED)),
    (KEY, Agreed(version=2, whole=2, shares=SHARES[1], source=AS_CITED, in_force_from_on=TURNS_ON)),
    *(fact for each, of in BODIES.items() for fact in discussing(MEETINGS[each], of)),
    paper(EVALUATION),
    *((proposal_of(each), event) for each in PROPOSALS for event in (RECEIVED, *(APPROVAL if PROPOSALS[each] else ()))),
    fund(),
    (FUND, OfficerNamed(person=REGISTRAR, office=FundOffice.REGISTRAR, from_on="2023-01-01")),
    (FUND, OfficerNamed(person=CONFIRMER, office=FundOffice.CONFIRMER, from_on="2023-01-01")),
)


BEGUN = given(*FACTS)


def copied(record: Record) -> Record:
    """A record that goes on by itself."""
    copy = Record()
    copy.states, copy.versions, copy.texts = dict(record.states), dict(record.versions), dict(record.texts)
    copy.recorded, copy.now = list(record.recorded), record.now
    return copy


class Played:
    """A history so far: the record, and the books that were kept beside it."""

    def __init__(self) -> None:
        self.record: Record = copied(BEGUN)
        self.done: list[str] = []
        """Which kinds of step were taken."""
        self.reached: set[str] = set()
        """What was said against others."""
        self.record.now -= 100 * DAY  # the last days of the year before
        self.books: Dict = new_books()
        self.books |= {"registrar": REGISTRAR, "confirmer": CONFIRMER, "events": 3}
        self.world: Dict = {
            "path": ["political", "strategic"],
            "decisions": {},
            "conditions": {},
            "applications": {},
            "proposals": PROPOSALS,
            "key": [
                {"from": BEGINS_ON, "until": TURNS_ON, "shares": [("kolding", 1), ("region", 2)]},
                {"from": TURNS_ON, "until": "2999-01-01", "shares": [("region", 1), ("kolding", 1)]},
            ],
            "today": self.record.today,
        }

    @property
    def state(self) -> Any:
        return self.record.see(FUND)

    # --- what happens beside the fund: facts that nobody is asked about ---

    def next_day(self) -> None:
        self.world["today"] = day_after(self.record.today)
        self.record.now += DAY

    def decides(self, body: str, number: int, *, yes: bool) -> str:
        """A decision of that body; its name."""
        name = f"{body}-{number}"
        outcome = Plain(outcome=PlainOutcome.DECIDED if yes else PlainOutcome.NOT_APPROVED)
        decided = decision_fact(name, outcome, meeting=MEETINGS[body], decided_on=self.record.today)
        self.record.happened(*decided)
        self.world["decisions"][name] = {"body": body, "yes": yes, "day": self.record.today, "stands": True}
        return name

    def falls(self, name: str) -> None:
        """Another takes its place."""
        meeting = MEETINGS[self.world["decisions"][name]["body"]]
        by = Taken(meeting=meeting, decision="later")
        self.record.happened(meeting, DecisionSuperseded(item=ITEM, decision=name, by=by))
        self.world["decisions"][name]["stands"] = False

    def applies(self, name: str, applicant: str, by: str, *, planned: bool, attested: bool, begins: str | None) -> None:
        ends = None if begins is None else f"{int(begins[:4]) + 1}-01-01"
        events: list[Event] = [
            Submitted(
                fund=FUND,
                applicant=APPLICANTS[applicant],
                purpose=said("Et forsøg"),
                purpose_class=PurposeClass.TRIAL,
                when=DateNotStated(),
                submitted_by=by,
                from_on=begins,
                ceases_on=ends,
            )
        ]
        if planned:
            events.append(EvaluationPlanned(evaluation=PLAN))
        if attested:
            events.append(Attested(criteria=(NotOperation(), NotOwnStaff()), person=SECRETARY))
        self.record.happened(application_of(name), *events)
        self.world["applications"][name] = {
            **{"applicant": applicant, "by": by, "open": True, "planned": planned, "begins": begins, "ends": ends},
            **{"kind": "committee" if applicant == "committee" else "party"},
            **{"attested": {"not-operation", "not-own-staff"} if attested else set()},
        }

    def withdraws(self, name: str) -> None:
        if self.world["applications"][name]["open"]:
            self.record.happened(application_of(name), Withdrawn(reason=said("Vi gør det selv.")))
            self.world["applications"][name]["open"] = False

    def rules(self, of: str | None, draw: Random) -> None:
        """The fund's own: from when it takes two, what is asked of every application, how much one can be given."""
        if self.books["made_up"]:
            return
        number = f"rule{self.books['events']}"
        decided = Taken(meeting=f"lillebaelt/meeting/{number}", decision="1")
        event: Event
        match of:
            case "criteria":
                event = CriteriaSet(criteria=(EvaluationRequired(), StartsIn(year=2024)), decisions=(decided,))
                self.books["criteria"] = ["evaluation-required", "starts-in-2024"]
            case "ceiling":
                kind, firm = draw.choice(tuple(Applicants)), draw.choice(tuple(Firmness))
                most = draw.choice((1_000, 400_000))
                event = CeilingSet(
                    applicants=kind, ceiling_oere=most, firmness=firm, words=said("højst"), decisions=(decided,)
                )
                self.books["ceilings"][kind.value] = (most, firm is Firmness.FIXED)
            case _:
                threshold = draw.choice((1, 1_000, 300_000, 10**12))
                event = ThresholdSet(amount_oere=threshold, decision=decided)
                self.books["threshold"] = threshold
        self.record.happened(FUND, event)
        self.books["events"] += 1

    # --- a step ---

    def take(self, step: Dict) -> str:
        """Give it to both. What differs, in words; nothing where they agree."""
        no = judge(step, self.books, self.world)
        told = self.give(step)
        if told is None and no:
            return f"done, though {sorted(no)}"
        if told is not None:
            no |= may(step, self.books, self.world)
        if told is not None and not no:
            return f"refused, and nothing forbids it: {told}"
        if told is not None:
            self.reached |= no
            return "" if SAID.get(told, set()) & no else f"refused because of {told}, not {sorted(no)}"
        self.done.append(step["do"])
        book(step, self.books, self.world)
        return self.differences()

    def give(self, step: Dict) -> str | None:
        """The code of what is said against it; None: it is done."""
        to, command = command_of(step)
        rule = "test" if step["do"] in ("resolve", "wind-up") else None
        try:
            self.record.give(step["by"], to, command, rule=rule)
        except Refused as refused:
            return refused.code
        except Denied:
            return "denied"
        return None

    def differences(self) -> str:
        """Where the fund holds something else than the books; and that its balances are what its postings add up to."""
        held = {account: oere for account, oere in self.state.accounts.items() if oere}
        by_hand = {account: oere for account, oere in self.books["accounts"].items() if oere}
        if held != by_hand:
            return f"the fund holds {held}, by hand it is {by_hand}"
        posted = [event.legs for event in self.posted()]
        if {account: oere for account, oere in balances(*posted).items() if oere} != held:
            return "the balances are not what the postings add up to"
        return ""

    def posted(self) -> list[Any]:
        """The fund's events with legs, in order."""
        events = (each.event for each in self.record.recorded if each.stream == FUND)
        return [event for event in events if getattr(event, "legs", ())]
