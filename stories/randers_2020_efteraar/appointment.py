"""Item 4: two were to be appointed; one is, another becomes substitute, one seat stays open (003.5, domain-model §4.4)."""

from domain.appointing import Appoint, Cause, NameSubstitute, Vacate
from domain.meeting.agenda import AddItem, Asks
from domain.meeting.floor import SettleItem
from domain.outcomes import Appoints
from stories.randers_2020_efteraar.cast import PRIORITIES_COMMITTEE
from stories.randers_2020_efteraar.names import MEETING
from stories.randers_2020_efteraar.people import CAST
from stories.randers_2020_efteraar.said import Entry, decided, informed, recommended

ITEM = "prioriteringsudvalg"
SEATS = PRIORITIES_COMMITTEE.membership

APPOINTED: tuple[Entry, ...] = (
    (
        MEETING,
        AddItem(
            item=ITEM,
            number="4",
            title="To pladser i prioriteringsudvalget 2020",
            case=(
                "Folkesundhed i Midten giver penge til forskning og udvikling, som region og kommuner er fælles om. "
                "Bestyrelsen er sundhedsstyregruppen; dertil kommer et bedømmelsesudvalg og et prioriteringsudvalg, hvor "
                "hver klynge har to pladser. Sundhedschefen i Favrskov og omsorgschefen i Randers sidder der nu og vil "
                "begge ud. Sundhedschefen i Randers vil gerne ind."
            ),
        ),
    ),
    recommended(ITEM, Asks.APPOINT, "To repræsentanter for 2020."),
    informed(ITEM, "Sundhedschefen i Randers har meldt sig. Sundhedschefen i Favrskov vil gerne være suppleant."),
    decided(
        ITEM,
        "4.1",
        Appoints(filled=("plads-1",), open=("plads-2",)),
        "Sundhedschefen i Randers går ind i udvalget, og sundhedschefen i Favrskov er suppleant. En plads er åben.",
        Vacate(membership=SEATS, seat="plads-1", cause=Cause.LEFT),
        Vacate(membership=SEATS, seat="plads-2", cause=Cause.LEFT),
        Appoint(membership=SEATS, seat="plads-1", person=CAST["health-randers"]),
        # For which seat is not told, so for both.
        NameSubstitute(membership=SEATS, person=CAST["health-favrskov"], stands_for=("plads-1", "plads-2")),
        answers=("1",),
    ),
    (MEETING, SettleItem(item=ITEM)),
)
