"""9 April 2024, 18.00 to 19.00: the meeting opens, item 1, a death, items 2 and 3, the end.

The paper tells nothing of who attended, so nobody takes a seat here (row m1).
"""

from domain.meeting.call import Adjourn, Open
from domain.meeting.discussion import RecordPoint
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.person import RecordDeath
from domain.points import Remark, Sort
from stories.lillebaelt_2024_04_09.cast import CAST
from stories.lillebaelt_2024_04_09.funds import FUNDS
from stories.lillebaelt_2024_04_09.middelfart import MIDDELFART
from stories.lillebaelt_2024_04_09.names import tonight


def informed(text: str) -> RecordPoint:
    """Information at item 1; the paper's speakers are persons, and persons do not stand in points."""
    return RecordPoint(item="velkomst", point=Remark(sort=Sort.INFORMATION, text=text))


WELCOME = (
    tonight("18:00:00", Open(led_by=CAST["co-chair-region"]), by="co-chair-region"),  # m1
    tonight("18:00:20", TakeUpItem(item="velkomst"), by="co-chair-region"),
    # m2 · 004.2
    tonight("18:01:00", informed("Medformanden bød velkommen.")),
    tonight(
        "18:02:30",
        informed("Et medlem er afgået ved døden. Medlemmet repræsenterede regionens patient- og pårørenderåd."),
    ),
    tonight("18:04:00", SettleItem(item="velkomst")),
    # m3 · 004.2: the seat is vacant from now on.
    tonight("18:04:30", RecordDeath(detail="Meddelt på mødet den 9. april 2024."), to=CAST["patients"]),
)
# m19
END = (
    tonight("18:59:20", SettleItem(item="klyngemidler")),
    tonight("19:00:00", Adjourn(), by="co-chair-region"),
)

EVENING = (*WELCOME, *MIDDELFART, *FUNDS, *END)
