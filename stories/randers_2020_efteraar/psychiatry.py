"""Items 1 to 3: the Alliance's initiatives, its request about self-harm, and psychiatry's six areas (003.2, 003.3, 003.4)."""

from domain.awaited import AnswerTo, DecisionBlocked, Extent, RecommendationsBlocked
from domain.claims import Span, Within
from domain.decided import Cited
from domain.effects import Hold, OpenCondition, Refer
from domain.initiative import List, Phase
from domain.meeting.agenda import AddItem, Asks
from domain.meeting.floor import SettleItem
from domain.outcomes import ApprovedConditionally, PlainOutcome
from domain.points import OfParty, Outside, Position, Remark, Sort, Stance
from domain.referral import Receive
from domain.way import Way
from stories.randers_2020_efteraar.names import (
    MEETING,
    PAPER,
    PARTIAL,
    SELF_HARM_IN,
    SELF_HARM_OUT,
    SELF_HARM_TRIAL,
    STEERING,
)
from stories.randers_2020_efteraar.people import NORDDJURS, RANDERS
from stories.randers_2020_efteraar.said import Entry, asked, attached, decided, informed, point, recommended

ALLIANCE = "Alliancen om den nære psykiatri, styregruppen"
STATUS, SELF_HARM, AREAS = "alliancen", "selvskade", "psykiatriplan"

# 003.2
ALLIANCE_ITEM = AddItem(
    item=STATUS,
    number="1",
    title="Alliancens initiativer i klyngen",
    case=(
        "Arbejdet lå stille under corona og skal nu i gang igen. Alliancens styregruppe fik en status den 26. juni 2020. "
        "1, forløb for børn og unge: forberedes, begynder sidst på året, først i Favrskov. "
        "2/4, overgangen til ungdomsuddannelse: et laboratorium forberedes til sommeren 2020, med resultat i skoleåret "
        "21/22. 6, samlede forløb: laboratorium 14 og 15 prøves af. 7, fælles visitation: godkendt og skal indføres. "
        "9, de udgående team: afklares med laboratorium 14 og bredes ud til alle 4 kommuner. "
        "10, it på tværs: under udvikling, med workshop 10. juni 2020 og et produkt efter sommerferien. "
        "11, selvskade: rapporten drøftes; den anbefaler noget på tre niveauer. Se punkt 2. "
        "KOSU og DASSOS bakker op om retningen."
    ),
)
ALLIANCE_STATUS: tuple[Entry, ...] = (
    (MEETING, ALLIANCE_ITEM),
    recommended(STATUS, Asks.DISCUSS, "Hvordan Alliancens initiativer får fokus og kommer videre."),
    attached(STATUS, "milepaelsplan", "Milepælsplan, juni 2020"),
    asked(STATUS, "q1", "Får arbejdet den rette prioritet, og er klyngen langt nok?"),
    asked(STATUS, "q2", "Står alle ledere bag?"),
    asked(STATUS, "q3", "Hvordan når det nye ud til dem, der møder borgerne?"),
    asked(STATUS, "q4", "Hvilke ledere i kommunerne har ansvaret sammen med psykiatriens afdelingsledelse?"),
    informed(STATUS, "Der er igen fremdrift i alle initiativer. Oversigten ligger som bilag."),
    # The text under »beslutning« is information; of the discussion it says nothing.
    decided(
        STATUS,
        "1.1",
        PlainOutcome.NOT_MINUTED,
        "Der er orienteret om fremdriften. Papiret siger ikke, om de fire spørgsmål blev drøftet.",
        answers=("1",),
    ),
    (MEETING, SettleItem(item=STATUS)),
)

