"""Items 6 and 7, 17.40 to 18.00: the emergency plan and any other business (001.16, 001.17)."""

from domain.effects import Assign, ByBody
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.occurrences import Recurs
from domain.outcomes import PlainOutcome
from domain.points import Sort
from stories.midt_2023_05_24.names import EMERGENCY_PLAN_FOLLOWED, POLITICAL, today
from stories.midt_2023_05_24.said import decided, informed, point

EMERGENCY, OTHER_BUSINESS = "akutplan", "eventuelt"

EMERGENCY_PLAN = (
    today("17:40:00", TakeUpItem(item=EMERGENCY), by="co-chair-region"),
    today("17:43:00", informed(EMERGENCY, "Regionens direktør gennemgik planens opgaver på tværs af sektorerne.")),
    today(
        "17:49:00",
        decided(
            EMERGENCY,
            "6.1",
            PlainOutcome.DISCUSSED,
            "Tre emner er drøftet: dosispakket medicin, læger på plejehjem og dage for færdigbehandlede.",
            answers=("1",),
        ),
    ),
    today(
        "17:51:00",
        decided(
            EMERGENCY,
            "6.2",
            PlainOutcome.AGREED,
            "Klyngen følger de tre emner fremover.",
            Assign(
                action=EMERGENCY_PLAN_FOLLOWED,
                what="følge dosispakket medicin, læger på plejehjem og dage for færdigbehandlede.",
                owed_by=(ByBody(body=POLITICAL),),
                report_to=POLITICAL,
                recurs=Recurs.EVERY_MEETING,
            ),
        ),
    ),
    today("17:52:00", SettleItem(item=EMERGENCY), by="co-chair-region"),
)
OTHER = (
    today("17:52:30", TakeUpItem(item=OTHER_BUSINESS), by="co-chair-region"),
    today(
        "17:53:30",
        informed(
            OTHER_BUSINESS,
            "Økonomiaftalerne forhandles lige nu, og det er sagt, at klyngerne har brug for midler, der bliver ved.",
        ),
    ),
    today(
        "17:55:00",
        point(
            OTHER_BUSINESS,
            Sort.WISH,
            "Hør sygehuse, kommuner og PLO om det, der er svært i overgangene; måske som et tema hvert år.",
        ),
    ),
    today(
        "17:57:00",
        point(
            OTHER_BUSINESS,
            Sort.CALL,
            "Tag det svære i overgangene med ind i klyngen. Her er de rette rammer til at løse det.",
        ),
    ),
    today("17:59:00", SettleItem(item=OTHER_BUSINESS), by="co-chair-region"),
)
