"""◇ November and December 2026: both clusters get an end, and their last meetings decide to hand over what is open."""

from domain.claims import DateNotStated, OnDay
from domain.cluster import DecideDissolution
from domain.decided import Cited
from domain.document import Direction, File
from domain.kernel import Command
from domain.mandate import SetPath
from domain.meeting.agenda import AddItem
from domain.meeting.call import Adjourn, Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.minutes.draft import Circulate, Draft, ItemText
from domain.minutes.publication import Publish
from domain.outcomes import Plain, PlainOutcome
from domain.paths import Step as PathStep
from domain.text import Text
from stories.aarhus_2024_april import names as aarhus
from stories.overdragelse_2027 import names
from stories.overdragelse_2027.names import CEASES_ON, CLUSTER
from stories.overdragelse_2027.people import CAST
from stories.randers_2020_efteraar import names as randers
from stories.story import Step
from stories.telling import moment, sitting

ITEM, HAND_OVER = "overdragelse", "overdrage"
EXAMPLE = "Opdigtet eksempel: "


def law(paper: str) -> Cited[Text]:
    """◇ The Act as the example has it: what it is called and the day it was passed are [unverified]."""
    return Cited(who="Folketinget", on=DateNotStated(), words="Loven om sundhedsråd", document=paper)


def end_decided(cluster: str, part: str, chair: str, paper: str, path: str, body: str) -> tuple[Step, ...]:
    """The paper, who decides to hand over, and the end."""
    day = "2026-11-10"
    filed: tuple[tuple[str, Command], ...] = (
        (
            paper,
            File(
                subject=f"{EXAMPLE}klyngen ophører med udgangen af 2026",
                direction=Direction.INTERNAL,
                dated=OnDay(day=day),
            ),
        ),
        (
            path,
            SetPath(
                subject="ophør og overdragelse",
                steps=(PathStep(step=HAND_OVER, body=body, binding=True),),
                source=law(paper),
            ),
        ),
    )
    end = DecideDissolution(
        ceases_on=CEASES_ON,
        basis=f"{EXAMPLE}klyngerne afløses af et sundhedsråd den 1. januar 2027.",
        source=law(paper),
        successors=(CLUSTER,),
    )
    clock = "09:00:00" if part == "secretary-aarhus" else "10:00:00"
    return (
        *sitting(part, day, clock, *filed),
        *sitting(chair, day, clock.replace("00:00", "30:00"), (cluster, end)),
    )


def last_meeting(meeting: str, minutes: str, body: str, part: str, chair: str, day: str, text: str) -> tuple[Step, ...]:
    """Called, held and minuted; its decision 1 is to hand over."""
    called = Call(
        body=body,
        form=Form.VIRTUAL,
        place="Virtuelt via linket i indkaldelsen",
        starts_at=f"{day}T12:00:00Z",
        ends_at=f"{day}T13:00:00Z",
    )
    item = AddItem(
        item=ITEM,
        number="1",
        title="Hvad der overdrages, og hvad der afsluttes",
        case=f"{EXAMPLE}alt, der er åbent, overdrages til sundhedsrådet eller afsluttes senest den 31. december 2026.",
    )
    decision = RecordDecision(item=ITEM, decision="1", outcome=Plain(outcome=PlainOutcome.DECIDED), text=text)

    def at(clock: str, command: Command, by: str = part, to: str = meeting, if_match: int | None = None) -> Step:
        return Step(at=moment(day, clock), by=by, to=to, command=command, if_match=if_match)

    return (
        at("08:00:00", called),
        at("08:01:00", item),
        at("13:00:00", Open(led_by=CAST[chair]), chair),
        at("13:02:00", TakeUpItem(item=ITEM), chair),
        at("13:30:00", decision),
        at("13:31:00", SettleItem(item=ITEM)),
        at("13:32:00", Adjourn(), chair),
        at("14:00:00", Draft(meeting=meeting, texts=(ItemText(item=ITEM, text=text),)), to=minutes),
        at("14:01:00", Circulate(answer_by=day), to=minutes),
        at("15:00:00", Publish(), chair, minutes, if_match=3),
    )


ENDED = (
    *end_decided(
        aarhus.CLUSTER, "secretary-aarhus", "chair-aarhus", names.AARHUS_PAPER, names.AARHUS_PATH, aarhus.POLITICAL
    ),
    *end_decided(
        randers.CLUSTER, "secretary-randers", "chair-randers", names.RANDERS_PAPER, names.RANDERS_PATH, randers.STEERING
    ),
)
MET = (
    *last_meeting(
        names.AARHUS_DIRECTORS,
        names.AARHUS_DIRECTORS_MINUTES,
        aarhus.DIRECTORS,
        "secretary-aarhus",
        "director-aarhus",
        "2026-12-15",
        "Klyngemidlerne opgøres, og det, der er tilbage, overdrages til sundhedsrådet.",
    ),
    *last_meeting(
        names.AARHUS_LAST,
        names.AARHUS_MINUTES,
        aarhus.POLITICAL,
        "secretary-aarhus",
        "chair-aarhus",
        "2026-12-16",
        "Henvendelser, opgaver, handleplanen og dens indsatser overdrages til sundhedsrådet. "
        "Aftalerne bliver hos parterne, og rådet følger dem.",
    ),
    *last_meeting(
        names.RANDERS_LAST,
        names.RANDERS_MINUTES,
        randers.STEERING,
        "secretary-randers",
        "chair-randers",
        "2026-12-17",
        "Henvendelser, forudsætningen om Alliancen og indsatsen om selvskade overdrages til sundhedsrådet. "
        "Opgaver om navne til grupper, der nedlægges, bortfalder.",
    ),
)
