"""The basic agreement and how it is followed up, and early talk about the new hospital (000.8, 000.22, 000.23)."""

from domain.action import Assign
from domain.agreement import History
from domain.agreement import Register as RegisterAgreement
from domain.claims import DateNotStated
from domain.effects import ByParty
from domain.pathway_audit import Plan as PlanAudit
from domain.referral import Send
from domain.way import Way
from stories.reported import Entry
from stories.syd_2021_foraar.names import DASHBOARD, NEW_HOSPITAL_TALK, OPERATIONS, OWN_FOLLOW_UP, PAPER, STEERING
from stories.syd_2021_foraar.people import HOSPITAL, MUNICIPALITIES, PLO_NORD, PSYCHIATRY, REGION

BASIC_AGREEMENT = "syd/agreement/tvaersektorielle-grundaftale"
AUDITS = "syd/pathway-audit/2021-grundaftalen"
PARTIES = (REGION, HOSPITAL, PSYCHIATRY, *MUNICIPALITIES, PLO_NORD)

FOLLOWED_UP: tuple[Entry, ...] = (
    # ◇ Who is party to it is not told; it stands with those of the health agreement.
    (
        BASIC_AGREEMENT,
        RegisterAgreement(
            title="Den tværsektorielle grundaftale",
            parties=(REGION, *MUNICIPALITIES, PLO_NORD),
            history=History.INCOMPLETE,
            owner=OPERATIONS,
            document=PAPER,
        ),
    ),
    (
        OWN_FOLLOW_UP,
        Assign(
            what="følge op på samarbejdsaftalerne hjemme hos sig selv.",
            owed_by=tuple(ByParty(party=party) for party in PARTIES),
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
    # Audits are held again and again; of none does the paper tell how many courses were looked at.
    (
        AUDITS,
        PlanAudit(
            subject="Samarbejdet om den tværsektorielle grundaftale, set i borgeres forløb",
            by_body=OPERATIONS,
            expected=DateNotStated(),
        ),
    ),
    # A dialogue that the municipalities and the region have begun.
    (
        NEW_HOSPITAL_TALK,
        Send(
            from_body=STEERING,
            to_party=REGION,
            direction=Way.SIDEWAYS,
            question="Hvilke opgaver og arbejdsgange ændrer sig med det nye universitetshospital?",
        ),
    ),
)
