"""Recused from an item: no sight of it and no voice at it, on whatever seat; of everything else as before."""

import pytest

from domain.kernel import Command
from domain.meeting import MEETING as KIND
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.attendance import LiftRecusal, Recuse, Recused
from domain.meeting.closed_papers import OpenAttachment, ShutAttachment
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import ConcludeQuestion, RaiseQuestion, RecordPoint, WithdrawQuestion
from domain.meeting.doors import OpenDoors, PublishExtract, ShutDoors
from domain.meeting.floor import ItemTakenUp, SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest, InviteGuest
from domain.meeting.promised import PostponeItem, ReopenItem
from domain.meeting.revisions import ChangeItem, ChangeRecommendation, WithdrawItem, WithdrawRecommendation
from domain.meeting.voice import FREE
from domain.points import Conclusion, Remark, Sort
from domain.policy import guest_mask_of, hides, hides_title, mask_of
from domain.text import Text, said
from tests.domain.world import (
    CHAIR,
    DECIDED,
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    discussing,
    opened,
)
from tests.given import given

BY_CHAIR: tuple[Command, ...] = (
    ShutDoors(item=ITEM, reason="Person.", legal_basis="§ 4"),
    OpenDoors(item=ITEM, reason="Intet."),
    PublishExtract(item=ITEM, text="Enige."),
    ShutAttachment(item=ITEM, attachment="notat", reason="Person.", legal_basis="§ 4"),
    OpenAttachment(item=ITEM, attachment="notat", reason="Intet."),
    ReopenItem(item=ITEM, reason="Igen."),
    LiftRecusal(item=ITEM, person=CHAIR, reason="Fejl."),
)
BY_SECRETARY: tuple[Command, ...] = (
    AddRecommendation(item=ITEM, recommendation="9", asks=Asks.NOTE, text="Det.", to_body=STRATEGIC),
    Attach(item=ITEM, attachment="notat", name="Notat"),
    ChangeItem(item=ITEM, case="En anden sag."),
    WithdrawItem(item=ITEM),
    ChangeRecommendation(item=ITEM, recommendation="1", text="Andet."),
    WithdrawRecommendation(item=ITEM, recommendation="1"),
    SettleItem(item=ITEM),
    PostponeItem(item=ITEM, referral="lillebaelt/referral/lovet"),
    InviteGuest(person=OUTSIDER, items=(ITEM,)),
    AdmitGuest(person=OUTSIDER, item=ITEM),
    RaiseQuestion(item=ITEM, question="q", text="Hvad?"),
    ConcludeQuestion(item=ITEM, question="q", conclusion=Conclusion.AGREED),
    RecordPoint(item=ITEM, point=Remark[Text](sort=Sort.REMARK, text="Hør.")),
    RecordDecision(item=ITEM, decision="3.1", outcome=DECIDED, text="Besluttet."),
)
BY_MEMBER: tuple[Command, ...] = (
    RaiseQuestion(item=ITEM, question="q", text="Hvad?"),
    WithdrawQuestion(item=ITEM, question="q"),
)
GIVEN = [(CHAIR, each) for each in BY_CHAIR] + [(SECRETARY, each) for each in BY_SECRETARY]
GIVEN += [(MEMBER, each) for each in BY_MEMBER]


def recused(person: str) -> Fact:
    return MEETING, Recused(item=ITEM, number="3", person=person, reason=said("I familie."))


@pytest.mark.parametrize(("by", "command"), GIVEN, ids=lambda each: getattr(each, "verb", each))
def test_whoever_is_recused_has_no_voice_at_the_item(by: str, command: Command) -> None:
    record = given(*WORLD, *discussing())
    if isinstance(command, WithdrawQuestion):
        assert record.when(RaiseQuestion(item=ITEM, question="q", text="Hvad?"), to=MEETING, by=by).recorded
    record.happened(*recused(by))
    record.when(command, to=MEETING, by=by).refused("meeting.disqualified", person=by)


def test_no_command_about_an_item_is_left_out() -> None:
    about = {each for each in KIND.commands if {"item"} & {*each.__struct_fields__}} | {InviteGuest}
    assert about == {type(each) for _, each in GIVEN} | {*FREE, AddItem}


def test_a_chair_who_is_recused_calls_the_item_and_leaves_it() -> None:
    taken_up = ItemTakenUp(item=ITEM, number="3", recused=(CHAIR,))
    given(*WORLD, *opened(), recused(CHAIR)).when(TakeUpItem(item=ITEM), to=MEETING, by=CHAIR).then(taken_up)


def test_recusal_is_declared_twice_and_counts_once() -> None:
    again = Recuse(item=ITEM, person=MEMBER, reason="I familie.")
    given(*WORLD, *discussing(), recused(MEMBER)).when(again, to=MEETING, by=MEMBER).then()


def test_another_item_is_theirs_to_speak_at() -> None:
    record = given(*WORLD, *opened(), recused(CHAIR))
    assert record.when(AddItem(item="andet", number="4", title="Andet"), to=MEETING, by=CHAIR).recorded


def test_whoever_is_recused_sees_nothing_of_it_but_that_it_is_there() -> None:
    record = given(*WORLD, *discussing())
    mask = mask_of("lillebaelt", MEMBER, record.today, record)
    assert mask is not None
    assert not hides(record.see, MEETING, ITEM, mask), "the control"
    record.happened(*recused(MEMBER))
    mask = mask_of("lillebaelt", MEMBER, record.today, record)
    assert mask is not None
    assert hides(record.see, MEETING, ITEM, mask)
    assert not hides_title(record.see, MEETING, ITEM, mask)
    assert guest_mask_of("lillebaelt", MEMBER, record) is None
