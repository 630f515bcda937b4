"""Names of this story's streams, and how its steps are dated."""

from domain.claims import OnDay
from domain.kernel import Command
from stories.story import Step
from stories.telling import moment

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
MINUTES = "lillebaelt/minutes/2024-04-09-strategic"
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


def tonight(clock: str, command: Command, to: str = MEETING, by: str = "secretary") -> Step:
    """A step of the meeting on 9 April 2024."""
    return Step(at=moment("2024-04-09", clock), by=by, to=to, command=command)
