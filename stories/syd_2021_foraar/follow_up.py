"""How agreements are followed up, and early talk about the new hospital (000.22, 000.23)."""

from domain.action import Assign
from domain.effects import ByParty
from domain.referral import Send
from domain.way import Way
from stories.reported import Entry
from stories.syd_2021_foraar.names import DASHBOARD, NEW_HOSPITAL_TALK, OPERATIONS, OWN_FOLLOW_UP, STEERING
from stories.syd_2021_foraar.people import HOSPITAL, MUNICIPALITIES, PLO_NORD, PSYCHIATRY, REGION

FOLLOWED_UP: tuple[Entry, ...] = (
    (
        OWN_FOLLOW_UP,
        Assign(
            what="følge op på samarbejdsaftalerne hjemme hos sig selv.",
            owed_by=tuple(ByParty(party=party) for party in (HOSPITAL, PSYCHIATRY, *MUNICIPALITIES)),
            report_to=STEERING,
        ),
    ),
    (
        DASHBOARD,
        Assign(
            what="sende nye tal til det dashboard, som regionens klynger har sammen.",
            owed_by=tuple(ByParty(party=party) for party in (*MUNICIPALITIES, REGION, PLO_NORD)),
            report_to=OPERATIONS,
        ),
    ),
    (
        NEW_HOSPITAL_TALK,
        Send(
            from_body=STEERING,
            to_party=HOSPITAL,
            direction=Way.SIDEWAYS,
            question="Hvilke opgaver og arbejdsgange flytter med til det nye hospital?",
        ),
    ),
)
