"""What committees look into, who answers for what, and questions from and to others (002.6, 002.8, 002.13, 002.16, 002.20–23)."""

from domain.action import Assign
from domain.claims import DateNotStated, Span, Within
from domain.effects import ByBody, ByParty, ByPerson
from domain.mandate import SetPath as SetOwnPath
from domain.mandate import Step as PathStep
from domain.occurrences import Recurs
from domain.outcomes import PlainOutcome
from domain.referral import Answer, Receive, Send
from domain.way import Way
from stories.aarhus_2024_april.cast import COMMITTEES
from stories.aarhus_2024_april.names import (
    ACUTE,
    ACUTE_2024,
    CHILDREN_COMMITTEE,
    COOPERATION_COMMITTEE,
    DIRECTORS,
    FOUR_ADVICES,
    OFFER_ADVICE,
    PAPER,
    POLITICAL,
    PSYCHIATRY_COMMITTEE,
    REGIONAL_STEERING,
    SELF_HARM_PREVENTED,
    SELF_HARM_SEVERE,
    TVAERSPOR,
    USERS_ASKED,
    USERS_CONSIDERED,
    VASCULAR,
)
from stories.aarhus_2024_april.papers import EARLY_2024, MID_DECEMBER
from stories.aarhus_2024_april.people import (
    AARHUS,
    CAST,
)
from stories.aarhus_2024_april.told import held, told
from stories.reported import Entry, decided, item, settled

# 002.16
ACUTE_DECIDED: tuple[Entry, ...] = (
    held(ACUTE_2024, ACUTE, EARLY_2024),
    item(ACUTE_2024, "urinveje", "Indlæggelser efter urinvejsinfektion"),
    decided(
        ACUTE_2024,
        "urinveje",
        "1",
        PlainOutcome.DECIDED,
        "Udvalget ser på indlæggelser efter urinvejsinfektion, som kunne være undgået.",
    ),
    *settled(ACUTE_2024, "urinveje"),
)

# 002.8, 002.13, 002.23: from the region, to a pool outside, and what is still to come. ◇ That the directors sent the one and got
# the other is worked out.
QUESTIONS: tuple[Entry, ...] = (
    (
        FOUR_ADVICES,
        Receive(
            to_body=CHILDREN_COMMITTEE,
            from_body=COOPERATION_COMMITTEE,
            question="Hvordan følges der op på de fire anbefalinger om børn og unges trivsel?",
            document=PAPER,
        ),
    ),
    (
        VASCULAR,
        Receive(
            to_body=DIRECTORS,
            from_body=REGIONAL_STEERING,
            question="Hvordan fører Aarhus arbejdet med truende karsygdom ud i livet, når det er færdigt i regionen?",
            expected=DateNotStated(),
            document=PAPER,
        ),
    ),
    (
        TVAERSPOR,
        Send(
            from_body=DIRECTORS,
            to_outside="TVÆRSPOR",
            direction=Way.OUT,
            question="Kan TVÆRSPOR støtte et dataspor om borgere med lungeproblemer? Sendt 15. november 2023.",
        ),
    ),
    (
        TVAERSPOR,
        Answer(
            text="Ansøgningen er godkendt.",
            document=PAPER,
            when=Within(
                earliest="2023-12-11",
                latest="2023-12-20",
                span=Span.MIDDLE,
                words=MID_DECEMBER,
                inferred="Papiret er fra april 2024; årstallet må være 2023.",
            ),
        ),
    ),
)

# 002.20: who answers for what about self-harm.
SPLIT: tuple[Entry, ...] = tuple(
    (
        mandate,
        SetOwnPath(
            subject=subject,
            steps=(PathStep(step="følge", body=body, binding=True),),
            source=told("Sundhedsklynge Aarhus", "Hvem der har ansvaret"),
        ),
    )
    for mandate, subject, body in (
        (SELF_HARM_PREVENTED, "forebyggelse af selvskade", CHILDREN_COMMITTEE),
        (SELF_HARM_SEVERE, "svært selvskadende borgere", PSYCHIATRY_COMMITTEE),
    )
)

# 002.6, 002.22
DUTIES: tuple[Entry, ...] = (
    (
        OFFER_ADVICE,
        Assign(
            what="anbefale, hvordan tilbuddet til børn og unge i mistrivsel kommer i stand.",
            owed_by=(ByParty(party=AARHUS),),
            report_to=POLITICAL,
            expected=Within(
                earliest="2024-04-01",
                latest="2024-05-31",
                span=Span.SEASON,
                words="senere på foråret",
                inferred="Papiret er fra april 2024.",
            ),
        ),
    ),
    (
        USERS_ASKED,
        Assign(
            what="tale med de to brugerrepræsentanter før hvert møde, tilbyde hjælp og spørge efter punkter.",
            owed_by=(ByPerson(person=CAST["secretary"]),),
            report_to=DIRECTORS,
            recurs=Recurs.EVERY_MEETING,
        ),
    ),
    (
        USERS_CONSIDERED,
        Assign(
            what="tage borgere, patienter og pårørende med, hvor det giver mening.",
            owed_by=tuple(ByBody(body=forum.body) for forum in COMMITTEES),
            report_to=DIRECTORS,
        ),
    ),
)
