"""◇ June to December 2023, which no source tells: initiative 10 is confirmed, approved, begun, turns yellow and red, and recovers.

The model of 001.12 at work: the owner confirms the order, the chiefs and then the directors approve, the chiefs remedy, the
directors are next. Each meeting is entered the day after, from minutes of its own.
"""

from domain.claims import OnDay, Span, Within
from domain.colours import Colour
from domain.document import Direction, File
from domain.effects import Effect
from domain.initiative import ConfirmOrder, ReportColour
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.call import RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem
from domain.outcomes import Outcome, Plain, PlainOutcome, Refers
from domain.planning import AgreeRemedy, ApproveConfirmation, Escalate
from stories.midt_2023_05_24.names import CHIEFS, DIRECTORS, TEN
from stories.story import Step
from stories.telling import moment, sitting

ITEM = "indsats-10"
DECIDED: Outcome[str] = Plain(outcome=PlainOutcome.DECIDED)
APPROVED: Outcome[str] = Plain(outcome=PlainOutcome.APPROVED)

CONFIRMED = Step(
    at=moment("2023-06-12", "10:00:00"),
    by="chief-aalborg",
    to=TEN,
    command=ConfirmOrder(
        what="Fem dele for de ældste 2 %: geriatere, den sidste tid, hjælp hjemme, almen praksis og fælles forløb.",
        by_whom="Kommunerne, sygehuset og almen praksis, med Aalborg som ejer.",
        where="I Aalborg og Jammerbugt, hjemme hos borgerne og på plejehjem.",
        when=Within(earliest="2023-08-14", latest="2023-08-31", span=Span.AFTER_SUMMER, words="efter sommerferien"),
    ),
)


def met(body: str, day: str, entered: str, *then: tuple[str, Command]) -> tuple[Step, ...]:
    """A meeting about initiative 10, entered with what came of it."""
    meeting, minutes = meeting_of(body, day), f"midt/document/{day}-{body.rsplit('/', 1)[1]}"
    held = OnDay[str](day=day)
    return sitting(
        "secretary",
        entered,
        "09:00:00",
        (minutes, File(subject=f"Referat, {day} (tænkt eksempel)", direction=Direction.INTERNAL, dated=held)),
        (meeting, RegisterAfterwards(body=body, held=held, document=minutes)),
        (meeting, AddItem(item=ITEM, number="1", title="Indsats 10")),
        *then,
        (meeting, SettleItem(item=ITEM)),
    )


def meeting_of(body: str, day: str) -> str:
    return f"midt/meeting/{day}-{body.rsplit('/', 1)[1]}"


def concluded(body: str, day: str, text: str, effect: Effect[str], outcome: Outcome[str]) -> tuple[str, Command]:
    """What a meeting decided about it."""
    command = RecordDecision(item=ITEM, decision="1", outcome=outcome, text=text, at_once=(effect,))
    return meeting_of(body, day), command


def reported(day: str, colour: Colour, reason: str | None = None) -> tuple[str, Command]:
    """How it goes, as the chiefs are told at a meeting."""
    return TEN, ReportColour(colour=colour, meeting=meeting_of(CHIEFS, day), reason=reason)


APPROVE = ApproveConfirmation(initiative=TEN, revision=1)
REMEDIED: AgreeRemedy[str] = AgreeRemedy(initiative=TEN, text="Aalborg låner to sygeplejersker ud i oktober.")
PASSED_ON: Escalate[str] = Escalate(
    initiative=TEN, to_body=DIRECTORS, reason="Sygehuset kan ikke undvære geriatere, og det kan cheferne ikke løse."
)
AGREED: AgreeRemedy[str] = AgreeRemedy(initiative=TEN, text="Geriaterne deles fra november, to dage om ugen.")

DELIVERED = (
    *met(
        CHIEFS,
        "2023-06-15",
        "2023-06-16",
        concluded(CHIEFS, "2023-06-15", "Bekræftelsen er godkendt.", APPROVE, APPROVED),
    ),
    *met(
        DIRECTORS,
        "2023-06-22",
        "2023-06-23",
        concluded(DIRECTORS, "2023-06-22", "Bekræftelsen er godkendt, og indsatsen går i gang.", APPROVE, APPROVED),
    ),
    *met(
        CHIEFS,
        "2023-09-14",
        "2023-09-15",
        reported("2023-09-14", Colour.YELLOW, "To stillinger i Jammerbugt står tomme."),
        concluded(CHIEFS, "2023-09-14", "Der lånes folk.", REMEDIED, DECIDED),
    ),
    *met(
        CHIEFS,
        "2023-10-12",
        "2023-10-13",
        reported("2023-10-12", Colour.RED, "Der mangler geriatere, og ordningen står stille."),
        concluded(CHIEFS, "2023-10-12", "Sagen løftes.", PASSED_ON, Refers(to_body=DIRECTORS)),
    ),
    *met(
        DIRECTORS,
        "2023-10-26",
        "2023-10-27",
        concluded(DIRECTORS, "2023-10-26", "Geriaterne deles.", AGREED, DECIDED),
    ),
    *met(CHIEFS, "2023-12-14", "2023-12-15", reported("2023-12-14", Colour.GREEN)),
)
