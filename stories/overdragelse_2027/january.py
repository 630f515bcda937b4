"""◇ January 2027: an answer meets what was awaited since 2020, and the council answers a question that came to Aarhus."""

from domain.claims import OnDay
from domain.document import Direction, File
from domain.effects import AnswerReferral
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.outcomes import Plain, PlainOutcome
from domain.referral import Answer
from stories.aarhus_2024_april import names as aarhus
from stories.overdragelse_2027.ending import EXAMPLE
from stories.overdragelse_2027.names import COUNCIL, JANUARY, PAPER, at_council
from stories.overdragelse_2027.people import CAST
from stories.randers_2020_efteraar import names as randers
from stories.story import Step
from stories.telling import moment, sitting

VASCULAR = at_council(aarhus.VASCULAR)
SELF_HARM_OUT = at_council(randers.SELF_HARM_OUT)
PARTIAL = at_council(randers.PARTIAL)
ITEM = "karsygdom"

ANSWERED = sitting(
    "secretary",
    "2027-01-08",
    "09:00:00",
    (
        PAPER,
        File(
            subject=f"{EXAMPLE}svar fra Alliancen om delvis deltagelse",
            direction=Direction.IN,
            dated=OnDay(day="2027-01-06"),
        ),
    ),
    (
        SELF_HARM_OUT,
        Answer(
            text="Alliancen går med til, at kun en del er med.",
            document=PAPER,
            when=OnDay(day="2027-01-06"),
            meets=(PARTIAL,),
        ),
    ),
    (
        JANUARY,
        Call(
            body=COUNCIL,
            form=Form.VIRTUAL,
            place="Virtuelt via linket i indkaldelsen",
            starts_at="2027-01-14T12:00:00Z",
            ends_at="2027-01-14T13:00:00Z",
        ),
    ),
    (
        JANUARY,
        AddItem(item=ITEM, number="1", title="Henvendelsen om karsygdom", answers_referral=VASCULAR),
    ),
)


def at(clock: str, command: Command, by: str = "secretary") -> Step:
    return Step(at=moment("2027-01-14", clock), by=by, to=JANUARY, command=command)


MET = (
    at("13:00:00", Open(led_by=CAST["chair"]), "chair"),
    at("13:02:00", TakeUpItem(item=ITEM), "chair"),
    at(
        "13:20:00",
        RecordDecision(
            item=ITEM,
            decision="1",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Sundhedsrådet tager henvendelsen op i sin plan for 2027.",
            at_once=(AnswerReferral(referral=VASCULAR, text="Henvendelsen indgår i rådets plan for 2027."),),
        ),
    ),
    at("13:21:00", SettleItem(item=ITEM)),
    at("13:22:00", Adjourn(), "chair"),
)
