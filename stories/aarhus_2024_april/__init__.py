"""Sundhedsklynge Aarhus' status on its action plan, April 2024: source 002, entered from a report.

A file each: names, people, cast (bodies and seats), papers (the report and its figures), told, themes, house and duties
(meetings and what came of them), initiatives, plan, agreements, money. What no source tells is marked ◇. Fact ids (002.x)
stand beside the steps.
"""

from stories.aarhus_2024_april.agreements import AGREED
from stories.aarhus_2024_april.cast import AARHUS_CLUSTER
from stories.aarhus_2024_april.duties import ACUTE_DECIDED, DUTIES, QUESTIONS, SPLIT
from stories.aarhus_2024_april.house import PLANNED, POLITICAL_2023, POLITICAL_2024
from stories.aarhus_2024_april.initiatives import LISTED
from stories.aarhus_2024_april.money import BOOKED
from stories.aarhus_2024_april.names import FOURTH
from stories.aarhus_2024_april.papers import CLAIMS, FILED
from stories.aarhus_2024_april.people import CAST, SIGN_INS
from stories.aarhus_2024_april.plan import DRAFTED, WORK
from stories.aarhus_2024_april.themes import IN_2022, POOL, THEMES
from stories.story import Story
from stories.telling import entered, sitting

STORY = Story(
    name="aarhus-2024-april",
    title="Sundhedsklynge Aarhus: status på handleplanen i april 2024",
    cluster="aarhus",
    meeting=FOURTH,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=(
        *entered(AARHUS_CLUSTER, "2024-04-28", "2024-04-29"),
        *sitting("secretary", "2024-04-30", "08:00:00", *FILED, *CLAIMS),
        *sitting("secretary", "2024-04-30", "10:00:00", *DRAFTED, *IN_2022, *THEMES, *POOL, *POLITICAL_2023, *PLANNED),
        *sitting("secretary", "2024-04-30", "11:30:00", *LISTED, *WORK),
        *sitting("secretary", "2024-04-30", "13:00:00", *POLITICAL_2024, *ACUTE_DECIDED, *QUESTIONS, *SPLIT, *DUTIES),
        *sitting("secretary", "2024-04-30", "14:00:00", *AGREED),
        *BOOKED,
    ),
    evening=(),
    after=(),
)
