"""The economy model that the administrations have agreed (000.19–000.21): by which key they pay, and for what they do not.

◇ The paper names the shares and no amount. That one contribution of 1.234.567,89 kr. was shared is worked out, so that the key
is seen at work to the øre.
"""

from domain.criteria import NoPromiseOfOperation, NotOwnStaff, ProjectPeriodOnly
from domain.decided import Cited, Taken
from domain.financing_key import Agree
from domain.fund import NameOfficer, Open, SetCriteria, ShareContribution
from domain.fund.state import FundOffice
from domain.mandate import SetPath, Step
from domain.outcomes import PlainOutcome
from domain.shares import Share
from stories.reported import Entry, booked, decided, item, settled
from stories.syd_2021_foraar.bodies import told
from stories.syd_2021_foraar.names import FUND, JOINT_FUNDS, KEY, MEETING, STEERING
from stories.syd_2021_foraar.people import CAST, MARIAGERFJORD, REBILD, REGION, VESTHIMMERLAND

AGREED: Cited[str] = told("Parternes administrationer", "En økonomimodel for klyngen")

ECONOMY = "oekonomimodel"
# ◇ »Administrativt aftalt«, says the paper; that it was by the steering group is worked out.
MODEL: tuple[Entry, ...] = (
    (
        JOINT_FUNDS,
        SetPath(
            subject="klyngemidler",
            steps=(Step(step="aftale", body=STEERING, binding=True),),
            source=told("Parternes administrationer", "Hvem der aftaler økonomien"),
        ),
    ),
    item(MEETING, ECONOMY, "Økonomimodel for klyngen", nth=3),
    decided(
        MEETING,
        ECONOMY,
        "3",
        PlainOutcome.DECIDED,
        "Projekter betales efter en fast nøgle. Pengene gælder projektets tid og køber ikke egne folk fri.",
    ),
    *settled(MEETING, ECONOMY),
)

# In the order of the paper; for the region somatic care and psychiatry together.
KEY_AGREED: tuple[Entry, ...] = (
    (
        KEY,
        Agree(
            whole=100,
            shares=(
                Share(party=REBILD, weight=10),
                Share(party=VESTHIMMERLAND, weight=15),
                Share(party=MARIAGERFJORD, weight=15),
                Share(party=REGION, weight=60),
            ),
            source=AGREED,
            terms=(
                "Diskussioner om økonomi må ikke stoppe en god idé. Pengene køber ikke egne folk fri og dækker kun tiden med "
                "projektet. De siger intet om, hvem der betaler bagefter."
            ),
        ),
    ),
)

DAY = "2021-06-04"
AS_AGREED = (Taken(meeting=MEETING, decision="3"),)
SHARED = (
    *booked(
        "secretary",
        DAY,
        "14:00:00",
        FUND,
        0,
        Open(name="Midler til forbedringsprojekter", terms="Betales af parterne sammen, efter nøglen."),
    ),
    *booked(
        "co-chair-hospital",
        DAY,
        "14:05:00",
        FUND,
        1,
        NameOfficer(person=CAST["registrar"], office=FundOffice.REGISTRAR, from_on=DAY),
        NameOfficer(person=CAST["confirmer"], office=FundOffice.CONFIRMER, from_on=DAY),
    ),
    # 000.20
    *booked(
        "secretary",
        DAY,
        "14:10:00",
        FUND,
        3,
        SetCriteria(criteria=(NotOwnStaff(), ProjectPeriodOnly(), NoPromiseOfOperation()), decisions=AS_AGREED),
    ),
    # ◇ The amount.
    *booked(
        "registrar",
        DAY,
        "14:15:00",
        FUND,
        4,
        ShareContribution(total_oere=123_456_789, key=KEY, booked_on=DAY, decisions=AS_AGREED),
    ),
)
