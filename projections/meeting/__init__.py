"""One meeting as its participants see it: agenda, floor, recommendations beside decisions, positions, what is said.

Topic `{scope}/meeting/{name}`. Keys: `stream`, `meeting`, `agenda`, `item/{item}`, `item/{item}/note/{sort}`,
`item/{item}/basis/{n}`, `item/{item}/recommendation/{n}`, `item/{item}/decision/{n}` and under it `remark/{i}`, `basis/{n}`,
`dissent/{seat}`, `correction/{position}`, `item/{item}/question/{q}`, `item/{item}/point/{position}`,
`item/{item}/attachment/{a}`, `item/{item}/guest/{person}`, `guest/{person}`, `seat/{seat}`, `left/{seat}/{person}`,
`apology/{person}`, `said/{n}`.
"""

from domain.meeting import MEETING
from projections.meeting.fold import evolve
from projections.meeting.rows import Row, Shown
from projections.meeting.show import show
from projections.view import View

MEETING_VIEW = View(
    name="meeting",
    version=12,
    row=Row,
    shown=Shown,
    folds=frozenset(MEETING.events),
    evolve=evolve,
    show=show,
    closes=True,
)
