"""2 April 2024: the meeting is called, with its three items, recommendations and attachments (row m1)."""

from domain.decided import Taken
from domain.meeting.agenda import AddItem, AddRecommendation, Asks, Attach
from domain.meeting.call import Call, Form
from stories.lillebaelt_2024_04_09.cast import CAST
from stories.lillebaelt_2024_04_09.names import MEETING, POLITICAL_2023, PROPOSALS_REFERRED, STRATEGIC
from stories.telling import sitting

# 004.1: virtual, the link in the invitation; three items with their times.
CALLED = Call(
    body=STRATEGIC,
    form=Form.VIRTUAL,
    place="Virtuelt via linket i indkaldelsen",
    starts_at="2024-04-09T16:00:00Z",
    ends_at="2024-04-09T17:00:00Z",
)
# 004.2. The paper names who welcomes; that it is the regional co-chair is worked out (◇).
WELCOME = AddItem(
    item="velkomst",
    number="1",
    title="Velkomst",
    presenters=(CAST["co-chair-region"],),
    from_at="2024-04-09T16:00:00Z",
    to_at="2024-04-09T16:05:00Z",
)
# 004.3
MIDDELFART = AddItem(
    item="middelfart",
    number="2",
    title="Middelfart-projektet",
    summary=(
        "Klyngemidler har betalt for en længere prøveperiode, og erfaringerne er samlet. "
        "Nu skal niveauet beslutte, hvordan arbejdet går videre, og hvad politisk niveau skal have."
    ),
    case=(
        "Projektet begyndte som et samarbejde mellem Sygehus Lillebælts akutmodtagelse, almen praksis i Middelfart "
        "og kommunens akutsygepleje. Den længere prøveperiode skal vise, om der bliver færre indlæggelser og "
        "genindlæggelser. Den udvidede rammedelegation er samtidig prøvet i lille skala. "
        "Politisk niveau besluttede den 7. juni 2023, at projektet evalueres. Evalueringen kan vise, om andre "
        "kommuner i klyngen skal bruge modellen. Erfaringerne står i et notat. "
        "Sagen skal på politisk niveaus møde den 26. april 2024."
    ),
    from_at="2024-04-09T16:05:00Z",
    to_at="2024-04-09T16:30:00Z",
    based_on=(Taken(meeting=POLITICAL_2023, decision="1"),),
)
# 004.6, 004.7, 004.8: every amount is the paper's own »cirka«.
FUNDS = AddItem(
    item="klyngemidler",
    number="3",
    title="Initiativer for klyngemidlerne",
    summary=(
        "Der er stadig klyngemidler, som parterne kan blive enige om at bruge. "
        "Niveauet skal anbefale, hvad politisk niveau skal vælge imellem den 26. april 2024."
    ),
    case=(
        "Klyngen fik cirka 8 mio. kr. for 2022 og 2023. Cirka 4,7 mio. kr. er øremærket til 3 initiativer, hvis "
        "politisk niveau beslutter det den 26. april 2024. Cirka 3,5 mio. kr. er ikke øremærket. "
        "Koordinerende niveau lægger 8 forslag frem. De fleste er prioriteret dér; nogle få kom senere, fordi fristen "
        "var kort. Midlerne går til udvikling og afprøvning, ikke til drift, og de må støtte den nye sundhedsaftale. "
        "Der er endnu kun retning og formål, ingen overslag. Budgetter laves for det, politisk niveau vælger, og "
        "kommer tilbage hertil, før de godkendes endeligt."
    ),
    from_at="2024-04-09T16:30:00Z",
    to_at="2024-04-09T17:00:00Z",
    answers_referral=PROPOSALS_REFERRED,
)


def recommended(item: str, number: str, asks: Asks, text: str) -> tuple[str, AddRecommendation]:
    """A recommendation to the strategic level."""
    return MEETING, AddRecommendation(item=item, recommendation=number, asks=asks, text=text, to_body=STRATEGIC)


def attached(item: str, attachment: str, name: str) -> tuple[str, Attach]:
    """A paper named in the agenda, whose bytes are not held here."""
    return MEETING, Attach(item=item, attachment=attachment, name=name)


AGENDA = sitting(
    "secretary",
    "2024-04-02",
    "10:00:00",
    (MEETING, CALLED),
    (MEETING, WELCOME),
    (MEETING, MIDDELFART),
    recommended("middelfart", "1", Asks.DISCUSS, "Hvordan de øvrige kommuner kan bruge erfaringerne fra Middelfart."),
    recommended("middelfart", "2", Asks.DECIDE, "Hvordan erfaringerne og modellen indstilles til politisk niveau."),
    attached("middelfart", "notat", "Notat om Middelfart-projektet"),
    attached("middelfart", "projektbeskrivelse", "Projektbeskrivelse og rammedelegation"),
    (MEETING, FUNDS),
    recommended("klyngemidler", "1", Asks.DISCUSS, "Anbefalingerne fra koordinerende niveau."),
    recommended("klyngemidler", "2", Asks.DECIDE, "Hvilke initiativer der indstilles til politisk niveau."),
    attached("klyngemidler", "forslag", "Forslag til klyngemidler"),
    attached("klyngemidler", "status", "Klyngemidler: status og overblik, 8. marts 2024"),
)
