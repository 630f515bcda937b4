"""24 May 2023, 16.00 to 18.00: who attends, seven items, the end."""

from domain.meeting.attendance import TakeSeat
from domain.meeting.call import Adjourn, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.sending import AdoptAgenda
from domain.outcomes import Plain, PlainOutcome
from stories.midt_2023_05_24.cast import POLITICAL_LEVEL
from stories.midt_2023_05_24.names import MEETING, today
from stories.midt_2023_05_24.patients import PATIENTS
from stories.midt_2023_05_24.people import CAST
from stories.midt_2023_05_24.plan import INITIATIVE, PLAN
from stories.midt_2023_05_24.rest import EMERGENCY_PLAN, OTHER
from stories.midt_2023_05_24.theme import THEME
from stories.story import Step
from stories.telling import moment

EXCUSED = ("observer-aalborg", "secretary-jammerbugt")
INSTEAD = {"health-chair": "health-replacement"}
"""001.6: sent by the deputy, who is appointed for the chair."""


def attendance() -> tuple[Step, ...]:
    """Everybody on their seat, three seconds apart (001.3–001.6)."""
    seated = {"sekretariat-aalborg": "secretary", **POLITICAL_LEVEL.seated}
    present = {seat: INSTEAD.get(part, part) for seat, part in seated.items() if part not in EXCUSED}
    return tuple(
        Step(
            at=moment("2023-05-24", f"16:{second // 60:02}:{second % 60:02}"),
            by="secretary",
            to=MEETING,
            command=TakeSeat(seat=seat, person=CAST[part]),
        )
        for second, (seat, part) in zip(range(3, 180, 3), present.items(), strict=False)
    )


# 001.9
AGENDA = (
    today("16:01:30", TakeUpItem(item="dagsorden"), by="co-chair-region"),
    today(
        "16:02:00",
        RecordDecision(
            item="dagsorden",
            decision="1.1",
            outcome=Plain(outcome=PlainOutcome.NO_REMARKS),
            text="Der var intet at bemærke til dagsordenen.",
        ),
    ),
    today("16:02:10", AdoptAgenda(text="Ingen bemærkninger."), by="co-chair-region"),
    today("16:02:20", SettleItem(item="dagsorden"), by="co-chair-region"),
)

AFTERNOON = (
    today("16:00:00", Open(led_by=CAST["co-chair-region"]), by="co-chair-region"),
    *attendance(),
    *AGENDA,
    *THEME,
    *PLAN,
    *INITIATIVE,
    *PATIENTS,
    *EMERGENCY_PLAN,
    *OTHER,
    today("18:00:00", Adjourn(), by="co-chair-region"),
)
