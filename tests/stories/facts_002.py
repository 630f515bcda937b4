"""The facts of source 002 (Sundhedsklynge Aarhus, April 2024), written from the paper: what stands of bodies, themes and work."""

from tests.stories.facts_002_rest import FACTS_002_REST
from tests.stories.seen import Fact, Says, sees, told

PAPER = "aarhus/document/handleplan-2024-04"
POLITICAL = "aarhus/body/political"
SEATS, DECISIONS, DOCUMENTS = "aarhus/people", "aarhus/decisions", "aarhus/documents"
REFERRALS, ACTIONS, MEETINGS = "aarhus/referrals", "aarhus/actions", "aarhus/meetings"
AGREEMENTS = "aarhus/agreements-in-force"
BODY, PLANNERS = "Den politiske sundhedsklynge Aarhus", "Planlægningsgruppen for Velfærdsteknologiens Hus"
PLAN, INITIATIVES = "aarhus/plan/handleplan", "aarhus/initiatives"
APP, VIDEO, HOUSE = (
    f"aarhus/initiative/{name}" for name in ("forloebsguide", "videoudskrivelser", "velfaerdsteknologiens-hus")
)
CHILDREN = "aarhus/initiative/aftale-om-mistrivsel"
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
            *told(PLAN, "plan.edition-issued"),
            *told(PAPER, QUOTED, number="a4"),
        ),
        seen=(
            *(
                sees(MEETINGS, type="meeting", body__name=BODY, held__earliest=day, held__latest=day)
                for day in ("2022-12-01", "2023-03-08", "2023-11-08", "2024-04-10")
            ),
            sees(SEATS, type="body", name=BODY, meetings_per_year=2, cadence=Says("nyhedsbreve")),
            sees(PLAN, type="edition", as_of_words="April 2024", earliest="2024-04-01", latest="2024-04-30"),
            sees(DOCUMENTS, type="statement", number="a2", claim__count=4),
            sees(DOCUMENTS, type="statement", number="a4", claim__kind="count-between", words=Says("2-3")),
        ),
    ),
    Fact(
        id="002.2",
        says="Three themes; besides, equality in health",
        by=(
            *told("aarhus/meeting/2022-12-01-political", DECIDED, decision="1"),
            *told(PLAN, "plan.theme-set"),
            *told(THIRD, "meeting.item-added", item="lighed"),
        ),
        seen=(
            sees(PLAN, times=3, type="theme", theme_kind="theme"),
            sees(PLAN, type="theme", number="3", title=Says("lunger")),
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
            sees(
                INITIATIVES,
                title=Says("let tilgængeligt tilbud"),
                owners__0__name="Sociale Forhold og Beskæftigelse (MSB)",
                owners__1__name="Børn og Unge (MBU)",
                owners__2__name="Sundhed og Omsorg (MSO)",
                owners__3__name="Samsø Kommune",
                owners__4__name="Psykiatrien i Region Midtjylland",
            ),
        ),
    ),
    Fact(
        id="002.7",
        says="The agreement on children in distress: with a committee, responsible departments, 2,0 m for listed purposes",
        by=(
            *told("aarhus/agreement/mistrivsel", "agreement.registered"),
            *told(CHILDREN, "initiative.listed", "initiative.owner-assigned", "initiative.funding-noted"),
        ),
        seen=(
            sees(
                AGREEMENTS,
                type="agreement",
                title=Says("mistrivsel"),
                owner__name="Udvalget for børn og unge",
                agreed_said__earliest="2023-01-01",
                agreed_said__latest="2023-12-31",
            ),
            sees(
                INITIATIVES,
                title=Says("mistrivsel føres"),
                group__name="Udvalget for børn og unge",
                owners__0__name="Sociale Forhold og Beskæftigelse (MSB)",
                owners__1__name="Børn og Unge (MBU)",
                owners__2__name="Samsø Kommune",
                owners__3__name="Psykiatrien i Region Midtjylland",
            ),
            sees(
                CHILDREN,
                type="step",
                what="funding-noted",
                quoted_oere=200_000_000,
                precision="stated",
                text=Says("selvskade"),
            ),
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
        id="002.10",
        says="The app: given lower priority by the committee; linked for heart failure; too specific",
        by=told(
            APP, "initiative.ordered", "initiative.described", "initiative.deprioritised", "initiative.progress-quoted"
        ),
        seen=(
            sees(INITIATIVES, title=Says("Forløbsguiden"), deprioritised=True, theme="digitale-loesninger"),
            sees(APP, type="step", what="deprioritised", by_body__name="Udvalget for børn og unge"),
            sees(APP, type="step", what="described", text=Says("hjertesvigt")),
            sees(APP, type="step", what="progress-quoted", text=Says("specifikke diagnosegrupper")),
        ),
    ),
    Fact(
        id="002.11",
        says="Video at discharge: 1,5 m once, a shared leader from November 2023 through 2024, a committee as partner",
        by=told(
            VIDEO,
            "initiative.listed",
            "initiative.owner-assigned",
            "initiative.funding-noted",
            "initiative.post-agreed",
        ),
        seen=(
            sees(VIDEO, type="step", what="funding-noted", quoted_oere=150_000_000, precision="stated"),
            sees(VIDEO, type="step", what="post-agreed", on="2023-11-01", text=Says("Fælles projektleder")),
            sees(INITIATIVES, title=Says("video"), group__name="Udvalget for indlæggelse og udskrivelse"),
            sees(DOCUMENTS, type="statement", number="c2", claim__earliest="2023-11-01"),
            sees(DOCUMENTS, type="statement", number="c3", claim__earliest="2024-12-31"),
        ),
    ),
    Fact(
        id="002.12",
        says="The house: a planning group with outsiders and supporters, three meetings, a ladder of three steps, scenarios",
        by=(
            *told(THIRD, DECIDED, item="velfaerdsteknologiens-hus"),
            *told("aarhus/body/planlaegningsgruppen", "body.established"),
            *told("aarhus/membership/planlaegningsgruppen", "membership.nominations-called"),
            *(
                each
                for name in ("2023-12-18", "2024-02-08", "2024-03-18")
                for each in told(f"aarhus/meeting/{name}-planlaegning", "meeting.registered-afterwards")
            ),
            *told(HOUSE, "initiative.ladder-agreed", "initiative.step-reached", "initiative.progress-quoted"),
            *told("aarhus/action/scenarier-for-huset", "action.assigned"),
        ),
        seen=(
            sees(DECISIONS, meeting__id=THIRD, number="2", outcome="decided", text=Says("muligheder")),
            sees(DECISIONS, meeting__id=THIRD, number="3", outcome="establishes"),
            sees(ACTIONS, times=3, type="action", owed_by="party", what=Says("planlægningsgruppen")),
            sees(SEATS, times=11, type="seat", body__name=PLANNERS, voice="vote"),
            sees(SEATS, times=2, type="seat", body__name=PLANNERS, voice="support"),
            sees(SEATS, type="seat", body__name=PLANNERS, party__name="Danish Care"),
            sees(MEETINGS, times=3, type="meeting", body__name=PLANNERS),
            sees(MEETINGS, type="meeting", body__name=PLANNERS, held__earliest="2024-02-08"),
            sees(HOUSE, times=3, type="point", what="rung"),
            sees(HOUSE, type="step", what="step-reached", order=1, code="reached"),
            sees(HOUSE, type="step", what="step-reached", order=2, code="under-way"),
            sees(HOUSE, type="step", what="funding-noted", quoted_oere=15_000_000_000),
            sees(HOUSE, type="step", what="progress-quoted", text=Says("større fonde")),
            sees(HOUSE, type="step", what="progress-quoted", text=Says("Ældreministeriet")),
            sees(ACTIONS, times=2, type="action", what=Says("scenarier"), expected__latest="2024-09-30"),
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
            sees(UNDATED, type="item", key="item/lunge", case=Says("Tre spørgsmål")),
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
