"""The steering group of Randersklyngen, autumn 2020: source 003, entered afterwards from a paper without a header.

A file each: names, people, cast (bodies and seats), papers (the document and its gaps), psychiatry (items 1–3),
appointment (4), agreements (5, 6) and rest (7–9); region (the agreements that the items speak of) and indicators. What no
source tells is marked ◇. Fact ids (003.x) stand beside the steps.
"""

from stories.randers_2020_efteraar.agreements import AIDS_ON_LOAN, IV_NEAR_HOME
from stories.randers_2020_efteraar.appointment import APPOINTED
from stories.randers_2020_efteraar.cast import RANDERS_CLUSTER
from stories.randers_2020_efteraar.indicators import COLOURS, HEART_FIGURES, OCCUPANCY_DEFINED
from stories.randers_2020_efteraar.names import MEETING
from stories.randers_2020_efteraar.papers import CLAIMS, FILED
from stories.randers_2020_efteraar.people import CAST, SIGN_INS
from stories.randers_2020_efteraar.psychiatry import ALLIANCE_STATUS, SELF_HARM_DECIDED, SIX_AREAS
from stories.randers_2020_efteraar.region import (
    IV_BEFORE,
    IV_IN_FORCE,
    ORGANS,
    REGIONS_SECRETARY,
    TERMINATED,
    WHAT_HOLDS,
)
from stories.randers_2020_efteraar.rest import ANY_OTHER_BUSINESS, FIRST_REPORT, HEART_REPORT, LEARNT
from stories.story import Story
from stories.telling import entered, sitting

STORY = Story(
    name="randers-2020-efteraar",
    title="Randersklyngen: klyngestyregruppen i efteråret 2020",
    cluster="randers",
    meeting=MEETING,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=(
        *entered(RANDERS_CLUSTER, "2020-06-22", "2020-06-23"),
        *sitting("administrator", "2020-06-24", "09:00:00", *REGIONS_SECRETARY),
        *sitting("secretary", "2020-06-24", "10:00:00", *ORGANS),
        *sitting("secretary-region", "2020-06-24", "11:00:00", *WHAT_HOLDS),
        *sitting("secretary", "2020-10-01", "09:00:00", *FILED, *CLAIMS),
        *sitting("secretary", "2020-10-01", "10:00:00", *ALLIANCE_STATUS, *SELF_HARM_DECIDED, *SIX_AREAS),
        *sitting("secretary", "2020-10-01", "11:00:00", *APPOINTED, *AIDS_ON_LOAN, *IV_NEAR_HOME),
        *sitting("secretary", "2020-10-01", "12:00:00", *LEARNT, *HEART_REPORT, *ANY_OTHER_BUSINESS),
        *sitting("secretary", "2020-10-01", "13:00:00", IV_BEFORE, *HEART_FIGURES, *OCCUPANCY_DEFINED),
        *sitting("secretary-region", "2020-10-01", "14:00:00", *TERMINATED, *IV_IN_FORCE),
        *sitting("secretary", "2020-10-29", "10:00:00", FIRST_REPORT, *COLOURS),
    ),
    evening=(),
    after=(),
)
