"""The short story goes on: a second meeting of the board, whose agenda changes and whose people do not all come.

An item has its title closed, one is closed with an open title, one is open. Every closed text carries a word of its own.
"""

import msgspec

from domain.claims import DateNotStated, Span, Within
from domain.decided import Taken
from domain.meeting.agenda import AddItem, AddRecommendation, Asks
from domain.meeting.apologies import GiveApology, WithdrawApology
from domain.meeting.attendance import LeaveSeat, LiftRecusal, Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.correction import CorrectDecision
from domain.meeting.course import ChangeLeader, Pause, Resume
from domain.meeting.decision import RecordDecision
from domain.meeting.doors import PublishExtract, Shutting
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest, InviteGuest
from domain.meeting.moving import Move
from domain.meeting.promised import PostponeItem, ReopenItem
from domain.meeting.revisions import (
    ChangeItem,
    ChangeRecommendation,
    ItemPart,
    WithdrawItem,
    WithdrawRecommendation,
)
from domain.meeting.sending import AdoptAgenda, OrderAgenda, SendAgenda
from domain.outcomes import Dissent, Plain, PlainOutcome
from tests.projections import closed_item
from tests.projections.aadal import BOARD, CAST, NEIGHBOURS, by, steps

MEETING = "aadal/meeting/c3"
OPEN, HIDDEN, CLOSED, ANY_OTHER = "aabent", "i9h", "i9l", "eventuelt"
"""Items: open; shut with its title; shut with an open title; any other business."""
PROMISE, HIDDEN_PROMISE = "aadal/referral/lovet", "aadal/referral/x3-lovet"
LINK = "https://moede.example/ahorn"
"""Where the meeting is held: those who come to it are told; a guest, while it is in session."""
DECIDED = ("foerst", "mindretal", "rettet", "fejl", "nu")
HIDDEN_WORDS = tuple(f"birk-{place}" for place in ("titel", "ny", "sag", "hvem", "at", "til", "hvornaar", "igen", "ud"))
CLOSED_WORDS = tuple(f"elm-{place}" for place in ("titel", "sag", "hvem", "igen", *DECIDED))
EXTRACT = "elm-uddrag"
"""Published of the closed item: everyone reads it."""
LIFTED_BECAUSE = "pil"
"""Stands in the reasons of the recusal, which nobody is shown."""

TITLE, NEW, CASE, WHO, THAT, TO, WHEN, AGAIN, OUT = HIDDEN_WORDS
SHUT = Shutting(reason="Personsag.", legal_basis="§ 4")

_CALLED = steps(
    "2025-05-12",
    8,
    *by(
        "secretary",
        MEETING,
        Call(
            body=BOARD,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at="2025-05-20T07:00:00Z",
            ends_at="2025-05-20T09:00:00Z",
            summoned=("seat-0", "seat-1", "observer"),
            link=LINK,
        ),
        AddItem(item=OPEN, number="1", title="Indflytning", presented_by="Sundhedschefen"),
        AddItem(
            item=HIDDEN,
            number="2",
            title=TITLE,
            presented_by=WHO,
            shut=msgspec.structs.replace(SHUT, title_closed=True),
        ),
        AddItem(item=CLOSED, number="3", title=CLOSED_WORDS[0], presented_by=CLOSED_WORDS[2], shut=SHUT),
        AddItem(item=ANY_OTHER, number="4", title="Eventuelt", any_other_business=True),
        AddRecommendation(item=HIDDEN, recommendation="1", asks=Asks.NOTE, text="At.", to_body=BOARD),
        SendAgenda(),
        ChangeItem(item=HIDDEN, title=NEW, case=CASE),
        ChangeItem(item=CLOSED, case=CLOSED_WORDS[1], emptied=(ItemPart.TIMES,)),
        ChangeRecommendation(item=HIDDEN, recommendation="1", asks=Asks.DECIDE, text=THAT),
        OrderAgenda(items=(CLOSED, OPEN)),
        SendAgenda(),
        InviteGuest(person=CAST["neighbour"], items=(OPEN, HIDDEN), of_body=NEIGHBOURS),
        InviteGuest(person=CAST["group-member"]),
    ),
    *by("recused", MEETING, GiveApology(seat="seat-2", person=CAST["recused"])),
    *by("recused", MEETING, WithdrawApology(person=CAST["recused"])),
    *by("secretary", MEETING, GiveApology(seat="seat-1", person=CAST["member"], sends=CAST["group-member"])),
    *by(
        "secretary",
        MEETING,
        Move(starts_at="2025-05-21T07:00:00Z", ends_at="2025-05-21T09:00:00Z", place="Rådhuset", reason="Sygdom."),
    ),
)

