"""The joint money to the øre: two grants, carried over, criteria, a ceiling, frames that exceed, and what Samsø got.

The paper tells the years and no days; ◇ on which days it was booked, and who registers and confirms, is worked out. What Samsø
got is known from the paper alone, so it is entered with its gaps. Other amounts of the paper stay quotations.
"""

from domain.claims import DateNotStated
from domain.criteria import EvaluationRequired, StartsIn, ThemeOrCommitteePilot
from domain.decided import Cited, Taken
from domain.fund import (
    CarryOver,
    Confirm,
    NameOfficer,
    Open,
    OpenWith,
    ReceiveGrant,
    SetCeiling,
    SetCriteria,
    SetFrames,
)
from domain.fund.rules import Frame
from domain.fund.state import Applicants, Firmness, FundOffice
from stories.aarhus_2024_april.names import DIRECTORS_2023, FUND, PAPER
from stories.aarhus_2024_april.papers import KRONE, TENTH
from stories.aarhus_2024_april.people import CAST, SAMSOE, STATE
from stories.aarhus_2024_april.told import told
from stories.reported import booked

DAY = "2024-04-30"
GRANT_OERE = 4_757_271 * KRONE
MODEL = (Taken(meeting=DIRECTORS_2023, decision="1"), Taken(meeting=DIRECTORS_2023, decision="2"))
AGREED = told("Økonomiaftalerne for 2022 og 2023", "Midler til sundhedsklyngerne")
CARRIED = told("Sundhedsklynge Aarhus", "Midlerne fra 2022 er ført over til 2023")

# 002.19, 002.24–002.28
OPENED = booked(
    "secretary",
    DAY,
    "15:00:00",
    FUND,
    0,
    Open(
        name="Fælles klyngemidler",
        terms="Til at komme i gang: mere sammenhæng, mere nærhed, og skiftet til et nært sundhedsvæsen.",
    ),
)
OFFICERS = booked(
    "chair-region",
    DAY,
    "15:05:00",
    FUND,
    1,
    NameOfficer(person=CAST["registrar"], office=FundOffice.REGISTRAR, from_on="2024-04-30"),
    NameOfficer(person=CAST["confirmer"], office=FundOffice.CONFIRMER, from_on="2024-04-30"),
)
# 002.24: 4.757.271 kr. for each year, and all of it in 2023.
GRANTS = booked(
    "registrar",
    DAY,
    "15:10:00",
    FUND,
    3,
    ReceiveGrant(year=2022, amount_oere=GRANT_OERE, from_party=STATE, booked_on="2022-12-31", source=AGREED),
    ReceiveGrant(year=2023, amount_oere=GRANT_OERE, from_party=STATE, booked_on="2023-01-01", source=AGREED),
    CarryOver(
        from_year=2022,
        to_year=2023,
        amount_oere=GRANT_OERE,
        booked_on="2023-01-01",
        basis="Midlerne fra 2022 er ikke brugt; de hører til 2023 nu.",
        source=CARRIED,
    ),
)
# 002.26, 002.27
RULES = booked(
    "secretary",
    DAY,
    "15:15:00",
    FUND,
    6,
    SetCriteria(criteria=(EvaluationRequired(), StartsIn(year=2023), ThemeOrCommitteePilot()), decisions=MODEL),
    SetCeiling(
        applicants=Applicants.COMMITTEE,
        ceiling_oere=5 * TENTH,
        firmness=Firmness.ABOUT,
        words="op til ca. 0,5 mio.",
        decisions=MODEL,
    ),
    SetFrames(
        frames=(
            Frame(theme="boern-og-unge", frame_oere=20 * TENTH, words="2,0 mio. kr."),
            Frame(theme="digitale-loesninger", frame_oere=30 * TENTH, words="3,0 mio. kr."),
            Frame(theme="lunge", frame_oere=10 * TENTH, words="1,0 mio. kr."),
            Frame(theme="udvalgene", frame_oere=9 * 5 * TENTH, words="4,5 mio. kr."),
        ),
        decisions=MODEL,
    ),
)
# 002.19: to a project leader, from 1 October 2023; efforts may run into 2024.
SAMSOE_GOT = (
    *booked(
        "registrar",
        DAY,
        "15:20:00",
        FUND,
        9,
        OpenWith(
            registration="samsoe",
            year=2023,
            amount_oere=500_000 * KRONE,
            source=Cited(
                who="Sundhedsklynge Aarhus", on=DateNotStated(), words="500.000 kr. til en projektleder", document=PAPER
            ),
            allocation="samsoe",
            to_party=SAMSOE,
            from_on="2023-10-01",
            ceases_on="2025-01-01",
            gaps=("besluttende forum", "beslutningens dag", "evalueringsplan"),
        ),
    ),
    *booked("confirmer", DAY, "15:25:00", FUND, 10, Confirm(of="samsoe")),
)

BOOKED = (*OPENED, *OFFICERS, *GRANTS, *RULES, *SAMSOE_GOT)
