"""Sundhedsklynge Midt, political level, 24 May 2023: source 001 as dated commands.

A file each: names, people, cast (bodies and seats), papers (what is known from the paper) with orders (the plan and its
model), agenda (the invitation), afternoon with theme, plan, patients and rest (the items), minutes (afterwards) with
delivered (◇ initiative 10 until Christmas). What no source tells is marked ◇. Fact ids (001.x) stand beside the steps.
"""

from stories.midt_2023_05_24.afternoon import AFTERNOON
from stories.midt_2023_05_24.agenda import AGENDA, APOLOGIES
from stories.midt_2023_05_24.cast import MIDT
from stories.midt_2023_05_24.minutes import AFTER
from stories.midt_2023_05_24.names import MEETING
from stories.midt_2023_05_24.papers import PAPERS
from stories.midt_2023_05_24.people import CAST, SIGN_INS
from stories.story import Story
from stories.telling import entered

STORY = Story(
    name="midt-2023-05-24",
    title="Sundhedsklynge Midt: politisk niveau den 24. maj 2023",
    cluster="midt",
    meeting=MEETING,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=(*entered(MIDT, "2023-05-02", "2023-05-03"), *PAPERS, *AGENDA, *APOLOGIES),
    evening=AFTERNOON,
    after=AFTER,
)
