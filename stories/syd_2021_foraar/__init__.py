"""Klynge Syd's status on the health agreement, spring 2021: source 000, entered from a report that tells of no meeting.

A file each: names, people, cast (bodies and seats), papers (the report and its gaps), bodies (how they work, what they
decided), guideposts, initiatives, follow_up, money. What no source tells is marked ◇. Fact ids (000.x) stand beside the steps.
"""

from stories.story import Story
from stories.syd_2021_foraar.bodies import HABITS, ONE_AT_A_TIME, POLITICAL_DECIDED, STEERING_DECIDED
from stories.syd_2021_foraar.cast import SYD
from stories.syd_2021_foraar.follow_up import FOLLOWED_UP
from stories.syd_2021_foraar.guideposts import PLAN
from stories.syd_2021_foraar.initiatives import LISTED
from stories.syd_2021_foraar.money import KEY_AGREED, MODEL, SHARED
from stories.syd_2021_foraar.names import MEETING
from stories.syd_2021_foraar.papers import CLAIMS, FILED
from stories.syd_2021_foraar.people import CAST, SIGN_INS
from stories.telling import entered, sitting

STORY = Story(
    name="syd-2021-foraar",
    title="Klynge Syd: status på sundhedsaftalen i foråret 2021",
    cluster="syd",
    meeting=MEETING,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=(
        *entered(SYD, "2021-06-01", "2021-06-02"),
        *sitting("secretary", "2021-06-03", "09:00:00", *FILED, *CLAIMS, *HABITS),
        *sitting("co-chair-hospital", "2021-06-03", "11:00:00", *ONE_AT_A_TIME),
        *sitting("secretary", "2021-06-03", "12:00:00", *PLAN, *LISTED),
        *sitting("secretary", "2021-06-04", "09:00:00", *STEERING_DECIDED, *POLITICAL_DECIDED, *FOLLOWED_UP),
        *sitting("secretary", "2021-06-04", "11:00:00", *MODEL, *KEY_AGREED),
        *SHARED,
    ),
    evening=(),
    after=(),
)
