"""Random commands over a small cluster, made from their types: what anybody might send, much of it beside the point."""

from functools import cache
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from domain.awaited import DecisionBlocked, DecisionOf, EarmarkBlocked
from domain.claims import About
from domain.effects import Assign, DebtorNotStated, OpenCondition, ResolveCondition
from domain.fund import AnnounceEarmark
from domain.kernel import Command, Who
from domain.meeting.decision import RecordDecision
from domain.outcomes import ApprovedConditionally, Plain, PlainOutcome
from domain.streams import STREAMS
from domain.text import Kept, said
from tests.domain.waiting import pending
from tests.domain.world import (
    CHAIR,
    ELSEWHERE,
    FUND,
    ITEM,
    JOINT_FUNDS,
    KOLDING,
    MEETING,
    MEMBER,
    PAPER,
    POLITICAL,
    PROJECT,
    QUESTION,
    REGION,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    THEME,
    WHO_DECIDES,
    WORLD,
    decision,
    discussing,
    fund,
    project,
    proposal,
    referral,
)

POLITICAL_MEETING = "lillebaelt/meeting/2024-03-02-political"
OTHER_THEME = "lillebaelt/proposal/tvang"
C1, C2, C3 = (f"lillebaelt/condition/c{number}" for number in (1, 2, 3))
DAYS = ("2024-03-01", "2024-03-02", "2024-03-03")
THEN: Assign[Kept] = Assign(
    action="lillebaelt/action/then", what=said("Skriv."), owed_by=(DebtorNotStated(),), report_to=STRATEGIC
)
CLUSTER = (
    *WORLD,
    WHO_DECIDES,
    fund(),
    project(),
    proposal(),
    proposal(OTHER_THEME),
    referral(),
    *discussing(),
    *discussing(POLITICAL_MEETING, POLITICAL),
    decision(outcome=ApprovedConditionally(), waits_for=(C1,), when_met=(THEN,)),
    pending(),
)
"""Two meetings with their item on the floor; a decision of the one waits for the other."""

NUMBERS = ("1", "2", "3.1")
STREAM_POOL = {
    "party": (REGION, KOLDING),
    "person": (SECRETARY, CHAIR, MEMBER),
    "cluster": ("lillebaelt/cluster/lillebaelt",),
    "body": (POLITICAL, STRATEGIC, ELSEWHERE, "lillebaelt/body/new"),
    "membership": (STRATEGIC_SEATS, "lillebaelt/membership/new"),
    "mandate": (JOINT_FUNDS,),
    "meeting": (MEETING, POLITICAL_MEETING, "lillebaelt/meeting/new"),
    "minutes": (MEETING.replace("/meeting/", "/minutes/"),),
    "referral": (QUESTION, "lillebaelt/referral/new"),
    "condition": (C1, C2, C3),
    "proposal": (THEME, OTHER_THEME, "lillebaelt/proposal/new"),
    "plan": ("lillebaelt/plan/handleplan", "lillebaelt/plan/new"),
    "initiative": (PROJECT, "lillebaelt/initiative/new"),
    "action": ("lillebaelt/action/a1", "lillebaelt/action/a2"),
    "agreement": ("lillebaelt/agreement/a1", "lillebaelt/agreement/a2"),
    "indicator": ("lillebaelt/indicator/i1",),
    "pathway-audit": ("lillebaelt/pathway-audit/p1",),
    "document": (PAPER, "lillebaelt/document/new"),
    "fund": (FUND,),
    "application": ("lillebaelt/application/new",),
    "financing-key": ("lillebaelt/financing-key/new",),
    "access": ("lillebaelt/access/a1", "lillebaelt/access/a2"),
    "redaction": ("lillebaelt/redaction/r1",),
    "erasure": ("dk/erasure/e1",),
    "log": ("dk/log/log",),
}
"""kind -> streams that commands go to and speak of; some exist, some do not"""
POOL: dict[str, tuple[Any, ...]] = {
    "Day": (*DAYS * 3, "2023-06-07", "2024-04-31"),
    "Moment": ("2024-03-01T08:00:00Z", "2024-03-01T10:00:00Z"),
    "Hash": ("0" * 64,),
    "Oere": (0, 470_000_000),
    "Amount": (1, 470_000_000),
    "KeyId": ("lillebaelt/financing-key/new",),
    "Year": (2024,),
    "Order": (1, 2),
    "Weight": (1, 2),
    "Whole": (1, 2, 3),
    "ApplicantId": (KOLDING, STRATEGIC),
    "Version": (1, 2),
    "Revision": (1, 2),
    "Label": NUMBERS,
    "Period": ("2023", "2024-02", "2024-02-30"),
    "LocalName": ("region", "kolding", "sekretariat", "q1", "e1"),
    "ItemId": (ITEM, "nyt"),
    "Text": (*["Tekst."] * 12, "Borgeren 010203-1234."),
    "ClientId": ("dk/client/arkiv",),
    "StreamId": (PAPER, FUND, MEETING),
} | {f"{kind.capitalize()}Id": streams for kind, streams in STREAM_POOL.items()}
"""title of a type -> values of it"""


