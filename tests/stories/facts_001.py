"""The facts of source 001 (Sundhedsklynge Midt, 24 May 2023), written from the paper."""

from tests.stories.seen import Fact, Says, sees, told

MEETING = "midt/meeting/2023-05-24-political"
MARCH, APRIL = "midt/meeting/2023-03-13-political", "midt/meeting/2023-04-17-directors"
PAPER = "midt/document/referat-2023-05-24"
POLITICAL = "midt/membership/political"
MODEL, ASKED = "midt/meeting/2023-directors-handleplan", "midt/referral/2023-03-13-political-10"
PLAN, TEN, BOARD = "midt/plan/handleplan-2023", "midt/initiative/10", "midt/initiatives"
SEATS, DECISIONS, DOCUMENTS = "midt/people", "midt/decisions", "midt/documents"

FACTS_001 = (
    Fact(
        id="001.1",
        says="Date, time span, address and room, leader; the year is not written",
        by=(
            *told(MEETING, "meeting.called", "meeting.opened"),
            *told(PAPER, "document.statement-doubted", number="s1"),
        ),
        seen=(
            sees(
                MEETING,
                type="meeting",
                form="in-person",
                place=Says("Hjulmagervej 22"),
                starts_at="2023-05-24T14:00:00Z",
                ends_at="2023-05-24T16:00:00Z",
                led_by__name="Medformand, regionsrådet",
            ),
            sees(DOCUMENTS, type="doubt", number="s1", doubt="missing", read_as__earliest="2023-05-24"),
        ),
    ),
    Fact(
        id="001.2",
        says="Parties: two municipalities, the region, general practice",
        by=told("midt/cluster/midt", "cluster.party-joined"),
        seen=tuple(
            sees("dk/people", type="party", name=name)
            for name in ("Aalborg Kommune", "Jammerbugt Kommune", "Region Nordjylland", "PLO-Nordjylland")
        ),
    ),
    Fact(
        id="001.3",
        says="Six members",
        by=told(POLITICAL, "membership.seat-filled"),
        seen=(
            sees(SEATS, times=6, type="seat", body__name="Politisk niveau", voice="vote"),
            sees(SEATS, type="seat", seat="plo-k", role=Says("PLO-K"), person__name="Formand, PLO-K Aalborg"),
            sees(SEATS, type="seat", seat="jammerbugt", voice="vote", person__name="Borgmester, Jammerbugt"),
        ),
    ),
    Fact(
        id="001.4",
        says="Five observers, one of them a deputy for a chair",
        by=(*told(POLITICAL, "membership.seat-opened"), *told(POLITICAL, "membership.substitute-named")),
        seen=(
            sees(SEATS, times=5, type="seat", body__name="Politisk niveau", voice="observer"),
            sees(SEATS, type="seat", seat="obs-sundhed", substitutes__0__person__name="Tilforordnet, sundhed"),
        ),
    ),
    Fact(
        id="001.5",
        says="Eight for the administrations, a secretariat of three organisations",
        by=told(POLITICAL, "membership.seat-opened"),
        seen=(
            sees(SEATS, times=8, type="seat", body__name="Politisk niveau", voice="adviser"),
            sees(SEATS, times=3, type="seat", body__name="Politisk niveau", voice="secretariat"),
            sees(SEATS, type="body", name="Politisk niveau", secretariat="per-party"),
        ),
    ),
    Fact(
        id="001.6",
        says="Three apologies, one with somebody instead; the names stay in the list",
        by=(*told(MEETING, "meeting.apology-given"), *told(MEETING, "meeting.seat-taken", seat="obs-sundhed")),
        seen=(
            sees(MEETING, times=3, type="apology"),
            sees(MEETING, type="apology", person__name="Tilforordnet, sundhed", sends__name="Erstatning, sundhed"),
            sees(MEETING, type="apology", person__name="Udvalgsnæstformand, Aalborg", sends=None),
            sees(
                MEETING,
                type="seat",
                seat="obs-sundhed",
                person__name="Erstatning, sundhed",
                in_for__0__name="Tilforordnet, sundhed",
                in_for__1__name="Udvalgsformand, sundhed",
            ),
            sees(MEETING, times=0, type="seat", seat="obs-aalborg"),
        ),
    ),
    Fact(
        id="001.7",
        says="Four guests: two for one item, two with a seat in another body",
        by=told(MEETING, "meeting.guest-invited", "meeting.guest-attended"),
        seen=(
            sees(MEETING, times=2, type="guest", item="ips", of_body=None),
            sees(MEETING, times=2, type="guest", item="patienter", of_body__name="Chefforum"),
            sees(SEATS, times=2, type="seat", body__name="Chefforum", patients=True),
        ),
    ),
    Fact(
        id="001.8",
        says="Two co-chairs; one of them leads",
        by=told(POLITICAL, "membership.chair-taken"),
        seen=(
            sees(SEATS, type="seat", chairs_for="region", person__name="Medformand, regionsrådet"),
            sees(SEATS, type="seat", chairs_for="kommuner", person__name="Medformand, Aalborg"),
        ),
    ),
    Fact(
        id="001.9",
        says="The agenda: no recommendation, no remarks",
        by=(
            *told(MEETING, "meeting.decision-recorded", item="dagsorden"),
            *told(MEETING, "meeting.agenda-adopted"),
        ),
        seen=(
            sees(DECISIONS, item="dagsorden", item_number="1", outcome="no-remarks", answers=[]),
            sees(MEETING, type="agenda", revision=1, text="Ingen bemærkninger."),
            sees(MEETING, times=0, type="recommendation", item="dagsorden"),
        ),
    ),
    Fact(
        id="001.10",
        says="A theme with figures of their own wholes; discussed, two themes, no decision",
        by=(
            *told(MEETING, "meeting.item-added", item="ips"),
            *told(MEETING, "meeting.point-recorded", item="ips"),
            *told(MEETING, "meeting.decision-recorded", item="ips"),
            *told(MARCH, "meeting.decision-recorded", decision="3"),
            *told(PAPER, "document.statement-quoted", locator="Punkt 2"),
        ),
        seen=(
            sees(MEETING, type="item", number="2", from_at="2023-05-24T14:00:00Z", to_at="2023-05-24T14:40:00Z"),
            sees(DOCUMENTS, type="statement", claim__count=153),
            sees(DOCUMENTS, type="statement", claim__count=86),
            sees(DOCUMENTS, type="statement", claim__count=67),
            sees(DOCUMENTS, type="statement", number="p1", claim__kind="percent", words=Says("49 %")),
            sees(DOCUMENTS, times=12, type="statement", claim__kind="percent"),
            sees(DOCUMENTS, type="statement", words="ultimo 2023", claim__latest="2023-12-31"),
            sees(DECISIONS, item="ips", outcome="discussed", answers=["1"], effects=[]),
            sees("midt/lineage", type="edge", kind="based-on", key=Says("item/ips/from"), other__decision="3"),
        ),
    ),
    Fact(
        id="001.11",
        says="The directors approved frames, gave out ownership and approved a model",
        by=(
            *told(MEETING, "meeting.item-added", item="handleplan"),
            *told(MODEL, "meeting.registered-afterwards"),
            *told(MODEL, "meeting.decision-recorded", decision="1"),
            *told(MODEL, "meeting.decision-recorded", decision="2"),
            *told(MODEL, "meeting.decision-recorded", decision="3"),
            *told("midt/initiative/1", "initiative.owner-assigned"),
            *told(TEN, "initiative.owner-assigned"),
        ),
        seen=(
            sees(MEETING, type="item", number="3", case=Says("direktørforum")),
            sees(DECISIONS, meeting__id=MODEL, number="1", outcome="approved", text=Says("arbejdsgrupperne")),
            sees(DECISIONS, meeting__id=MODEL, number="2", outcome="approved", effects=["set-path", "set-path"]),
            sees(DECISIONS, meeting__id=MODEL, number="3", effects=15 * ["assign-owner"], decided_on=None),
            sees(BOARD, times=15, type="initiative", group__name=Says("Arbejdsgrupperne")),
            sees(BOARD, times=14, type="initiative", owners=[], stage="owned"),
            sees(TEN, type="step", what="owner-assigned", decision__decision="3", person__name="Chef, Aalborg"),
        ),
    ),
    Fact(
        id="001.12",
        says="The model: an order, suppliers, a confirmation that two bodies approve, colours",
        by=(
            *told(MEETING, "meeting.item-added", item="handleplan"),
            *told(MEETING, "meeting.point-recorded", item="handleplan"),
            *told("midt/mandate/action-plan", "mandate.path-set"),
            *told("midt/mandate/initiative-confirmation", "mandate.path-set"),
            *told("midt/mandate/initiative-deviation", "mandate.path-set"),
            *told(PLAN, "plan.drafted", "plan.adopted"),
            *told(TEN, "initiative.order-confirmed", "initiative.confirmation-approved", "initiative.started"),
            *told(TEN, "initiative.colour-reported", "initiative.remedy-agreed", "initiative.escalated"),
        ),
        seen=(
            sees(MEETING, type="item", number="3", case=Says("grøn, gul eller rød")),
            sees(
                PLAN, type="plan", state="adopted", orders=15, by_body__name="Politisk niveau", decision__decision="1"
            ),
            sees(PLAN, times=15, type="order"),
            sees(PLAN, type="order", number="10", order=10, initiative__id=TEN, title=Says("mest sammensat")),
            sees(BOARD, times=15, type="initiative", ordered_by__name="Politisk niveau", plan__id=PLAN),
            sees(
                BOARD,
                type="initiative",
                stage="underway",
                number="10",
                revision=1,
                approved_by__1__name="Direktørforum",
            ),
            sees(TEN, type="step", what="order-confirmed", revision=1, text=Says("Fem dele")),
            sees(TEN, type="step", what="confirmation-approved", by_body__name="Chefforum"),
            sees(TEN, type="step", what="escalated", by_body__name="Chefforum", to_body__name="Direktørforum"),
            sees(BOARD, times=3, type="colour", initiative__id=TEN),
            sees(BOARD, type="colour", colour="yellow", day="2023-09-14", reason=Says("Jammerbugt")),
            sees(BOARD, type="colour", colour="red", day="2023-10-12", reason=Says("geriatere")),
        ),
    ),
    Fact(
        id="001.13",
        says="Work has begun; the groups report to the chiefs in the middle of June; of noting nothing is said",
        by=(
            *told(MEETING, "meeting.decision-recorded", item="handleplan"),
            *told("midt/action/ordrebekraeftelser", "action.assigned"),
            *told(PAPER, "document.statement-quoted", number="s8"),
        ),
        seen=(
            sees(DECISIONS, item="handleplan", number="3.1", outcome="not-minuted", answers=["1"]),
            sees(
                "midt/actions",
                type="action",
                debtor__name=Says("Arbejdsgrupperne"),
                report_to__name="Chefforum",
                expected__words="medio juni",
                expected__latest="2023-06-20",
            ),
            sees(DOCUMENTS, number="s8", type="statement", claim__earliest="2023-06-11", claim__latest="2023-06-20"),
            sees(MEETING, times=2, type="point", item="handleplan", sort="information"),
        ),
    ),
    Fact(
        id="001.14",
        says="Initiative 10: approved with a remark in March, narrowed in April, supported with a wish in May",
        by=(
            *told(MARCH, "meeting.decision-recorded", decision="1"),
            *told(MARCH, "meeting.decision-recorded", decision="2"),
            *told(APRIL, "meeting.decision-recorded"),
            *told(ASKED, "referral.sent", "referral.placed", "referral.answered"),
            *told(TEN, "initiative.ordered", "initiative.narrowed"),
            *told(TEN, "initiative.remarked", "initiative.remark-answered", remark="konkret"),
            *told(TEN, "initiative.remarked", "initiative.remark-answered", remark="handling"),
            *told(MEETING, "meeting.decision-recorded", item="indsats-10"),
            *told(MEETING, "meeting.point-recorded", item="indsats-10"),
        ),
        seen=(
            sees(MEETING, times=3, type="basis", item="indsats-10", by=None),
            sees(DECISIONS, meeting__id=MARCH, number="1", outcome="approved-with-remark", decided_on="2023-03-13"),
            sees(DECISIONS, meeting__id=APRIL, outcome="decided", decided_on="2023-04-17", text=Says("ældste 2 %")),
            sees(DECISIONS, meeting__id=MEETING, number="4.1", outcome="supported", answers=["1"]),
            sees(MEETING, times=6, type="point", item="indsats-10", sort="information"),
            sees(MEETING, type="point", item="indsats-10", sort="wish", who__name="Politisk niveau"),
            sees("midt/referrals", type="referral", referral__id=ASKED, state="answered", direction="promised"),
            sees(
                BOARD,
                times=2,
                type="remark",
                initiative__id=TEN,
                answered=True,
                answer__decision="4.1",
            ),
            sees(
                TEN,
                type="step",
                what="narrowed",
                code="target-group",
                by_body__name="Direktørforum",
                text="De ældste 2 %",
            ),
        ),
    ),
    Fact(
        id="001.15",
        says="Dialogue with the patients: six points, a talk raised to the region, a yearly duty",
        by=(
            *told(MEETING, "meeting.point-recorded", item="patienter"),
            *told(MEETING, "meeting.question-concluded", item="patienter"),
            *told(MEETING, "meeting.decision-recorded", item="patienter"),
            *told("midt/referral/faelles-indkoeb", "referral.sent"),
            *told("midt/action/aarligt-patientmoede", "action.assigned", "action.replied"),
        ),
        seen=(
            sees(MEETING, times=7, type="point", item="patienter", who__name=Says("Patientinddragelsesudvalget")),
            sees(MEETING, type="point", item="patienter", sort="call"),
            sees(MEETING, type="point", item="patienter", sort="attention", who=None, text=Says("72 timer")),
            sees(MEETING, type="question", item="patienter", conclusion="agreed"),
            sees(DECISIONS, item="patienter", number="5.2", outcome="raises", effects=["refer"]),
            sees(
                "midt/referrals",
                type="referral",
                direction="up",
                to_body__id="nordjylland/body/sundhedssamarbejdsudvalget",
                state="sent",
            ),
            sees("nordjylland/referrals", type="referral", key="midt:faelles-indkoeb", direction="up", state="sent"),
            sees("midt/actions", type="action", recurs="yearly", debtor__name="Politisk niveau"),
            sees("midt/compliance", type="requirement", requirement="patient-meeting", state="met", since="2023-05-24"),
            sees("midt/compliance", type="requirement", requirement="patient-seats", state="met"),
            sees("midt/compliance", times=2, type="evidence", requirement="patient-seats", met=True),
        ),
    ),
    Fact(
        id="001.16",
        says="The national emergency plan: six themes, own record, three subjects agreed to follow",
        by=(
            *told(MEETING, "meeting.item-added", "meeting.attachment-added", item="akutplan"),
            *told(MEETING, "meeting.decision-recorded", item="akutplan"),
            *told("midt/action/foelge-akutplanen", "action.assigned"),
            *told(PAPER, "document.statement-doubted", number="s3"),
        ),
        seen=(
            sees(MEETING, times=2, type="attachment", item="akutplan"),
            sees(MEETING, type="item", number="6", case=Says("seks temaer")),
            sees(MEETING, type="item", number="6", case=Says("audit i maj 2022")),
            sees(DECISIONS, item="akutplan", number="6.1", outcome="discussed", answers=["1"]),
            sees(DECISIONS, item="akutplan", number="6.2", outcome="agreed", effects=["assign"]),
            sees("midt/actions", type="action", recurs="every-meeting", debtor__name="Politisk niveau"),
            sees("midt/actions", times=0, type="occurrence", action__id="midt/action/foelge-akutplanen"),
            sees(DOCUMENTS, type="doubt", number="s3", doubt="contradicts"),
            sees(DOCUMENTS, type="counter", number="s2", doubt="contradicts", at__part="s3"),
        ),
    ),
    Fact(
        id="001.17",
        says="Any other business: money for the cluster, a wish, a call; a note added after the meeting",
        by=(
            *told(MEETING, "meeting.point-recorded", item="eventuelt"),
            *told("midt/minutes/2023-05-24-political", "minutes.note-added"),
            *told("midt/fund/klyngemidler", "fund.no-grant-noted", year=2024),
        ),
        seen=(
            sees("midt/minutes/2023-05-24-political", type="note", item="eventuelt", text=Says("2024")),
            sees("midt/fund/klyngemidler", type="year", year=2024, no_grant=True),
            sees("midt/fund/klyngemidler", times=0, type="posting"),
            sees(MEETING, type="point", item="eventuelt", sort="information"),
            sees(MEETING, type="point", item="eventuelt", sort="wish"),
            sees(MEETING, type="point", item="eventuelt", sort="call"),
            sees(DECISIONS, times=0, item="eventuelt"),
            sees(MEETING, type="item", number="7", any_other_business=True),
        ),
    ),
    Fact(
        id="001.18",
        says="Outcomes: no remarks, discussed, supported, agreed, referred up, told, attention, wish, call",
        by=told(MEETING, "meeting.decision-recorded"),
        seen=tuple(
            sees(DECISIONS, times=times, meeting__id=MEETING, outcome=outcome)
            for outcome, times in (
                ("no-remarks", 1),
                ("discussed", 3),
                ("not-minuted", 1),
                ("supported", 1),
                ("raises", 1),
                ("agreed", 1),
            )
        ),
    ),
)
