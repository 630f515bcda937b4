"""References: whatever names a decision or a paper, the record holds it."""

from typing import Any

import pytest

from domain.action import Assign
from domain.application import Submitted, TurnDown
from domain.applications import PurposeClass
from domain.body import Establish, Level
from domain.claims import DateNotStated
from domain.decided import Cited, Taken
from domain.effects import DebtorNotStated
from domain.financing_key import Agree, Agreed, End
from domain.initiative import Prolong
from domain.kernel import Command
from domain.mandate import SetPath
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.membership import OpenSeat
from domain.outcomes import ApprovedConditionally, Outcome, Recommends, Refers, Strength
from domain.proposal import Approve, Park, Rank
from domain.referral import Answer, Send
from domain.seats import ByParty, Voice
from domain.shares import Share
from domain.text import said
from tests.domain.world import (
    CHOOSES,
    DECIDED,
    FUND,
    ITEM,
    JOINT_FUNDS,
    KOLDING,
    MEETING,
    NOWHERE,
    POLITICAL,
    PROJECT,
    QUESTION,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    THEME,
    WORLD,
    discussing,
    fund,
    project,
    proposal,
    referral,
)
from tests.given import given

MISSING = Taken(meeting=NOWHERE, decision="1")
NOT_ON_FILE = "lillebaelt/document/none"
NOT_FILED = Cited(who="Regionen", on=DateNotStated(), words="Et papir", document=NOT_ON_FILE)

APPLICATION, KEY = "lillebaelt/application/traening", "lillebaelt/financing-key/projekter"
SHARES = (Share(party=KOLDING, weight=1),)
APPLIED = Submitted(
    fund=FUND,
    applicant=KOLDING,
    purpose=said("Træning"),
    purpose_class=PurposeClass.TRIAL,
    when=DateNotStated(),
    submitted_by=SECRETARY,
)
AGREED = Agreed(
    version=1, whole=1, shares=SHARES, source=Cited(who=said("Klyngen"), on=DateNotStated(), words=said("En nøgle"))
)

RECORD = (*WORLD, *discussing(), proposal(), project(), referral(), fund(), (APPLICATION, APPLIED), (KEY, AGREED))


def assigned(decision: Taken) -> Command:
    return Assign(what="Skriv.", owed_by=(DebtorNotStated(),), report_to=STRATEGIC, decision=decision)


def sent(arises_from: Taken) -> Command:
    return Send(from_body=STRATEGIC, to_body=POLITICAL, question="Hvad nu?", arises_from=arises_from)


@pytest.mark.parametrize(
    ("to", "command"),
    [
        ("lillebaelt/action/new", assigned(MISSING)),
        ("lillebaelt/referral/new", sent(MISSING)),
        (QUESTION, Answer(text="Ja.", decision=MISSING)),
        (THEME, Park(reason="Venter.", decision=MISSING)),
        (THEME, Rank(by_body=STRATEGIC, decision=MISSING)),
        (THEME, Approve(decision=MISSING)),
        (APPLICATION, TurnDown(decision=MISSING, reason="Nej.")),
        (KEY, Agree(whole=1, shares=SHARES, source=MISSING)),
        (KEY, End(ceases_on="2025-01-01", source=MISSING)),
        (JOINT_FUNDS, SetPath(subject="klyngemidler", steps=(CHOOSES,), source=MISSING)),
        (PROJECT, Prolong(expected=DateNotStated(), decision=MISSING)),
        (MEETING, AddItem(item="next", number="4", title="Næste", based_on=(MISSING,))),
        (MEETING, RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Ja.", based_on=(MISSING,))),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Command) else "",
)
def test_nothing_refers_to_a_decision_that_was_not_taken(to: str, command: Command) -> None:
    given(*RECORD).when(command, to=to).refused("decision.unknown", decision=f"{NOWHERE}#1")


@pytest.mark.parametrize(
    ("to", "command"),
    [
        (KEY, Agree(whole=1, shares=SHARES, source=NOT_FILED)),
        (KEY, End(ceases_on="2025-01-01", source=NOT_FILED)),
        (JOINT_FUNDS, SetPath(subject="klyngemidler", steps=(CHOOSES,), source=NOT_FILED)),
        (PROJECT, Prolong(expected=DateNotStated(), decision=NOT_FILED)),
        (MEETING, AddItem(item="next", number="4", title="Næste", based_on=(NOT_FILED,))),
        (MEETING, RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Ja.", based_on=(NOT_FILED,))),
        (
            "lillebaelt/body/new",
            Establish(
                name="Nyt", level=Level.GROUP, membership="lillebaelt/membership/new", chairs=0, source=NOT_FILED
            ),
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Command) else "",
)
def test_a_cited_paper_is_on_file(to: str, command: Command) -> None:
    given(*RECORD).when(command, to=to).refused("id.unknown", id=NOT_ON_FILE)


@pytest.mark.parametrize(
    "outcome",
    [
        Recommends(to_body="lillebaelt/body/none", strength=Strength.FIRM),
        Refers(to_body="lillebaelt/body/none"),
    ],
)
def test_an_outcome_names_a_body_that_exists(outcome: Outcome[Any]) -> None:
    command = RecordDecision(item=ITEM, decision="3.1", outcome=outcome, text="Sendes videre.")
    given(*RECORD).when(command, to=MEETING).refused("id.unknown", id="lillebaelt/body/none")


def test_those_who_agree_under_a_condition_are_registered_parties() -> None:
    condition = "lillebaelt/condition/c1"
    command = RecordDecision(
        item=ITEM,
        decision="3.1",
        outcome=ApprovedConditionally(parties=("dk/party/none",)),
        text="Ja, hvis.",
        waits_for=(condition,),
    )
    given(*RECORD).when(command, to=MEETING).refused("id.unknown")


def test_a_seat_belongs_to_a_registered_party() -> None:
    command = OpenSeat(body=STRATEGIC, seat="ny", right=ByParty(party="dk/party/none"), voice=Voice.VOTE)
    given(*RECORD).when(command, to=STRATEGIC_SEATS).refused("id.unknown", id="dk/party/none")
