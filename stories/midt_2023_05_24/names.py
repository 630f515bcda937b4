"""Names of this story's streams, and how its steps are dated."""

from domain.claims import OnDay
from domain.kernel import Command
from stories.story import Step
from stories.telling import moment

CLUSTER = "midt/cluster/midt"
POLITICAL = "midt/body/political"
DIRECTORS = "midt/body/directors"
CHIEFS = "midt/body/chiefs"
WORKING_GROUPS = "midt/body/arbejdsgrupper"
COOPERATION_COMMITTEE = "nordjylland/body/sundhedssamarbejdsudvalget"

PAPER = "midt/document/referat-2023-05-24"

IN_MARCH = "midt/meeting/2023-03-13-political"
GOVERNANCE = "midt/meeting/2023-directors-handleplan"
IN_APRIL = "midt/meeting/2023-04-17-directors"
MEETING = "midt/meeting/2023-05-24-political"
MINUTES = "midt/minutes/2023-05-24-political"

ORDER_PATH = "midt/mandate/action-plan"
CONFIRMATION_PATH = "midt/mandate/initiative-confirmation"
DEVIATION_PATH = "midt/mandate/initiative-deviation"
ACTION_PLAN = "midt/plan/handleplan-2023"
TEN = "midt/initiative/10"
FUND = "midt/fund/klyngemidler"

INITIATIVE_10 = "midt/referral/2023-03-13-political-10"
"""The item that is promised where initiative 10 is given its remarks."""
PATIENTS_TALK = "midt/referral/dialog-med-patienterne"
JOINT_PURCHASING = "midt/referral/faelles-indkoeb"

CONFIRMATIONS = "midt/action/ordrebekraeftelser"
EMERGENCY_PLAN_FOLLOWED = "midt/action/foelge-akutplanen"
YEARLY_MEETING = "midt/action/aarligt-patientmoede"

THE_24TH = OnDay(day="2023-05-24", words="dagens møde")
"""What was promised for in March."""


def initiative(number: int) -> str:
    """One of the fifteen, by its number in the plan."""
    return f"midt/initiative/{number}"


def today(clock: str, command: Command, to: str = MEETING, by: str = "secretary") -> Step:
    """A step of the meeting on 24 May 2023."""
    return Step(at=moment("2023-05-24", clock), by=by, to=to, command=command)
