"""The facts of source 002 from 002.16 on, written from the paper: committees, the region, the money."""

from tests.stories.seen import Fact, Says, sees, told

PAPER = "aarhus/document/handleplan-2024-04"
SEATS, DECISIONS, DOCUMENTS = "aarhus/people", "aarhus/decisions", "aarhus/documents"
REFERRALS, ACTIONS, MEETINGS = "aarhus/referrals", "aarhus/actions", "aarhus/meetings"
QUOTED, DECIDED = "document.statement-quoted", "meeting.decision-recorded"
ACUTE, DIRECTORS = "aarhus/meeting/2024-primo-akut", "aarhus/meeting/2023-02-02-directors"

FACTS_002_REST = (
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
        id="002.26",
        says="The directors: one pool at their disposal, a model, no grant without an evaluation, begin in 2023",
        by=(
            *told(DIRECTORS, "meeting.registered-afterwards", DECIDED),
            *told("aarhus/mandate/joint-funds", "mandate.path-set"),
        ),
        seen=(
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
)
