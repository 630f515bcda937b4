"""A meeting on which everything happens that can, its minutes, and a meeting that is called off."""

from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.apologies import GiveApology, WithdrawApology
from domain.meeting.attendance import LeaveSeat, LiftRecusal, Recuse, TakeSeat
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.closed_papers import OpenAttachment, ShutAttachment
from domain.meeting.correction import CorrectDecision
from domain.meeting.course import ChangeLeader, Pause, Resume
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RaiseQuestion, RecordPoint, WithdrawQuestion
from domain.meeting.doors import OpenDoors, PublishExtract, ShutDoors
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.moving import Cancel, Move
from domain.meeting.promised import PostponeItem, ReopenItem
from domain.meeting.revisions import ChangeItem, ChangeRecommendation, WithdrawItem, WithdrawRecommendation
from domain.meeting.sending import OrderAgenda
from domain.minutes.draft import Circulate, Draft, ItemText, Revise
from domain.minutes.hearing import AnswerComment, Comment
from domain.minutes.publication import Publish
from domain.outcomes import Plain, PlainOutcome
from domain.points import Remark, Sort
from stories.lillebaelt_2024_04_09.cast import CAST
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from tests.fuzz.prepared.given import each

MEETING = "lillebaelt/meeting/proeve"
CALLED_OFF = "lillebaelt/meeting/aflyst"
MINUTES = "lillebaelt/minutes/proeve"
DAY = "2027-02-01"
CALL = Call(
    body=STRATEGIC, form=Form.VIRTUAL, place="Virtuelt", starts_at=f"{DAY}T09:00:00Z", ends_at=f"{DAY}T11:00:00Z"
)
MONEY, PROJECT, LATER, DROPPED = "penge", "projekt", "senere", "droppet"
CHAIR, OTHER_CHAIR, SECRETARY = "co-chair-region", "co-chair-municipal", "secretary"

AGENDA = each(
    SECRETARY,
    MEETING,
    CALL,
    AddItem(item=MONEY, number="1", title="Penge"),
    AddItem(item=PROJECT, number="2", title="Projekt"),
    AddItem(item=LATER, number="3", title="Senere"),
    AddItem(item=DROPPED, number="4", title="Droppet"),
    ChangeItem(item=PROJECT, title="Et projekt", summary="Kort fortalt."),
    AddRecommendation(item=MONEY, recommendation="1", asks=Asks.DECIDE, text="At give.", to_body=STRATEGIC),
    AddRecommendation(item=MONEY, recommendation="2", asks=Asks.DISCUSS, text="At vente.", to_body=STRATEGIC),
    ChangeRecommendation(item=MONEY, recommendation="1", text="At give nu."),
    WithdrawRecommendation(item=MONEY, recommendation="2"),
    WithdrawItem(item=DROPPED, reason="Den er afgjort."),
    OrderAgenda(items=(PROJECT, MONEY, LATER)),
    Attach(item=PROJECT, attachment="bilag", name="Et bilag"),
    Move(starts_at=f"{DAY}T10:00:00Z", ends_at=f"{DAY}T12:00:00Z", reason="Flere kan komme."),
    GiveApology(seat="kolding", person=CAST["kolding"]),
    WithdrawApology(person=CAST["kolding"]),
)
SHUT = each(
    CHAIR,
    MEETING,
    ShutAttachment(item=PROJECT, attachment="bilag", reason="Personforhold.", legal_basis="Forvaltningsloven § 27"),
    OpenAttachment(item=PROJECT, attachment="bilag", reason="Alle må se det."),
    ShutDoors(item=PROJECT, reason="Personforhold.", legal_basis="Forvaltningsloven § 27", title_closed=True),
    PublishExtract(item=PROJECT, text="Et projekt blev drøftet."),
    OpenDoors(item=PROJECT, reason="Grunden er væk."),
)
SITS = (
    *each(CHAIR, MEETING, Open(led_by=CAST[CHAIR])),
    *each(SECRETARY, MEETING, TakeSeat(seat="kolding", person=CAST["kolding"])),
    *each("kolding", MEETING, LeaveSeat(seat="kolding")),
    *each(SECRETARY, MEETING, TakeSeat(seat="vejle", person=CAST["vejle"])),
    *each(CHAIR, MEETING, ChangeLeader(led_by=CAST[OTHER_CHAIR]), TakeUpItem(item=MONEY)),
    *each("vejle", MEETING, RaiseQuestion(item=MONEY, question="q1", text="Hvor meget?")),
    *each("vejle", MEETING, WithdrawQuestion(item=MONEY, question="q1")),
    *each(SECRETARY, MEETING, Recuse(item=MONEY, person=CAST["vejle"], reason="Egen sag.")),
    *each(CHAIR, MEETING, LiftRecusal(item=MONEY, person=CAST["vejle"], reason="Det var en anden sag.")),
    *each(CHAIR, MEETING, Pause(), Resume()),
    *each(
        SECRETARY,
        MEETING,
        RecordDecision(
            item=MONEY,
            decision="1",
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text="Penge gives.",
            answers=("1",),
        ),
        CorrectDecision(decision="1", text="Pengene gives.", reason="En skrivefejl."),
        SettleItem(item=MONEY),
    ),
    *each(CHAIR, MEETING, ReopenItem(item=MONEY, reason="Noget nyt."), TakeUpItem(item=MONEY)),
    *each(
        SECRETARY,
        MEETING,
        RecordPoint(item=MONEY, point=Remark(sort=Sort.REMARK, text="Det ændrer intet.")),
        SettleItem(item=MONEY),
    ),
    *each(CHAIR, MEETING, PostponeItem(item=LATER, referral="lillebaelt/referral/senere")),
    *each(CHAIR, MEETING, TakeUpItem(item=PROJECT)),
    *each(
        SECRETARY,
        MEETING,
        RecordDecision(item=PROJECT, decision="2", outcome=Plain(outcome=PlainOutcome.DECIDED), text="Det besluttes."),
        SettleItem(item=PROJECT),
    ),
    *each(CHAIR, MEETING, Adjourn()),
)
TEXTS = (ItemText(item=PROJECT, text="Projektet blev drøftet."), ItemText(item=MONEY, text="Pengene gives."))
MINUTED = (
    *each(SECRETARY, MINUTES, Draft(meeting=MEETING, texts=TEXTS), Circulate(answer_by=DAY)),
    *each("vejle", MINUTES, Comment(item=MONEY, comment="k1", text="Skriv hvor mange.")),
    *each(SECRETARY, MINUTES, AnswerComment(comment="k1", text="Det er gjort.")),
    *each(CHAIR, MINUTES, Publish()),
    *each(SECRETARY, MINUTES, Revise(reason="En bemærkning.", texts=TEXTS)),
)
MEETINGS = (
    *AGENDA,
    *SHUT,
    *SITS,
    *MINUTED,
    *each(SECRETARY, CALLED_OFF, CALL, Cancel(reason="Der er ingen punkter.")),
)
