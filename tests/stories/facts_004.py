"""The facts of source 004 (Sundhedsklynge Lillebælt, 9 April 2024), written from the paper."""

from tests.stories.seen import Fact, Says, sees, told

MEETING = "lillebaelt/meeting/2024-04-09-strategic"
MINUTES = "lillebaelt/minutes/2024-04-09-strategic"
EARLIER = "lillebaelt/meeting/2023-06-07-political"
PAPER = "lillebaelt/document/referat-2024-04-09"
PROJECT = "lillebaelt/initiative/middelfart"
FUND = "lillebaelt/fund/klyngemidler"
DECISIONS, DOCUMENTS = "lillebaelt/decisions", "lillebaelt/documents"
REFERRALS, ACTIONS = "lillebaelt/referrals", "lillebaelt/actions"

FACTS_004 = (
    Fact(
        id="004.1",
        says="A virtual meeting, three items with times; case, recommendations, attachments, discussion, decision",
        by=(
            *told(MEETING, "meeting.called", "meeting.item-added"),
            *told(MEETING, "meeting.recommendation-added", "meeting.attachment-added"),
            *told(MINUTES, "minutes.item-written", "minutes.published"),
        ),
        seen=(
            sees(MEETING, type="meeting", form="virtual", starts_at="2024-04-09T16:00:00Z"),
            sees(MEETING, type="item", number="1", from_at="2024-04-09T16:00:00Z", to_at="2024-04-09T16:05:00Z"),
            sees(MEETING, type="item", number="2", from_at="2024-04-09T16:05:00Z", to_at="2024-04-09T16:30:00Z"),
            sees(MEETING, type="item", number="3", from_at="2024-04-09T16:30:00Z", to_at="2024-04-09T17:00:00Z"),
            sees(MEETING, times=4, type="recommendation"),
            sees(MEETING, times=4, type="attachment"),
            sees(MEETING, times=0, type="seat"),
            sees(MINUTES, times=3, type="text", revision=1),
            sees(MINUTES, type="minutes", state="published"),
        ),
    ),
    Fact(
        id="004.2",
        says="A member has died; the patients' and relatives' seat is vacant",
        by=(
            *told(MEETING, "meeting.point-recorded", item="velkomst"),
            *told("dk/person/c5a74eb7-e384-40b3-b5c0-35c0e166e0f3", "person.death-recorded"),
            *told("lillebaelt/membership/strategic", "membership.seat-vacated"),
        ),
        seen=(
            sees(
                "lillebaelt/people",
                type="seat",
                seat="patienter",
                patients=True,
                person=None,
                vacant_because="death",
            ),
            sees(ACTIONS, type="action", debtor__name=Says("pårørenderådet"), what=Says("nyt medlem")),
            sees("lillebaelt/compliance", type="requirement", requirement="patient-seats", state="not-met"),
        ),
    ),
    Fact(
        id="004.3",
        says="The Middelfart project: three partners, prolonged, to be evaluated (7 June 2023), to the political level",
        by=(
            *told(PROJECT, "initiative.listed", "initiative.prolonged", "initiative.evaluation-expected"),
            *told(EARLIER, "meeting.registered-afterwards", "meeting.decision-recorded"),
            *told(MEETING, "meeting.recommendation-added", item="middelfart"),
        ),
        seen=(
            sees(DECISIONS, meeting__id=EARLIER, outcome="decided", decided_on="2023-06-07", text=Says("evalueres")),
            sees(MEETING, type="recommendation", item="middelfart", number="1", asks="discuss"),
            sees(MEETING, type="recommendation", item="middelfart", number="2", asks="decide"),
            sees("lillebaelt/lineage", type="edge", kind="based-on", key=Says("middelfart/from"), other__decision="1"),
        ),
    ),
    Fact(
        id="004.4",
        says="Positions, a call, an offer; one question agreed, one without joint conclusion, three open; the annex",
        by=(
            *told(MEETING, "meeting.point-recorded", item="middelfart"),
            *told(MEETING, "meeting.question-raised", "meeting.question-concluded", item="middelfart"),
            *told(PROJECT, "initiative.evaluated"),
            *told("lillebaelt/action/udgiftsbilag", "action.assigned"),
        ),
        seen=(
            sees(MEETING, times=11, type="point", item="middelfart"),
            sees(MEETING, type="point", item="middelfart", stance="supports", who__name="PLO-Syd"),
            sees(MEETING, type="point", item="middelfart", stance="wishes", who_group="kommunerne"),
            sees(MEETING, times=2, type="point", item="middelfart", stance="advises"),
            sees(MEETING, type="question", item="middelfart", conclusion="agreed"),
            sees(MEETING, type="question", item="middelfart", conclusion="no-joint-conclusion"),
            sees(MEETING, times=3, type="question", item="middelfart", conclusion="left-open"),
            sees(ACTIONS, type="action", owed_by="not-stated", what=Says("udgifter")),
        ),
    ),
    Fact(
        id="004.5",
        says="Decision 1: local frames with the core; decision 2: to the political level, as an investment in quality",
        by=(
            *told(MEETING, "meeting.decision-recorded", item="middelfart"),
            *told(PROJECT, "initiative.adapted"),
            *told("lillebaelt/referral/middelfart-til-politisk", "referral.sent"),
        ),
        seen=(
            sees(DECISIONS, number="2.1", outcome="decided", answers=["1"], text=Says("kerneelementerne")),
            sees(DECISIONS, number="2.2", outcome="refers", answers=["2"], text=Says("investering i kvalitet")),
            sees(REFERRALS, type="referral", question=Says("budgetforhandlinger"), expected__latest="2024-04-26"),
        ),
    ),
    Fact(
        id="004.6",
        says="About 8 m granted, about 4.7 m earmarked if the political level agrees, about 3.5 m not earmarked",
        by=(
            *told(PAPER, "document.statement-quoted", number="s1"),
            *told(PAPER, "document.statement-quoted", number="s2"),
            *told(PAPER, "document.statement-quoted", number="s3"),
            *told(PAPER, "document.statement-doubted", number="s3"),
            *told(FUND, "fund.earmark-announced"),
            *told("lillebaelt/condition/c1", "condition.opened"),
        ),
        seen=(
            sees(DOCUMENTS, type="statement", number="s1", claim__kind="about", claim__oere=800_000_000),
            sees(DOCUMENTS, type="statement", number="s2", claim__kind="about", claim__oere=470_000_000),
            sees(DOCUMENTS, type="statement", number="s3", claim__kind="about", claim__oere=350_000_000),
            sees(FUND, type="earmark", quoted_oere=470_000_000, precision="about"),
            sees(
                "lillebaelt/conditions",
                type="condition",
                awaited__name="Politisk niveau",
                awaits="decision-of",
                times=2,
            ),
        ),
    ),
    Fact(
        id="004.7",
        says="A path of four steps; eight proposals; the coordinating level met on »22 March 2022«",
        by=(
            *told("lillebaelt/mandate/joint-funds", "mandate.path-set"),
            *told("lillebaelt/referral/forslag", "referral.sent"),
            *told(PAPER, "document.statement-quoted", number="s4"),
            *told(PAPER, "document.statement-quoted", number="s5"),
        ),
        seen=(
            sees("lillebaelt/mandates", type="path", subject="klyngemidler"),
            sees("lillebaelt/mandates", type="source", who="Sundhedsklynge Lillebælt"),
            sees(DOCUMENTS, type="statement", number="s5", claim__count=8),
            sees(DOCUMENTS, type="doubt", number="s4", doubt="impossible", read_as__earliest="2024-03-22"),
            sees(REFERRALS, type="referral", from_body__name="Koordinerende niveau", state="answered"),
        ),
    ),
    Fact(
        id="004.8",
        says="Criteria: development and testing, not operation; direction only, no estimates",
        by=(
            *told(FUND, "fund.opened"),
            *told("lillebaelt/proposal/tvang", "proposal.received"),
            *told(MEETING, "meeting.item-added", item="klyngemidler"),
        ),
        seen=(
            sees(FUND, type="fund", terms=Says("ikke til drift")),
            sees(MEETING, type="item", number="3", case=Says("kun retning og formål")),
        ),
    ),
    Fact(
        id="004.9",
        says="Broad support for three; estimates turned down; two themes recommended, a third may be considered",
        by=(
            *told(MEETING, "meeting.point-recorded", item="klyngemidler"),
            *told(MEETING, "meeting.question-concluded", item="klyngemidler"),
            *told(MEETING, "meeting.decision-recorded", item="klyngemidler"),
            *told("lillebaelt/proposal/traening", "proposal.formed", "proposal.recommended"),
            *told("lillebaelt/proposal/udredning-kolding", "proposal.parked"),
        ),
        seen=(
            sees(MEETING, times=3, type="point", item="klyngemidler", stance="supports"),
            sees(MEETING, type="question", item="klyngemidler", conclusion="turned-down"),
            sees(DECISIONS, times=2, item_number="3", outcome="recommends"),
            sees(DECISIONS, item_number="3", outcome="may-be-considered"),
            sees("lillebaelt/lineage", times=6, type="edge", kind="merged"),
        ),
    ),
    Fact(
        id="004.10",
        says="Once chosen, the two levels write descriptions, economy, and who takes part",
        by=(
            *told(MEETING, "meeting.decision-recorded", decision="3.4"),
            *told("lillebaelt/condition/c2", "condition.opened"),
            *told("lillebaelt/action/projektbeskrivelser", "action.assigned"),
        ),
        seen=(
            sees(DECISIONS, number="3.4", outcome="decided", when_met=["assign"]),
            sees(ACTIONS, times=2, type="action", owed_by="body", what=Says("projektbeskrivelser")),
        ),
    ),
)
