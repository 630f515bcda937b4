"""What any command can meet: texts that look like personal numbers, ids nobody knows, consequences beyond counting."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.effects import EFFECTS_MAX, Assign, DebtorNotStated
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.party import PartyKind, Register
from domain.proposal import Park, Receive
from domain.proposing import Forming, FormProposal
from domain.reactions import REACTIONS_MAX
from tests.domain.world import (
    DECIDED,
    ITEM,
    MEETING,
    STRATEGIC,
    THEME,
    WHO_DECIDES,
    WORLD,
    discussing,
    opened,
    proposal,
)
from tests.given import NotFound, given

CPR = "Borgeren 010203-1234 har ventet længe."


def assigned(what: str) -> Command:
    assign = Assign(action="lillebaelt/action/a1", what=what, owed_by=(DebtorNotStated(),), report_to=STRATEGIC)
    return RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet.", at_once=(assign,))


@pytest.mark.parametrize(
    ("to", "command"),
    [
        ("dk/party/new", Register(name=CPR, party_kind=PartyKind.EXTERNAL)),
        (THEME, Park(reason=CPR)),
        ("lillebaelt/proposal/new", Receive(title="Træning", text="T", when=OnDay(day="2024-02-01", words=CPR))),
        (MEETING, AddItem(item="nyt", number="4", title="Nyt", case=CPR)),
        (MEETING, assigned(CPR)),
    ],
    ids=["a name", "a reason", "within a date", "a case", "within an effect"],
)
def test_no_text_holds_what_looks_like_a_personal_number(to: str, command: Command) -> None:
    given(*WORLD, proposal(), *discussing()).when(command, to=to).refused("text.cpr")


@pytest.mark.parametrize("text", ["Sag 2024-1234567 er lukket.", "Ring 70 10 20 30.", "Beløbet er 9514542 kr."])
def test_other_numbers_may_be_written(text: str) -> None:
    assert given(*WORLD, proposal()).when(Park(reason=text), to=THEME).recorded


def test_a_stream_that_does_not_exist_is_not_found() -> None:
    answer = given(*WORLD).when(Park(reason="Venter."), to=THEME)
    assert isinstance(answer.said_no, NotFound)


def test_an_effect_on_a_stream_that_does_not_exist_is_refused() -> None:
    effect = FormProposal(proposal="lillebaelt/proposal/new", title="Nyt", how=Forming.NEW, out_of=(THEME,))
    command = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet.", at_once=(effect,))
    given(*WORLD, WHO_DECIDES, *discussing()).when(command, to=MEETING).refused("id.unknown", id=THEME)


def test_a_command_leads_to_so_many_others_and_no_more() -> None:
    """Forty themes, each formed out of eleven proposals: more than anybody at the table has seen coming."""
    each = 11
    assert EFFECTS_MAX * (each + 1) > REACTIONS_MAX
    sources = [f"lillebaelt/proposal/p{number}" for number in range(EFFECTS_MAX * each)]
    effects = tuple(
        FormProposal(
            proposal=f"lillebaelt/proposal/new-{number}",
            title="Nyt",
            how=Forming.MERGED,
            out_of=tuple(sources[number * each : (number + 1) * each]),
        )
        for number in range(EFFECTS_MAX)
    )
    record = given(*WORLD, WHO_DECIDES, *(proposal(source) for source in sources), *discussing())
    command = RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Alt samles.", at_once=effects)
    record.when(command, to=MEETING).refused("reactions.too-many", count=REACTIONS_MAX)
    assert record.see(sources[0]).fate == "received"


def test_a_refused_command_leaves_nothing() -> None:
    record = given(*WORLD, *opened())
    before = record.events
    record.when(Receive(title="Ny", text=CPR, when=DateNotStated()), to="lillebaelt/proposal/new").refused("text.cpr")
    assert record.events == before
