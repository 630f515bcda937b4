"""Item 2, 16.03 to 16.40: the theme, and what was talked about (001.10)."""

from domain.meeting.floor import SettleItem, TakeUpItem
from domain.meeting.guests import AdmitGuest
from domain.outcomes import PlainOutcome
from stories.midt_2023_05_24.names import today
from stories.midt_2023_05_24.people import CAST
from stories.midt_2023_05_24.said import decided, informed

ITEM = "ips"

THEME = (
    today("16:03:00", TakeUpItem(item=ITEM), by="co-chair-region"),
    today("16:03:20", AdmitGuest(person=CAST["expert-education"], item=ITEM)),
    today("16:03:30", AdmitGuest(person=CAST["expert-ips"], item=ITEM)),
    today(
        "16:12:00",
        informed(ITEM, "Oplægget viste stort potentiale for de 15–17-årige. De første erfaringer med metoden er gode."),
    ),
    today("16:20:00", informed(ITEM, "De unge er sværere at hjælpe end de voksne, og arbejdet tager længere tid.")),
    today(
        "16:38:00",
        decided(
            ITEM,
            "2.1",
            PlainOutcome.DISCUSSED,
            "Drøftet: Kan målgruppen blive endnu bredere? Og ændrer et forløb de unges behov for behandling i psykiatrien?",
            answers=("1",),
        ),
    ),
    today("16:39:30", SettleItem(item=ITEM), by="co-chair-region"),
)