FIRST, MINORITY, CORRECTED, MISTAKE, NOW = CLOSED_WORDS[-len(DECIDED) :]
_DECISION = RecordDecision(
    item=CLOSED,
    decision="3.1",
    outcome=Plain(outcome=PlainOutcome.DECIDED),
    text=FIRST,
    dissent=(Dissent(seat="seat-2", text=MINORITY),),
)
_DECIDED = (
    _DECISION,
    CorrectDecision(decision="3.1", text=CORRECTED, reason=MISTAKE),
    RecordDecision(
        item=CLOSED,
        decision="3.2",
        outcome=Plain(outcome=PlainOutcome.DECIDED),
        text=NOW,
        supersedes=(Taken(meeting=MEETING, decision="3.1"),),
    ),
)
"""A decision with dissent, written down wrong, corrected, and taken anew."""
_HELD = steps(
    "2025-05-21",
    9,
    *by("chair", MEETING, Open(led_by=CAST["chair"]), AdoptAgenda(text="Ingen bemærkninger.")),
    *by(
        "secretary",
        MEETING,
        TakeSeat(seat="seat-0", person=CAST["chair"]),
        TakeSeat(seat="seat-2", person=CAST["recused"]),
        Pause(resumes_at="2025-05-21T07:10:00Z"),
        Resume(),
        ChangeLeader(led_by=CAST["member"]),
        TakeUpItem(item=OPEN),
        AdmitGuest(person=CAST["neighbour"], item=OPEN),
        AdmitGuest(person=CAST["group-member"]),
        PostponeItem(item=OPEN, referral=PROMISE),
    ),
    *by("chair", MEETING, ReopenItem(item=OPEN, reason="Der er tid.")),
    *by(
        "secretary",
        MEETING,
        TakeUpItem(item=CLOSED),
        Recuse(item=CLOSED, person=CAST["recused"], reason=f"Nær slægtning, {LIFTED_BECAUSE}."),
    ),
    *by(
        "chair",
        MEETING,
        LiftRecusal(item=CLOSED, person=CAST["recused"], reason=f"En anden sag, {LIFTED_BECAUSE}."),
    ),
    *by("secretary", MEETING, *_DECIDED),
    *by(
        "chair",
        MEETING,
        PublishExtract(item=CLOSED, text=f"Aftalen er godkendt: {EXTRACT}."),
        PublishExtract(item=HIDDEN, text=f"Aftalen er ophævet: {OUT}."),
        PostponeItem(item=CLOSED, referral="aadal/referral/x4-lovet", expected=DateNotStated()),
        ReopenItem(item=CLOSED, reason=CLOSED_WORDS[3]),
        TakeUpItem(item=HIDDEN),
        PostponeItem(
            item=HIDDEN,
            referral=HIDDEN_PROMISE,
            expected=Within(earliest="2025-06-01", latest="2025-06-30", span=Span.MONTH, words=WHEN),
        ),
        ReopenItem(item=HIDDEN, reason=AGAIN),
        WithdrawRecommendation(item=HIDDEN, recommendation="1"),
        WithdrawItem(item=HIDDEN, reason=TO),
        WithdrawItem(item=ANY_OTHER),
        TakeUpItem(item=CLOSED),
        SettleItem(item=CLOSED),
    ),
    *by("secretary", MEETING, LeaveSeat(seat="seat-2")),
    *by("chair", MEETING, Adjourn()),
)
STORY = msgspec.structs.replace(
    closed_item.STORY, name="second-meeting", after=(*closed_item.STORY.after, *_CALLED, *_HELD)
)
TOPICS = (*closed_item.TOPICS, MEETING)
