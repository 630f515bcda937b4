"""The facts of source 002 from 002.24 on, written from the paper: the money."""

from tests.stories.seen import Fact, Says, sees, told

DECISIONS, DOCUMENTS = "aarhus/decisions", "aarhus/documents"
FUND = "aarhus/fund/klyngemidler"
DECIDED = "meeting.decision-recorded"
DIRECTORS = "aarhus/meeting/2023-02-02-directors"


FACTS_002_MONEY = (
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
        seen=(sees(FUND, type="fund", name="Fælles klyngemidler", terms=Says("et nært sundhedsvæsen")),),
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
