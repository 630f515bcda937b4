"""The facts of source 002 from 002.15 on, written from the paper: committees, the region, the money."""

from tests.stories.seen import Fact, Says, Sees, sees, told

PAPER = "aarhus/document/handleplan-2024-04"
SEATS, DECISIONS, DOCUMENTS = "aarhus/people", "aarhus/decisions", "aarhus/documents"
REFERRALS, ACTIONS, MEETINGS = "aarhus/referrals", "aarhus/actions", "aarhus/meetings"
AGREEMENTS, INITIATIVES = "aarhus/agreements-in-force", "aarhus/initiatives"
FUND = "aarhus/fund/klyngemidler"
QUOTED, DECIDED = "document.statement-quoted", "meeting.decision-recorded"
ACUTE, DIRECTORS = "aarhus/meeting/2024-primo-akut", "aarhus/meeting/2023-02-02-directors"


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
            sees(AGREEMENTS, type="bond", title=Says("amning"), party__name="Aarhus Kommune", organ="Magistraten"),
            sees(
                AGREEMENTS,
                type="bond",
                title=Says("amning"),
                party__name="Samsø Kommune",
                organ="Samsøs kommunalbestyrelse",
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
            sees(MEETINGS, type="meeting", meeting__id=ACUTE, held__words="primo 2024", held__latest="2024-01-10"),
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
                for party, organ in (("Region Midtjylland", "Regionsrådet"), ("Aarhus Kommune", "Aarhus Byråd"))
            ),
            sees(
                AGREEMENTS,
                times=2,
                type="bond",
                title=Says("paramedicinere"),
                periods__0__begins__earliest="2024-01-01",
                periods__0__begins__latest="2024-01-10",
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
        ),
        seen=(
            sees(DOCUMENTS, type="statement", number="r1", words="24 timer eller længere"),
            sees(DOCUMENTS, type="statement", number="r2", claim__earliest="2023-09-15"),
            sees(DOCUMENTS, type="statement", number="r3", claim__earliest="2023-11-01"),
            sees(DOCUMENTS, type="statement", number="r4", claim__count=5),
            sees(DOCUMENTS, type="statement", number="r5", claim__earliest="2022-04-01"),
            sees(DOCUMENTS, type="statement", number="r6", claim__count=6),
            sees(DOCUMENTS, type="statement", number="r7", claim__earliest="2024-01-01"),
            sees(REFERRALS, type="referral", direction="in", from_body__name="Sundhedsstyregruppen", state="sent"),
        ),
    ),
    Fact(
        id="002.24",
        says="80 m and 80 m for the country; 4.757.271 kr. in each of two years, carried over: 9.514.542 kr.",
        by=told(FUND, "fund.grant-received", "fund.carried-over"),
        seen=(
            sees(FUND, times=2, type="posting", what="grant-received", amount_oere=475_727_100),
            sees(FUND, type="posting", what="carried-over", amount_oere=475_727_100, free_oere=951_454_200),
            sees(FUND, type="account", account="tilskud:2022", balance_oere=-475_727_100),
            sees(FUND, type="account", account="tilskud:2023", balance_oere=-475_727_100),
            sees(FUND, type="fund", granted_oere=951_454_200, all_accounts_oere=0),
            sees(DOCUMENTS, type="statement", number="m1", claim__oere=8_000_000_000),
            sees(DOCUMENTS, type="statement", number="m2", claim__oere=8_000_000_000),
            sees(DOCUMENTS, type="statement", number="m5", words="9,514 mio. kr.", claim__kind="stated"),
        ),
    ),
    Fact(
        id="002.25",
        says="To begin the cluster's work: coherence, closeness, the shift to local care",
        by=told(FUND, "fund.opened"),
        seen=(sees(FUND, type="fund", name="Fælles klyngemidler", terms=Says("nærhed og omstilling")),),
    ),
    Fact(
        id="002.26",
        says="The directors: one pool at their disposal, a model, no grant without an evaluation, begin in 2023",
        by=(
            *told(DIRECTORS, "meeting.registered-afterwards", DECIDED),
            *told("aarhus/mandate/joint-funds", "mandate.path-set"),
            *told(FUND, "fund.criteria-set"),
        ),
        seen=(
            sees(FUND, times=3, type="criterion"),
            sees(FUND, type="criterion", criterion="starts-in", year=2023),
            sees(FUND, type="criterion", criterion="evaluation-required"),
            sees(FUND, type="criterion", criterion="theme-or-committee-pilot"),
            sees(DECISIONS, meeting__id=DIRECTORS, number="1", outcome="decided", effects=["set-path"]),
            sees(DECISIONS, meeting__id=DIRECTORS, number="2", outcome="approved", text=Says("evaluering")),
            sees(
                "aarhus/mandates",
                type="path",
                subject="klyngemidler",
                steps__0__step="disponere",
                steps__0__binding=True,
            ),
        ),
    ),
    Fact(
        id="002.27",
        says="Frames of 2,0, 3,0, 1,0 and 4,5 m: 10,5 m, over by 985.458 kr.; nine committees up to about half a million each",
        by=told(FUND, "fund.frames-set", "fund.ceiling-set"),
        seen=(
            sees(FUND, type="frames", frames_oere=1_050_000_000, pool_oere=951_454_200, over_by_oere=98_545_800),
            *(
                sees(FUND, type="frame", theme=theme, frame_oere=oere)
                for theme, oere in (
                    ("boern-og-unge", 200_000_000),
                    ("digitale-loesninger", 300_000_000),
                    ("lunge", 100_000_000),
                    ("udvalgene", 450_000_000),
                )
            ),
            sees(
                FUND,
                type="ceiling",
                ceiling_oere=50_000_000,
                firmness="about",
                applicants="committee",
                words=Says("op til ca."),
            ),
            sees(DOCUMENTS, type="statement", number="f5", claim__kind="at-most", claim__oere=50_000_000),
        ),
    ),
    Fact(
        id="002.28",
        says="The list of April 2024 goes by kind of work, not by amount: no balance can be made from it",
        by=(
            *told("aarhus/initiative/aftale-om-mistrivsel", "initiative.funding-noted"),
            *told(FUND, "fund.opened-with"),
        ),
        seen=(
            sees(FUND, type="fund", free_oere=901_454_200, allocated_oere=50_000_000, paid_oere=0),
            sees(FUND, times=1, type="allocation"),
            sees(FUND, times=4, type="posting"),
        ),
    ),
)
