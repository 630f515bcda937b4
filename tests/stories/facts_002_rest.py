"""The facts of source 002 from 002.15 on, written from the paper: committees, the region, the money."""

from tests.stories.facts_002_money import FACTS_002_MONEY
from tests.stories.seen import Fact, Says, Sees, sees, told

PAPER = "aarhus/document/handleplan-2024-04"
SEATS, DECISIONS, DOCUMENTS = "aarhus/people", "aarhus/decisions", "aarhus/documents"
REFERRALS, ACTIONS, MEETINGS = "aarhus/referrals", "aarhus/actions", "aarhus/meetings"
AGREEMENTS, INITIATIVES = "aarhus/agreements-in-force", "aarhus/initiatives"
FUND = "aarhus/fund/klyngemidler"
QUOTED, DECIDED = "document.statement-quoted", "meeting.decision-recorded"
ACUTE = "aarhus/meeting/2024-primo-akut"


def followed(title: str, committee: str) -> Sees:
    """An agreement and the committee that follows it."""
    return sees(AGREEMENTS, type="agreement", title=Says(title), owner__name=Says(committee))


FACTS_002_REST = (
    Fact(
        id="002.15",
        says="Committees follow agreements: one widened, one adjusted, one adopted by a magistrate here, a council there",
        by=(
            *told("aarhus/agreement/indlaeggelse-udskrivelse", "agreement.registered", "agreement.scope-widened"),
            *told("aarhus/agreement/medcom", "agreement.registered", "agreement.adjusted"),
            *told("aarhus/agreement/amning", "agreement.registered", "agreement.party-adopted"),
            *(
                each
                for name in ("iv-behandling", "72-timer", "palliation", "overvaegt")
                for each in told(f"aarhus/agreement/{name}", "agreement.registered")
            ),
        ),
        seen=(
            followed("indlæggelse og udskrivelse", "indlæggelse og udskrivelse"),
            followed("MedCom", "indlæggelse og udskrivelse"),
            followed("IV-behandling", "indlæggelse og udskrivelse"),
            followed("72 timers", "indlæggelse og udskrivelse"),
            followed("palliative", "ældre borger"),
            followed("overvægt", "sundhedsfremme"),
            followed("amning", "børn og unge"),
            sees(AGREEMENTS, type="step", step="widened", text=Says("psykiatrien")),
            sees(AGREEMENTS, type="step", step="adjusted", text=Says("rettet til")),
            sees(AGREEMENTS, type="bond", title=Says("amning"), party__name="Aarhus Kommune", organ="magistrat"),
            sees(
                AGREEMENTS,
                type="bond",
                title=Says("amning"),
                party__name="Samsø Kommune",
                organ="kommunalbestyrelse",
                adopted_when__earliest="2023-05-11",
                adopted_when__latest="2023-05-20",
            ),
        ),
    ),
    Fact(
        id="002.16",
        says="The acute committee decided early in 2024 to look into avoidable admissions",
        by=told(ACUTE, "meeting.registered-afterwards", DECIDED),
        seen=(
            sees(DECISIONS, meeting__id=ACUTE, outcome="decided", decided_on=None, text=Says("urinvejsinfektion")),
            sees(MEETINGS, type="meeting", meeting__id=ACUTE, held__words="primo 2024", held__latest="2024-03-31"),
        ),
    ),
    Fact(
        id="002.17",
        says="Fixed doctors near 100 %, two homes left, all 52 wanted; tele-COPD: about 312 and 10–15, delayed, in operation",
        by=(
            *told(PAPER, QUOTED, number="e3"),
            *told(PAPER, QUOTED, number="e6"),
            *told("aarhus/initiative/tele-kol", "initiative.listed", "initiative.progress-quoted"),
            *told("aarhus/body/tele-kol", "body.established"),
        ),
        seen=(
            sees(DOCUMENTS, type="statement", number="e3", claim__kind="almost-all", words="tæt på 100 %"),
            sees(DOCUMENTS, type="statement", number="e4", claim__count=2),
            sees(DOCUMENTS, type="statement", number="e5", claim__count=52),
            sees(DOCUMENTS, type="statement", number="e6", claim__kind="about-count", words="ca. 312 borgere"),
            sees(DOCUMENTS, type="statement", number="e7", claim__kind="count-between", words=Says("10-15")),
            sees(INITIATIVES, title="Tele-KOL", phase="operation", group__name=Says("Tele-KOL")),
            sees("aarhus/initiative/tele-kol", type="step", what="progress-quoted", text=Says("forsinket")),
        ),
    ),
    Fact(
        id="002.18",
        says="Shared posts: one from 1 April 2024 through the year, a physiotherapist, one for the digital",
        by=(
            *told("aarhus/initiative/henvisning-til-rygestop", "initiative.post-agreed"),
            *told("aarhus/initiative/fysioterapeut-i-lungeteam", "initiative.post-agreed"),
            *told("aarhus/initiative/videoudskrivelser", "initiative.post-agreed"),
        ),
        seen=(
            sees("aarhus/initiative/henvisning-til-rygestop", type="step", what="post-agreed", on="2024-04-01"),
            sees(
                "aarhus/initiative/fysioterapeut-i-lungeteam",
                type="step",
                what="post-agreed",
                text=Says("ysioterapeut"),
            ),
            sees("aarhus/initiative/videoudskrivelser", type="step", what="post-agreed", text=Says("projektleder")),
        ),
    ),
    Fact(
        id="002.19",
        says="Samsø applied in June 2023 and got 500.000 kr. for a project leader, employed from 1 October 2023",
        by=(
            *told(FUND, "fund.registration-made", "fund.opened-with"),
            *told(PAPER, QUOTED, number="e13"),
            *told("aarhus/initiative/samsoe-indsatser", "initiative.listed", "initiative.described"),
        ),
        seen=(
            sees(
                FUND,
                type="allocation",
                allocation="samsoe",
                amount_oere=50_000_000,
                to_party__name="Samsø Kommune",
                from_on="2023-10-01",
                opening=True,
                gaps__2="evalueringsplan",
            ),
            sees(FUND, type="account", account="bevilget:samsoe", balance_oere=50_000_000),
            sees(DOCUMENTS, type="statement", number="e13", claim__kind="exact", claim__oere=50_000_000),
            sees(DOCUMENTS, type="statement", number="e12", claim__earliest="2023-06-01", claim__latest="2023-06-30"),
            sees(DOCUMENTS, type="statement", number="e14", claim__earliest="2023-10-01"),
            sees(INITIATIVES, title=Says("Samsø"), group__name=Says("Samsø")),
        ),
    ),
    Fact(
        id="002.20",
        says="Prevention of self-harm lies with one committee, the most severe with another",
        by=(
            *told("aarhus/mandate/selvskade-forebyggelse", "mandate.path-set"),
            *told("aarhus/mandate/selvskade-svaer", "mandate.path-set"),
        ),
        seen=(
            sees(
                "aarhus/mandates",
                type="path",
                subject="forebyggelse af selvskade",
                steps__0__body__name="Udvalget for børn og unge",
            ),
            sees(
                "aarhus/mandates",
                type="path",
                subject="svært selvskadende borgere",
                steps__0__body__name="Udvalget for psykiatri, social og beskæftigelse",
            ),
        ),
    ),
    Fact(
        id="002.21",
        says="Psychiatry's agreement of November 2022, by two councils; the paramedics' of early 2024; seats for their service",
        by=(
            *told("aarhus/agreement/psykiatri-og-social", "agreement.party-adopted"),
            *told("aarhus/agreement/praehospital-visitation", "agreement.entered-into-force"),
            *told("aarhus/membership/directors", "membership.seat-filled", seat="praehospital"),
        ),
        seen=(
            *(
                sees(
                    AGREEMENTS,
                    type="bond",
                    title=Says("socialområde"),
                    party__name=party,
                    organ=organ,
                    adopted_when__earliest="2022-11-01",
                    adopted_when__latest="2022-11-30",
                )
                for party, organ in (("Region Midtjylland", "regionsraad"), ("Aarhus Kommune", "byraad"))
            ),
            sees(
                AGREEMENTS,
                times=2,
                type="bond",
                title=Says("paramedicinere"),
                periods__0__begins__earliest="2024-01-01",
                periods__0__begins__latest="2024-03-31",
            ),
            sees(SEATS, times=2, type="seat", party__name="Præhospitalet"),
            sees(SEATS, type="seat", body__name="Direktørforum", party__name="Præhospitalet"),
        ),
    ),
    Fact(
        id="002.22",
        says="Committees consider users; the secretariat asks the two representatives before meetings",
        by=(
            *told("aarhus/action/brugerrepraesentanter", "action.assigned"),
            *told("aarhus/action/inddragelse-i-udvalgene", "action.assigned"),
            *told("aarhus/membership/directors", "membership.seat-filled", seat="bruger-1"),
        ),
        seen=(
            sees(
                ACTIONS, type="action", recurs="every-meeting", debtor__name="Sekretær, Aarhus", what=Says("hvert møde")
            ),
            sees(ACTIONS, times=9, type="action", owed_by="body", what=Says("pårørende")),
            sees(SEATS, times=2, type="seat", body__name="Direktørforum", patients=True),
        ),
    ),
    Fact(
        id="002.23",
        says="Region-wide: 72 hours, obesity, vascular disease to come, the new health agreement",
        by=(
            *told("aarhus/referral/karsygdom", "referral.received"),
            *told(PAPER, QUOTED, locator="På tværs af regionen"),
            *told("aarhus/agreement/72-timer", "agreement.entered-into-force", "agreement.scope-widened"),
            *told("aarhus/agreement/overvaegt", "agreement.party-adopted", "agreement.entered-into-force"),
            *told("aarhus/agreement/sundhedsaftale-2024", "agreement.registered", "agreement.party-adopted"),
        ),
        seen=(
            sees(DOCUMENTS, type="statement", number="r1", words="24 timer eller længere"),
            sees(DOCUMENTS, type="statement", number="r2", claim__earliest="2023-09-15"),
            sees(DOCUMENTS, type="statement", number="r3", claim__earliest="2023-11-01"),
            sees(DOCUMENTS, type="statement", number="r4", claim__count=5),
            sees(DOCUMENTS, type="statement", number="r5", claim__earliest="2022-04-01"),
            sees(DOCUMENTS, type="statement", number="r6", claim__count=6),
            sees(DOCUMENTS, type="statement", number="r7", claim__earliest="2024-01-01"),
            *(
                sees(
                    AGREEMENTS,
                    times=3,
                    type="bond",
                    title=Says(title),
                    periods__0__begins__earliest=day,
                    periods__0__begins__latest=day,
                )
                for title, day in (("72 timers", "2023-09-15"), ("overvægt", "2024-01-01"))
            ),
            sees(AGREEMENTS, type="step", step="widened", text=Says("hjemmepleje")),
            *(
                sees(AGREEMENTS, type="bond", title="Sundhedsaftale 2024-2027", party__name=party, organ=organ)
                for party, organ in (
                    ("Region Midtjylland", "regionsraad"),
                    ("Aarhus Kommune", "byraad"),
                    ("Samsø Kommune", "kommunalbestyrelse"),
                )
            ),
            sees(REFERRALS, type="referral", direction="in", from_body__name="Sundhedsstyregruppen", state="sent"),
        ),
    ),
    *FACTS_002_MONEY,
)
