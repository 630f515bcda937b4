"""Scopes: a stream is for its own cluster's bodies, so the secretary of one cluster cannot act in another's streams."""

import pytest

from domain.action import Assign
from domain.awaited import DecisionBlocked, DecisionOf, EarmarkBlocked
from domain.body import Establish, Level
from domain.claims import DateNotStated
from domain.condition import Block, Open
from domain.decided import Cited, Taken
from domain.effects import DebtorNotStated
from domain.financing_key import Agree
from domain.initiative import Adapt
from domain.kernel import Command
from domain.mandate import SetPath, Step
from domain.meeting.call import Call, Form, RegisterAfterwards
from domain.membership import FillSeat, OpenSeat
from domain.outcomes import ApprovedConditionally
from domain.proposal import Form as FormProposal
from domain.proposing import Forming
from domain.redaction import Request, Where
from domain.referral import Send
from domain.seats import ByPatients, Voice
from domain.shares import Share
from tests.domain.waiting import C1, announced, pending
from tests.domain.world import (
    CHAIR,
    ELSEWHERE,
    FUND,
    KOLDING,
    MEETING,
    PAPER,
    PROJECT,
    SECRETARY,
    STRATEGIC,
    THEME,
    WHO_DECIDES,
    WORLD,
    decision,
    discussing,
    fund,
    project,
    proposal,
    taken,
)
from tests.given import given

CITED = Cited(who="Klyngen", on=DateNotStated(), words="Et papir")
OTHERS_STEP = Step(step="vælge", body=ELSEWHERE, binding=True)
THEIRS = Taken(meeting="aarhus/meeting/directors", decision="3.1")
OURS = DecisionBlocked(meeting=MEETING, decision="3.1")
AWAITED = DecisionOf(body=STRATEGIC, words="et møde")


def call(body: str) -> Call:
    return Call(
        body=body,
        form=Form.VIRTUAL,
        place="Virtuelt",
        starts_at="2024-03-01T08:00:00Z",
        ends_at="2024-03-01T09:00:00Z",
    )


def assigned(report_to: str, decision: Taken | None = None) -> Assign:
    return Assign(what="Skriv.", owed_by=(DebtorNotStated(),), report_to=report_to, decision=decision)


def sent(from_body: str, arises_from: Taken | None = None) -> Send:
    return Send(from_body=from_body, to_body=STRATEGIC, question="Hvad nu?", arises_from=arises_from)


def established(membership: str) -> Establish:
    return Establish(name="Nyt", level=Level.GROUP, membership=membership, chairs=0)


@pytest.mark.parametrize(
    ("to", "command"),
    [
        ("aarhus/meeting/new", call(STRATEGIC)),
        ("aarhus/meeting/new", RegisterAfterwards(body=STRATEGIC, held=DateNotStated(), document=PAPER)),
        ("lillebaelt/mandate/new", SetPath(subject="planen", steps=(OTHERS_STEP,), source=CITED)),
        ("lillebaelt/body/new", established("aarhus/membership/new")),
        ("aarhus/membership/new", OpenSeat(body=STRATEGIC, seat="ny", right=ByPatients(), voice=Voice.SECRETARIAT)),
        ("lillebaelt/action/new", assigned(ELSEWHERE)),
        ("lillebaelt/action/new", assigned(STRATEGIC, THEIRS)),
        ("lillebaelt/referral/new", sent(ELSEWHERE)),
        ("lillebaelt/referral/new", sent(STRATEGIC, THEIRS)),
        ("aarhus/condition/new", Open(awaits=AWAITED, blocks=(OURS,), words="Først.", arises_from=taken())),
        ("aarhus/condition/new", Open(awaits=AWAITED, blocks=(OURS,), words="Først.")),
        (
            "aarhus/condition/new",
            Open(awaits=AWAITED, blocks=(EarmarkBlocked(fund=FUND, earmark="e1"),), words="Først."),
        ),
        (C1, Block(blocked=DecisionBlocked(meeting=THEIRS.meeting, decision="3.1"))),
        ("lillebaelt/financing-key/new", Agree(whole=1, shares=(Share(party=KOLDING, weight=1),), source=THEIRS)),
        (PROJECT, Adapt(text="Følger lokale rammer.", core=(), decision=THEIRS)),
        (
            "lillebaelt/proposal/new",
            FormProposal(title="Nyt", how=Forming.GENERALISED, out_of=("aarhus/proposal/x",), decision=taken()),
        ),
        ("aarhus/redaction/new", Request(where=Where(of=PAPER, version=1, field="/subject"), reason="Et navn.")),
    ],
    ids=lambda value: f"{type(value).__module__}.{type(value).__name__}" if isinstance(value, Command) else "",
)
def test_nobody_acts_in_the_streams_of_another_cluster(to: str, command: Command) -> None:
    given(
        *WORLD,
        WHO_DECIDES,
        fund(),
        project(),
        proposal(),
        proposal("aarhus/proposal/x"),
        announced("aarhus/condition/new"),
        *discussing(),
        decision(outcome=ApprovedConditionally(), waits_for=("aarhus/condition/new",)),
        pending(),
        *discussing(THEIRS.meeting, ELSEWHERE),
        decision(meeting=THEIRS.meeting, outcome=ApprovedConditionally(), waits_for=(C1,)),
    ).when(command, to=to).refused("scope.other")


def test_the_refusal_says_what_does_not_belong_where() -> None:
    given(*WORLD).when(call(STRATEGIC), to="aarhus/meeting/new").refused("scope.other", id=STRATEGIC, scope="aarhus")


def test_a_secretary_is_denied_what_is_another_clusters() -> None:
    record = given(*WORLD, proposal("aarhus/proposal/x"))
    record.when(call(ELSEWHERE), to="aarhus/meeting/new", by=SECRETARY).denied()
    record.when(FillSeat(seat="region", person=CHAIR), to="aarhus/membership/directors", by=SECRETARY).denied()


def test_a_question_may_be_sent_to_another_clusters_body() -> None:
    send = Send(from_body=STRATEGIC, to_body=ELSEWHERE, question="Hvordan gør I?")
    answer = given(*WORLD).when(send, to="lillebaelt/referral/new", by=SECRETARY)
    assert [each.event.tag for each in answer.recorded] == ["referral.sent"]


def test_a_theme_of_our_own_stays_ours() -> None:
    record = given(*WORLD, WHO_DECIDES, proposal(), *discussing(), decision())
    form = FormProposal(title="Bredere", how=Forming.GENERALISED, out_of=(THEME,), decision=taken())
    tags = [each.event.tag for each in record.when(form, to="lillebaelt/proposal/new").recorded]
    assert tags == ["proposal.formed", "proposal.merged"]
