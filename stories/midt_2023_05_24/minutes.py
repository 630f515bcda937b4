"""After the meeting: the minutes, a note added to them, the year's duty done, and what became of initiative 10 (001.17, 001.15).

◇ When they were drafted, heard and published is not told; the note is. Nor is told who approved: here both co-chairs do.
"""

from domain.action import Reply
from domain.claims import DateNotStated, Span, Within
from domain.decided import Cited
from domain.effects import ByBody
from domain.fund import NoteNoGrant, Open
from domain.kernel import Command
from domain.minutes.draft import Circulate, Draft, ItemText
from domain.minutes.hearing import Approve
from domain.minutes.publication import AddNote, Publish
from stories.midt_2023_05_24.delivered import CONFIRMED, DELIVERED
from stories.midt_2023_05_24.names import (
    CONFIRMATIONS,
    FUND,
    MEETING,
    MINUTES,
    PAPER,
    POLITICAL,
    WORKING_GROUPS,
    YEARLY_MEETING,
)
from stories.reported import booked
from stories.story import Step
from stories.telling import moment

TEXTS = (
    ItemText(item="dagsorden", text="Der var intet at bemærke."),
    ItemText(
        item="ips", text="Efter et oplæg blev erfaringerne drøftet, både målgruppens bredde og behovet for behandling."
    ),
    ItemText(item="handleplan", text="Styringsmodellen blev gennemgået, og indsatserne er i gang."),
    ItemText(
        item="indsats-10",
        text="Indsatsen blev præsenteret. Målgruppen og de fem dele har opbakning, og der skal følges målrettet op.",
    ),
    ItemText(
        item="patienter",
        text="Patienternes repræsentanter holdt oplæg. Fælles indkøb løftes til sundhedssamarbejdsudvalget.",
    ),
    ItemText(item="akutplan", text="Tre emner fra akutplanen blev drøftet, og klyngen følger dem fremover."),
    ItemText(item="eventuelt", text="Midler til klyngen, og det svære i overgangene mellem sektorerne."),
)


def step(day: str, clock: str, command: Command, by: str = "secretary", if_match: int | None = None) -> Step:
    """Something that happens to the minutes."""
    return Step(at=moment(day, clock), by=by, to=MINUTES, command=command, if_match=if_match)


# 001.17: what the note says of money. ◇ That the cluster keeps a fund on record; no amount is told, and none is posted.
NO_GRANT = booked(
    "secretary",
    "2023-05-31",
    "09:10:00",
    FUND,
    0,
    Open(name="Klyngemidler"),
    NoteNoGrant(
        year=2024,
        source=Cited(
            who="Økonomiaftalernes parter",
            on=DateNotStated(),
            words="Ingen midler til klyngerne i 2024",
            document=PAPER,
        ),
    ),
)

AFTER = (
    step("2023-05-26", "10:00:00", Draft(meeting=MEETING, texts=TEXTS)),
    step("2023-05-26", "10:05:00", Circulate(answer_by="2023-06-02")),
    Step(
        at=moment("2023-05-26", "10:10:00"),
        by="secretary",
        to=YEARLY_MEETING,
        command=Reply(
            debtor=ByBody(body=POLITICAL),
            text="Mødet med patienternes repræsentanter blev holdt den 24. maj 2023.",
            occurrence="2023",
        ),
    ),
    # 001.17: said apart from what the meeting said.
    step(
        "2023-05-31",
        "09:00:00",
        AddNote(
            item="eventuelt",
            text="Økonomiaftalerne er nu på plads. Der er ingen midler til klyngerne i 2024.",
            when=Within(earliest="2023-05-25", latest="2023-05-31", span=Span.DAYS, words="efter mødet"),
        ),
    ),
    *NO_GRANT,
    step("2023-06-01", "09:00:00", Approve(revision=1), "co-chair-aalborg", if_match=10),
    step("2023-06-02", "12:00:00", Approve(revision=1), "co-chair-region", if_match=11),
    step("2023-06-02", "12:05:00", Publish(), "co-chair-region", if_match=12),
    CONFIRMED,
    # ◇ That they came in time is not told; the groups reported in the middle of June, as 001.13 expects.
    Step(
        at=moment("2023-06-15", "09:00:00"),
        by="secretary",
        to=CONFIRMATIONS,
        command=Reply(
            debtor=ByBody(body=WORKING_GROUPS),
            text="Grupperne har sendt deres bekræftelser til chefforum.",
        ),
    ),
    *DELIVERED,
)
