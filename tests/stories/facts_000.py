"""The facts of source 000 (Klynge Syd, spring 2021), written from the paper."""

from tests.stories.facts_000_rest import FACTS_000_REST
from tests.stories.seen import Fact, Says, sees, told

PAPER = "syd/document/status-2021-foraar"
STEERING, OPERATIONS = "syd/body/steering", "syd/body/operations"
PLAN = "syd/plan/sundhedsaftalen"
MEETING = "syd/meeting/2020-2021-steering"
SEATS, DECISIONS, DOCUMENTS = "syd/people", "syd/decisions", "syd/documents"
REFERRALS = "syd/referrals"
QUOTED, DOUBTED = "document.statement-quoted", "document.statement-doubted"

FACTS_000 = (
    Fact(
        id="000.1",
        says="A status to a wide audience, spring 2021; not all that was meant is reached, because of corona",
        by=(*told(PAPER, "document.filed"), *told(PAPER, QUOTED, number="s2")),
        seen=(
            sees(DOCUMENTS, type="document", direction="out", dated__earliest="2021-03-01", dated__latest="2021-05-31"),
            sees(DOCUMENTS, type="statement", number="s1", words="Foråret 2021", claim__latest="2021-05-31"),
            sees(DOCUMENTS, type="statement", number="s2", words="ikke alt, der var tiltænkt"),
        ),
    ),
    Fact(
        id="000.2",
        says="Three municipalities, the university hospital, psychiatry, the region and general practice",
        by=told("syd/cluster/syd", "cluster.party-joined"),
        seen=(
            *(
                sees("dk/people", type="party", name=f"{name} Kommune", party_kind="municipality")
                for name in ("Rebild", "Vesthimmerlands", "Mariagerfjord")
            ),
            sees(SEATS, times=8, type="cluster-party"),
        ),
    ),
    Fact(
        id="000.3",
        says="Four shared values",
        by=told(PAPER, QUOTED, locator="Forord"),
        seen=(
            sees(DOCUMENTS, type="statement", number="s3", claim__count=4),
            sees(DOCUMENTS, type="statement", number="v1", words="de mange ting, der virker"),
            sees(DOCUMENTS, type="statement", number="v2", words="de gode forløb og sammenhænge"),
            sees(DOCUMENTS, type="statement", number="v3", words="inspiration fra andre klynger"),
            sees(DOCUMENTS, type="statement", number="v4", words="spille hinanden gode"),
        ),
        claim_alone="values are words, and no rule reads them",
    ),
    Fact(
        id="000.4",
        says="Wishes of the political group, and the regional committee's plan, steer the work",
        by=(*told(STEERING, "body.task-given"), *told("syd/referral/boern-og-unge", "referral.sent")),
        seen=(
            sees(SEATS, times=2, type="body-task", body__name="Klyngestyregruppen"),
            sees(SEATS, type="body-task", body__name="Klyngestyregruppen", task=Says("udvalgets plan")),
            sees(REFERRALS, type="referral", direction="down", from_body__name="Den politiske klynge"),
        ),
    ),
    Fact(
        id="000.5",
        says="Two chairs together, one from the hospital's side and one from the municipalities'",
        by=told("syd/membership/steering", "membership.chair-taken"),
        seen=(
            sees(SEATS, type="seat", body__name="Klyngestyregruppen", chairs_for="hospital"),
            sees(SEATS, type="seat", body__name="Klyngestyregruppen", chairs_for="kommuner"),
        ),
    ),
    Fact(
        id="000.6",
        says="The agreement has five guideposts; the list prints four",
        by=(
            *told(PLAN, "plan.drafted", "plan.theme-set"),
            *told(PAPER, QUOTED, number="p"),
            *told(PAPER, DOUBTED, number="p"),
        ),
        seen=(
            sees(PLAN, times=5, type="theme", theme_kind="guidepost"),
            sees(PLAN, type="theme", number="5", title="Mindre rygning"),
            sees(DOCUMENTS, type="statement", number="p", claim__count=5),
            sees(DOCUMENTS, times=4, type="statement", locator=Says("listen")),
            sees(DOCUMENTS, type="doubt", number="p", doubt="missing", read_as__words="Mindre rygning"),
        ),
    ),
    Fact(
        id="000.7",
        says="The steering group: three, two, two and one; four meetings a year and a seminar with guests",
        by=(
            *told(STEERING, "body.established", "body.cadence-set"),
            *told("syd/membership/steering", "membership.seat-opened"),
        ),
        seen=(
            sees(SEATS, times=8, type="seat", body__name="Klyngestyregruppen", voice="vote"),
            sees(
                SEATS, times=2, type="seat", body__name="Klyngestyregruppen", party__name="Aalborg Universitetshospital"
            ),
            sees(SEATS, times=2, type="seat", body__name="Klyngestyregruppen", party__name="Region Nordjylland"),
            sees(SEATS, type="seat", body__name="Klyngestyregruppen", party__name="PLO-Nordjylland"),
            sees(SEATS, type="body", name="Klyngestyregruppen", meetings_per_year=4, cadence=Says("seminar")),
        ),
    ),
    Fact(
        id="000.8",
        says="The operations group: three chairs, two to three of each; the basic agreement, and more tasks",
        by=(
            *told("syd/membership/operations", "membership.chair-taken"),
            *told(OPERATIONS, "body.established", "body.name-noted", "body.task-given"),
            *told(PAPER, QUOTED, number="b3"),
        ),
        seen=(
            sees(SEATS, type="body", name="Driftsgruppen", chairs=3, level="coordinating"),
            sees(SEATS, type="body-name", name="Driftsforum"),
            *(
                sees(SEATS, type="seat", body__name="Driftsgruppen", chairs_for=side)
                for side in ("somatik", "psykiatri", "kommuner")
            ),
            sees(DOCUMENTS, type="statement", number="b3", claim__kind="count-between", words=Says("to til tre")),
            sees(SEATS, times=2, type="body-task", body__name="Driftsgruppen"),
            sees(SEATS, type="body-task", body__name="Driftsgruppen", task=Says("grundaftale")),
        ),
    ),
    Fact(
        id="000.9",
        says="A labour-market manager sits in the operations group, by subject and not by party",
        by=told("syd/membership/operations", "membership.seat-opened", "membership.seat-filled", seat="arbejdsmarked"),
        seen=(
            sees(
                SEATS, type="seat", by_subject=True, role="arbejdsmarked", person__name="Arbejdsmarkedschef", party=None
            ),
        ),
    ),
    Fact(
        id="000.10",
        says="The patients' committee has a place in the political group",
        by=told("syd/membership/political", "membership.seat-opened", seat="patienter"),
        seen=(sees(SEATS, type="seat", body__name="Den politiske klynge", patients=True),),
    ),
    Fact(
        id="000.11",
        says="Psychiatric and somatic matters are handled in the same bodies",
        by=told(MEETING, "meeting.decision-recorded", decision="1"),
        seen=(sees(DECISIONS, item="samlet", outcome="decided", text=Says("Psykiatri og somatik")),),
    ),
    *FACTS_000_REST,
)
