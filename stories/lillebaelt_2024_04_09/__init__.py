"""Sundhedsklynge Lillebælt, professional-strategic level, 9 April 2024: source 004 as dated commands.

A file each: names, cast, before (March: parties, bodies, people), papers (what is known from paper), agenda (the
invitation), evening with middelfart and funds (items 2 and 3), minutes, after. What no source tells is marked ◇. Fact ids
(004.x) and rows of the worked case (a1–a9, m1–m19, n1) stand beside the steps.
"""

from stories.lillebaelt_2024_04_09.after import AFTER
from stories.lillebaelt_2024_04_09.before import BEFORE
from stories.lillebaelt_2024_04_09.cast import CAST, SIGN_INS
from stories.lillebaelt_2024_04_09.evening import EVENING
from stories.lillebaelt_2024_04_09.names import MEETING
from stories.story import Story

STORY = Story(
    name="lillebaelt-2024-04-09",
    title="Sundhedsklynge Lillebælt: fagligt strategisk niveau den 9. april 2024",
    cluster="lillebaelt",
    meeting=MEETING,
    cast=CAST,
    sign_ins=SIGN_INS,
    before=BEFORE,
    evening=EVENING,
    after=AFTER,
)
