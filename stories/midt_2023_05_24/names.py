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
IN_APRIL = "midt/meeting/2023-04-17-directors"
MEETING = "midt/meeting/2023-05-24-political"
MINUTES = "midt/minutes/2023-05-24-political"

INITIATIVE_10 = "midt/referral/indsats-10"
PATIENTS_TALK = "midt/referral/dialog-med-patienterne"
JOINT_PURCHASING = "midt/referral/faelles-indkoeb"

CONFIRMATIONS = "midt/action/ordrebekraeftelser"
EMERGENCY_PLAN_FOLLOWED = "midt/action/foelge-akutplanen"
YEARLY_MEETING = "midt/action/aarligt-patientmoede"

THE_24TH = OnDay(day="2023-05-24", words="dagens møde")
"""What was promised for in March."""


def today(clock: str, command: Command, to: str = MEETING, by: str = "secretary") -> Step:
    """A step of the meeting on 24 May 2023."""
    return Step(at=moment("2023-05-24", clock), by=by, to=to, command=command)