# 003.3: nested and conditional recommendations, the positions of two of four, and a decision that waits.
SELF_HARM_ITEM = AddItem(
    item=SELF_HARM,
    number="2",
    title="Alliancens spørgsmål om selvskade",
    case=(
        "Tre afsendere skriver for Alliancens styregruppe. En arbejdsgruppe på tværs har anbefalet, hvordan selvskade kan "
        "forebygges og behandles bedre, og klyngerne inviteres til at prøve delene af. "
        "Alliancen vil have svar senest den 1. oktober."
    ),
    answers_referral=SELF_HARM_IN,
)
ASKED_FROM_OUTSIDE = Receive(
    to_body=STEERING,
    from_outside=ALLIANCE,
    question="Vil klyngen prøve delene om forebyggelse og behandling af selvskade af?",
    answer_by="2020-10-01",
    document=PAPER,
)
WITH_A_CONDITION = OpenCondition(
    condition=PARTIAL,
    awaits=AnswerTo(referral=SELF_HARM_OUT),
    blocks=(
        DecisionBlocked(meeting=MEETING, decision="2.1"),
        RecommendationsBlocked(meeting=MEETING, item=SELF_HARM, numbers=("1a", "1b", "1c")),
    ),
    words="Alliancen skal acceptere, at kun en del af klyngen er med.",
)
# What the cluster is asked to try; those two would be part of it.
TRIAL = List(title="Afprøvning af delene om selvskade", by=(RANDERS, NORDDJURS), phase=Phase.TRIAL, document=PAPER)
SELF_HARM_DECIDED: tuple[Entry, ...] = (
    (SELF_HARM_IN, ASKED_FROM_OUTSIDE),
    (SELF_HARM_TRIAL, TRIAL),
    (MEETING, SELF_HARM_ITEM),
    recommended(SELF_HARM, Asks.DECIDE, "Om klyngen vil prøve delene om selvskade af."),
    recommended(
        SELF_HARM,
        Asks.DECIDE,
        "Hvordan klyngen skaffer borgerforløb, hvem der betaler, og hvem der arbejder videre.",
        "1a",
        "1",
    ),
    recommended(
        SELF_HARM,
        Asks.DECIDE,
        "At en arbejdsgruppe til næste møde skriver om mulighederne og om, hvad folk skal lære.",
        "1b",
        "1",
    ),
    recommended(
        SELF_HARM,
        Asks.DECIDE,
        "Hvordan kommunerne samarbejder om del 1, en kommunal taskforce.",
        "1c",
        "1",
    ),
    attached(SELF_HARM, "samarbejde", "Samarbejdet om forebyggelse og behandling"),
    attached(SELF_HARM, "adfaerd", "Arbejdsgruppens rapport"),
    # Favrskov and Syddjurs are silent in the paper.
    point(SELF_HARM, Position(who=OfParty(party=RANDERS), stance=Stance.WISHES, text="At være med.")),
    point(SELF_HARM, Position(who=OfParty(party=NORDDJURS), stance=Stance.WISHES, text="At være med.")),
    decided(
        SELF_HARM,
        "2.1",
        ApprovedConditionally(parties=(RANDERS, NORDDJURS)),
        "Randers og Norddjurs vil være med, hvis Alliancen går med til, at kun en del af klyngen deltager. "
        "Det skal afklares.",
        Refer(
            referral=SELF_HARM_OUT,
            to_outside=ALLIANCE,
            direction=Way.OUT,
            in_reply_to=SELF_HARM_IN,
            question="Kan klyngen være med, når det kun er Randers og Norddjurs?",
        ),
        WITH_A_CONDITION,
        answers=("1",),
        waits_for=(PARTIAL,),
    ),
    decided(
        SELF_HARM,
        "2.2",
        PlainOutcome.DECIDED,
        "Der planlægges ikke mere, før svaret er kommet.",
        Hold(initiative=SELF_HARM_TRIAL, condition=PARTIAL, extent=Extent.PLANNING),
    ),
    (MEETING, SettleItem(item=SELF_HARM)),
)

# 003.4
AREAS_ITEM = AddItem(
    item=AREAS,
    number="3",
    title="Psykiatriens seks områder, og finanslovens midler til bosteder og selvskade",
    case=(
        "Psykiatrien har valgt seks områder: inddragelse, forløb i sygehuset, de sværest syge, det nære på tværs, "
        "udvikling med Aarhus som centrum, og arbejdspladsen. Hvert område har et mål for 2024 og indikatorer. "
        "Tre spor går på tværs: det digitale, en kultur for forbedring, og ledelse. "
        "Konkrete indsatser for 2020 er psykiatriens årsplan. Flere af dem får betydning på tværs af sektorer."
    ),
    based_on=(
        Cited(
            who="Region Midtjylland",
            on=Within(earliest="2017-01-01", latest="2017-12-31", span=Span.YEAR, words="2017"),
            words="Psykiatriplanen",
        ),
    ),
)
SIX_AREAS: tuple[Entry, ...] = (
    (MEETING, AREAS_ITEM),
    recommended(AREAS, Asks.NOTE, "Orienteringen."),
    # The paper says that the Alliance told of psychiatry's plan.
    point(
        AREAS,
        Remark(
            sort=Sort.INFORMATION,
            who=Outside(organisation="Alliancen om den nære psykiatri"),
            text="Forskningen bliver stærkere og får hovedsæde i Aarhus. Planen varer til 2024.",
        ),
    ),
    decided(
        AREAS,
        "3.1",
        PlainOutcome.NOT_MINUTED,
        "Der er orienteret om planen. Papiret siger ikke, om orienteringen er taget til efterretning.",
        answers=("1",),
    ),
    (MEETING, SettleItem(item=AREAS)),
)