def of_type(of: Any) -> st.SearchStrategy[Any]:
    """Values of a type, as plain JSON values."""
    match of:
        case inspect.Metadata():
            title = (of.extra_json_schema or {}).get("title")
            return st.sampled_from(POOL[title]) if title in POOL else of_type(of.type)
        case inspect.StructType():
            tag = {} if of.tag is None else {of.tag_field: st.just(of.tag)}
            return st.fixed_dictionaries(tag | {each.encode_name: of_type(each.type) for each in of.fields})
        case inspect.UnionType():
            return st.one_of([of_type(each) for each in of.types])
        case inspect.VarTupleType():
            return st.lists(of_type(of.item_type), min_size=of.min_length or 0, max_size=2)
        case inspect.EnumType():
            return st.sampled_from(list(of.cls))
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType():
            return st.integers(max(0, of.ge or 0), 2)
        case inspect.StrType():
            return st.just("/subject")
        case inspect.NoneType():
            return st.none()
    raise AssertionError(of)


@cache
def commands_of(command: type[Command]) -> st.SearchStrategy[Command]:
    """Well-formed commands of one kind."""
    return of_type(inspect.type_info(command)).map(lambda fields: msgspec.convert(fields, command))


@st.composite
def waiting_decisions(draw: st.DrawFn) -> tuple[str, Command]:
    """A decision that waits for a condition of its own, or for one that may already stand."""
    meeting, number = draw(st.sampled_from((MEETING, POLITICAL_MEETING))), draw(st.sampled_from(NUMBERS))
    condition = draw(st.sampled_from((C1, C2, C3)))
    opens = OpenCondition(
        condition=condition,
        awaits=DecisionOf(body=draw(st.sampled_from((POLITICAL, STRATEGIC))), words="et møde"),
        blocks=(DecisionBlocked(meeting=meeting, decision=number),),
        words="Først.",
    )
    action = draw(st.sampled_from(STREAM_POOL["action"]))
    then = Assign(action=action, what="Skriv.", owed_by=(DebtorNotStated(),), report_to=STRATEGIC)
    return meeting, RecordDecision(
        item=ITEM,
        decision=number,
        outcome=ApprovedConditionally(),
        text="Ja, hvis.",
        at_once=draw(st.sampled_from(((opens,), ()))),
        when_met=draw(st.sampled_from(((then,), ()))),
        waits_for=(condition,),
    )


@st.composite
def resolving_decisions(draw: st.DrawFn) -> tuple[str, Command]:
    """A decision that says a condition is met, or has failed."""
    yes, no, neither = PlainOutcome.DECIDED, PlainOutcome.NOT_APPROVED, PlainOutcome.DISCUSSED
    outcome, met = draw(st.sampled_from(((yes, True), (yes, True), (yes, False), (no, False), (neither, True))))
    condition = draw(st.sampled_from((C1, C2, C3)))
    return draw(st.sampled_from((MEETING, POLITICAL_MEETING, POLITICAL_MEETING))), RecordDecision(
        item=ITEM,
        decision=draw(st.sampled_from(NUMBERS)),
        outcome=Plain(outcome=outcome),
        text="Besluttet.",
        at_once=(ResolveCondition(condition=condition, met=met),),
    )


@st.composite
def waiting_earmarks(draw: st.DrawFn) -> tuple[str, Command]:
    """An earmark that waits for a condition of its own, or for one that may already stand."""
    earmark, condition = draw(st.sampled_from(("e1", "e2"))), draw(st.sampled_from((C1, C2, C3)))
    opens = OpenCondition(
        condition=condition,
        awaits=DecisionOf(body=POLITICAL, words="et møde"),
        blocks=(EarmarkBlocked(fund=FUND, earmark=earmark),),
        words="Først.",
    )
    own = draw(st.booleans())
    return FUND, AnnounceEarmark(
        earmark=earmark,
        said=About(oere=470_000_000, unit_oere=10_000_000, words="cirka 4,7 mio."),
        purpose="3 initiativer",
        document=PAPER,
        opens=(opens,) if own else (),
        waits=() if own else (condition,),
    )


def histories(*, doors_only: bool) -> st.SearchStrategy[list[tuple[str, Command, str]]]:
    """`(stream, command, day)` in order, of what may be given at a door, or of everything."""
    every = [
        st.tuples(st.sampled_from(STREAM_POOL[kind.name]), commands_of(command))
        for kind in STREAMS
        for command in kind.commands
        if not doors_only or set(command.who) - {Who.REACTION, Who.TIMEKEEPER, Who.HOUSE, Who.INIT}
    ]
    likely = waiting_decisions(), resolving_decisions(), waiting_earmarks()
    # The share of what belongs together stays the same however many commands there are.
    given = st.sampled_from((*likely * (len(every) // 2), *every)).flatmap(lambda each: each)
    return st.lists(
        st.tuples(given, st.sampled_from(DAYS)).map(lambda each: (*each[0], each[1])), min_size=6, max_size=15
    )
