"""The facts of source 002 (Sundhedsklynge Aarhus, April 2024), written from the paper: what stands of bodies, themes and work."""

from tests.stories.facts_002_rest import FACTS_002_REST
from tests.stories.seen import Fact, Says, sees, told

PAPER = "aarhus/document/handleplan-2024-04"
POLITICAL = "aarhus/body/political"
SEATS, DECISIONS, DOCUMENTS = "aarhus/people", "aarhus/decisions", "aarhus/documents"
REFERRALS, ACTIONS, MEETINGS = "aarhus/referrals", "aarhus/actions", "aarhus/meetings"
BODY, PLANNERS = "Den politiske sundhedsklynge Aarhus", "Planlægningsgruppen for Velfærdsteknologiens Hus"
QUOTED, DOUBTED, DECIDED = "document.statement-quoted", "document.statement-doubted", "meeting.decision-recorded"
UNDATED, THIRD = "aarhus/meeting/2022-2023-political", "aarhus/meeting/2023-11-08-political"

FACTS_002 = (
    Fact(
        id="002.1",
        says="Four meetings so far; two a year, other forms considered; the plan is brought up to date 2–3 times a year",
        by=(
            *(
                each
                for name in ("2022-12-01", "2023-03-08", "2023-11-08", "2024-04-10")
                for each in told(f"aarhus/meeting/{name}-political", "meeting.registered-afterwards")
            ),
            *told(POLITICAL, "body.cadence-set"),
            *told(PAPER, QUOTED, number="a4"),
        ),
        seen=(
            *(
                sees(MEETINGS, type="meeting", body__name=BODY, held__earliest=day, held__latest=day)
                for day in ("2022-12-01", "2023-03-08", "2023-11-08", "2024-04-10")
            ),
            sees(SEATS, type="body", name=BODY, meetings_per_year=2, cadence=Says("nyhedsbreve")),
            sees(DOCUMENTS, type="statement", number="a2", claim__count=4),
            sees(DOCUMENTS, type="statement", number="a4", claim__kind="count-between", words=Says("2-3")),
        ),
    ),
    Fact(
        id="002.2",
        says="Three themes; besides, equality in health",
        by=(
            *told("aarhus/meeting/2022-12-01-political", DECIDED, decision="1"),
            *told(THIRD, "meeting.item-added", item="lighed"),
        ),
        seen=(
            sees(DECISIONS, item="temaer", outcome="decided", text=Says("Tre temaer")),
            sees(THIRD, type="item", key="item/lighed", title="Lighed i sundhed"),
        ),
    ),
    Fact(
        id="002.3",
        says="Nine members: two chairs, three of the regional council, two mayors, two doctors; party letters",
        by=told("aarhus/membership/political", "membership.seat-filled", "membership.chair-taken"),
        seen=(
            sees(SEATS, times=9, type="seat", body__name=BODY, voice="vote"),
            sees(SEATS, type="seat", body__name=BODY, chairs_for="region", person__name="Formand, regionen"),
            sees(SEATS, type="seat", body__name=BODY, chairs_for="kommuner", person__name="Formand, kommunerne"),
            sees(SEATS, times=2, type="seat", body__name=BODY, party__name="PLO-Midtjylland"),
            *(
                sees(
                    "dk/people",
                    type="person",
                    function=f"Regionsrådsmedlem ({letter})",
                    party__name="Region Midtjylland",
                )
                for letter in "ØVF"
            ),
            sees("dk/people", times=2, type="person", function="Borgmester (A)"),
        ),
    ),
    Fact(
        id="002.4",
        says="Agreed in November: psychiatry and hospital meet the municipality about health houses",
        by=(
            *told(THIRD, DECIDED, item="lighed"),
            *told("aarhus/action/sundhedshuse", "action.assigned"),
        ),
        seen=(
            sees(DECISIONS, item="lighed", outcome="agreed", decided_on="2023-11-08", effects=["assign"]),
            sees(ACTIONS, type="action", debtor__name="Psykiatrien i Region Midtjylland", what=Says("sundhedshusene")),
            sees(ACTIONS, type="action", debtor__name="Aarhus Universitetshospital", what=Says("sundhedshusene")),
        ),
    ),
    Fact(
        id="002.5",
        says="Theme 1: time for what is decided, the plan for psychiatry, the agreement, civil society; data as basis",
        by=(*told(UNDATED, DECIDED, decision="1"), *told(UNDATED, "meeting.item-added", item="boern-og-unge")),
        seen=(
            sees(DECISIONS, meeting__id=UNDATED, number="1", outcome="decided", text=Says("skal have tid")),
            sees(UNDATED, type="item", key="item/boern-og-unge", case=Says("Ungeprofilen 2022")),
            sees(MEETINGS, type="meeting", meeting__id=UNDATED, held__earliest="2022-12-01", held__latest="2023-11-08"),
        ),
    ),
    Fact(
        id="002.6",
        says="The national offer: days of the split, the bill, the workshop; advice in spring, a decision before summer",
        by=(
            *told("aarhus/initiative/lettilgaengeligt-tilbud", "initiative.listed"),
            *told(PAPER, QUOTED, number="b1"),
            *told(PAPER, QUOTED, number="b5"),
            *told("aarhus/action/anbefalinger-om-tilbuddet", "action.assigned"),
        ),
        seen=(
            sees(DOCUMENTS, type="statement", number="b1", claim__earliest="2024-04-02", claim__latest="2024-04-02"),
            sees(DOCUMENTS, type="statement", number="b2", claim__earliest="2024-02-21", claim__latest="2024-02-29"),
            sees(DOCUMENTS, type="statement", number="b3", words="marts 2024", claim__latest="2024-03-31"),
            sees(DOCUMENTS, type="statement", number="b5", words="inden sommerferien", claim__latest="2024-06-30"),
            sees(ACTIONS, type="action", debtor__name="Aarhus Kommune", expected__words="senere på foråret"),
        ),
    ),
    Fact(
        id="002.8",
        says="The region's committee sent four recommendations in September 2023; a standing committee follows up",
        by=(*told("aarhus/referral/fire-anbefalinger", "referral.received"), *told(PAPER, QUOTED, number="b7")),
        seen=(
            sees(
                REFERRALS,
                type="referral",
                direction="in",
                from_body__name="Sundhedssamarbejdsudvalget",
                to_body__name="Udvalget for børn og unge",
            ),
            sees(DOCUMENTS, type="statement", number="b7", claim__count=4),
            sees(DOCUMENTS, type="statement", number="b8", claim__earliest="2023-09-01", claim__latest="2023-09-30"),
        ),
    ),
    Fact(
        id="002.9",
        says="Theme 2: survey an app, develop a house, a talk on data at a coming meeting",
        by=(
            *told(UNDATED, DECIDED, item="digitale-loesninger"),
            *told("aarhus/referral/temadroeftelse-data", "referral.sent"),
            *told("aarhus/action/afdaekke-forloebsguiden", "action.assigned"),
        ),
        seen=(
            sees(DECISIONS, times=3, meeting__id=UNDATED, item="digitale-loesninger", outcome="decided"),
            sees(DECISIONS, meeting__id=UNDATED, number="4", effects=["promise-item"]),
            sees(REFERRALS, type="referral", direction="promised", state="sent", question=Says("GDPR")),
            sees(ACTIONS, type="action", debtor__name="Direktørforum", what=Says("forløbsguiden")),
        ),
    ),
    Fact(
        id="002.13",
        says="Theme 3: an application outside, sent in November 2023, approved »mid December 2024«; pilots from summer",
        by=(
            *told(UNDATED, DECIDED, item="lunge"),
            *told("aarhus/referral/tvaerspor", "referral.sent", "referral.answered"),
            *told(PAPER, DOUBTED, number="d2"),
        ),
        seen=(
            sees(DECISIONS, meeting__id=UNDATED, item="lunge", text=Says("forskere")),
            sees(REFERRALS, type="referral", direction="out", outside="TVÆRSPOR", state="answered"),
            sees(REFERRALS, type="end", text=Says("godkendt"), when__earliest="2023-12-11", when__latest="2023-12-20"),
            sees(DOCUMENTS, type="statement", number="d1", claim__earliest="2023-11-15"),
            sees(DOCUMENTS, type="doubt", number="d2", doubt="impossible", read_as__latest="2023-12-20"),
            sees(DOCUMENTS, type="statement", number="d3", claim__earliest="2024-06-01"),
        ),
    ),
    Fact(
        id="002.14",
        says="Nine standing committees",
        by=tuple(
            each
            for name in (
                "indlaeggelse-udskrivelse",
                "akut",
                "aeldre",
                "sundhedsfremme",
                "kronikere",
                "genoptraening",
                "samsoe",
                "psykiatri",
                "boern-og-unge",
            )
            for each in told(f"aarhus/body/udvalg-{name}", "body.established")
        ),
        seen=(
            sees(SEATS, times=9, type="body", level="committee", parent__name="Direktørforum"),
            sees(DOCUMENTS, type="statement", number="e1", claim__count=9),
        ),
    ),
    *FACTS_002_REST,
)
