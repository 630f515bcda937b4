"""Names of this story's streams, and how its steps are dated."""

from datetime import datetime

from domain.claims import OnDay
from domain.dates import COPENHAGEN, Day
from domain.kernel import Command
from stories.story import Step

CLUSTER = "lillebaelt/cluster/lillebaelt"
POLITICAL = "lillebaelt/body/political"
STRATEGIC = "lillebaelt/body/strategic"
COORDINATING = "lillebaelt/body/coordinating"

JOINT_FUNDS = "lillebaelt/mandate/joint-funds"
PAPER = "lillebaelt/document/referat-2024-04-09"
FUND = "lillebaelt/fund/klyngemidler"
MIDDELFART_PROJECT = "lillebaelt/initiative/middelfart"

POLITICAL_2023 = "lillebaelt/meeting/2023-06-07-political"
MEETING = "lillebaelt/meeting/2024-04-09-strategic"
POLITICAL_2024 = "lillebaelt/meeting/2024-04-26-political"

TRAINING_FOR_LIFE = "lillebaelt/proposal/traening-for-livet"
STRENGTH_TRAINING = "lillebaelt/proposal/haard-styrketraening"
COERCION = "lillebaelt/proposal/tvang"
ASSESSMENT_KOLDING = "lillebaelt/proposal/udredning-kolding"
TRAINING = "lillebaelt/proposal/traening"
COERCION_AND_VIOLENCE = "lillebaelt/proposal/tvang-og-vold"
ACUTE = "lillebaelt/proposal/akut"

PROPOSALS_REFERRED = "lillebaelt/referral/forslag"
MIDDELFART_REFERRED = "lillebaelt/referral/middelfart-til-politisk"
THEMES_REFERRED = "lillebaelt/referral/temaer-til-politisk"

EARMARKS_CONDITION = "lillebaelt/condition/c1"
THEMES_CONDITION = "lillebaelt/condition/c2"

COST_ANNEX = "lillebaelt/action/udgiftsbilag"
PROJECT_DESCRIPTIONS = "lillebaelt/action/projektbeskrivelser"

THE_26TH = OnDay(day="2024-04-26", words="26. april 2024")
"""When the political level meets next."""


def moment(day: Day, clock: str) -> str:
    """A wall-clock time in Denmark with its offset, which moves on the last Sunday of March."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=COPENHAGEN).isoformat()


def sitting(by: str, day: Day, clock: str, *commands: tuple[str, Command]) -> tuple[Step, ...]:
    """What one person enters in one sitting, a minute apart: `(stream, command)` each."""
    start = datetime.fromisoformat(f"{day}T{clock}")
    return tuple(
        Step(
            at=start.replace(hour=start.hour + minute // 60, minute=minute % 60, tzinfo=COPENHAGEN).isoformat(),
            by=by,
            to=to,
            command=command,
        )
        for minute, (to, command) in enumerate(commands, start.minute)
    )


def tonight(clock: str, command: Command, to: str = MEETING, by: str = "secretary") -> Step:
    """A step of the meeting on 9 April 2024."""
    return Step(at=moment("2024-04-09", clock), by=by, to=to, command=command)
