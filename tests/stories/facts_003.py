"""The facts of source 003 (steering group of Randersklyngen, autumn 2020), written from the paper."""

from tests.stories.seen import Fact, Says, sees, told

MEETING = "randers/meeting/2020-efteraar-steering"
PAPER = "randers/document/dagsorden-2020-efteraar"
PRIORITIES = "randers/membership/prioriteringsudvalg"
SEATS, DECISIONS, DOCUMENTS = "randers/people", "randers/decisions", "randers/documents"
ACTIONS, REFERRALS = "randers/actions", "randers/referrals"
AGREEMENTS, INDICATORS = "randers/agreements-in-force", "randers/indicators"
AIDS, IV = "midtjylland/agreement/hjaelpemidler-2010", "midtjylland/agreement/iv-behandling"

CRISIS = ["establish-body", "call-nominations", "appoint", "set-path", "delegate"]

FACTS_003 = (
    Fact(
        id="003.1",
        says="No header, date or attendance; four municipalities, a hospital and psychiatry",
        by=(
            *told(MEETING, "meeting.registered-afterwards"),
            *told(PAPER, "document.filed"),
            *told("randers/cluster/randers", "cluster.party-joined", "cluster.name-noted"),
        ),
        seen=(
            sees("randers/meetings", type="meeting", phase="reported", held__earliest="2020-09-01"),
            sees(DOCUMENTS, type="document", dated__latest="2020-09-30"),
            sees(DOCUMENTS, type="doubt", doubt="missing"),
            sees(DOCUMENTS, type="doubt", doubt="two-names", read_as__words="Randersklyngen"),
            sees(MEETING, times=0, type="seat"),
            sees(MEETING, times=9, type="item", state="settled", settled_at=None),
            sees(SEATS, times=6, type="seat", body__name="Klyngestyregruppen", voice="vote"),
            sees(SEATS, times=6, type="cluster-party"),
        ),
    ),
    Fact(
        id="003.2",
        says="Status of the Alliance's initiatives with words of its own; four questions; one attachment",
        by=(
            *told(MEETING, "meeting.item-added", item="alliancen"),
            *told(MEETING, "meeting.question-raised", item="alliancen"),
            *told(MEETING, "meeting.attachment-added", item="alliancen"),
            *told(MEETING, "meeting.decision-recorded", item="alliancen"),
        ),
        seen=(
            sees(MEETING, type="item", number="1", case=Says("2/4")),
            sees(MEETING, type="item", number="1", case=Says("KOSU og DASSOS")),
            sees(MEETING, times=4, type="question", item="alliancen", conclusion=None),
            sees(MEETING, type="attachment", item="alliancen"),
            sees(MEETING, type="point", item="alliancen", sort="information", text=Says("fremdrift")),
            sees(DECISIONS, item="alliancen", outcome="not-minuted", answers=["1"]),
        ),
    ),
    Fact(
        id="003.3",
        says="A request from outside; nested recommendations; two of four wish to take part, if that is accepted",
        by=(
            *told("randers/referral/selvskade-ind", "referral.received", "referral.placed"),
            *told(MEETING, "meeting.recommendation-added", item="selvskade"),
            *told(MEETING, "meeting.point-recorded", item="selvskade"),
            *told(MEETING, "meeting.decision-recorded", "meeting.item-settled", item="selvskade"),
            *told("randers/condition/delvis-deltagelse", "condition.opened", "condition.block-added"),
            *told("randers/initiative/selvskade", "initiative.listed", "initiative.held"),
            *told("randers/referral/selvskade-ud", "referral.sent"),
        ),
        seen=(
            sees(REFERRALS, type="referral", direction="in", answer_by="2020-10-01", state="placed"),
            sees(MEETING, times=3, type="recommendation", item="selvskade", only_if="1", answered_by=None),
            sees(MEETING, type="point", item="selvskade", stance="wishes", who__name="Randers Kommune"),
            sees(MEETING, type="point", item="selvskade", stance="wishes", who__name="Norddjurs Kommune"),
            sees(MEETING, times=2, type="point", item="selvskade"),
            sees(DECISIONS, number="2.1", outcome="approved-conditionally", standing="waiting", answers=["1"]),
            sees(DECISIONS, number="2.2", outcome="decided", standing="in-effect", effects=["hold"]),
            sees(
                "randers/conditions",
                type="condition",
                state="open",
                awaits="answer-to",
                answer_by=None,
                blocks__0__decision="2.1",
                blocks__1__item="selvskade",
                blocks__2__stream__name=Says("selvskade"),
            ),
            sees(
                "randers/lineage",
                type="edge",
                kind="requires",
                key=Says("decision/2.2/to"),
                other__stream__id="randers/condition/delvis-deltagelse",
            ),
            sees("randers/lineage", type="edge", kind="holds-back", key=Says("initiative/selvskade/from")),
            sees(REFERRALS, type="referral", direction="out", outside=Says("Alliancen"), state="sent"),
            sees(MEETING, times=2, type="attachment", item="selvskade"),
        ),
    ),
    Fact(
        id="003.4",
        says="Psychiatry's six areas with goals for 2024; the text under decision is information",
        by=(
            *told(MEETING, "meeting.item-added", item="psykiatriplan"),
            *told(MEETING, "meeting.point-recorded", item="psykiatriplan"),
            *told(MEETING, "meeting.decision-recorded", item="psykiatriplan"),
        ),
        seen=(
            sees(MEETING, type="item", number="3", case=Says("seks områder")),
            sees(MEETING, type="point", item="psykiatriplan", sort="information", text=Says("2024")),
            sees(DECISIONS, item="psykiatriplan", outcome="not-minuted", answers=["1"]),
        ),
    ),
    Fact(
        id="003.5",
        says="Two seats in an outside body: one member, one substitute, one seat open",
        by=(
            *told(MEETING, "meeting.decision-recorded", item="prioriteringsudvalg"),
            *told(
                PRIORITIES,
                "membership.seat-opened",
                "membership.seat-filled",
                "membership.seat-vacated",
                "membership.substitute-named",
            ),
        ),
        seen=(
            sees(SEATS, type="body", name=Says("Prioriteringsudvalget"), level="external"),
            sees(SEATS, type="seat", seat="plads-1", person__name="Sundhedschef, Randers"),
            sees(SEATS, type="seat", seat="plads-2", person=None, vacant_because="left"),
            sees(
                DECISIONS,
                number="4.1",
                outcome="appoints",
                outcome_says__filled=["plads-1"],
                outcome_says__open=["plads-2"],
            ),
            sees(SEATS, type="seat", seat="plads-1", substitutes__0__person__name="Sundhedschef, Favrskov"),
            sees(SEATS, type="seat", seat="plads-2", substitutes__0__person__name="Sundhedschef, Favrskov"),
        ),
    ),
    Fact(
        id="003.6",
        says="Aids: an agreement ended by two regional bodies; duties change; two wishes, one taken up on 23 September",
        by=(
            *told(MEETING, "meeting.item-added", item="hjaelpemidler"),
            *told(MEETING, "meeting.point-recorded", item="hjaelpemidler"),
            *told(MEETING, "meeting.decision-recorded", item="hjaelpemidler"),
            *told("randers/referral/arbejdsgange-hjaelpemidler", "referral.sent"),
            *told(
                AIDS,
                "agreement.registered",
                "agreement.entered-into-force",
                "agreement.termination-proposed",
                "agreement.termination-approved",
                "agreement.terminated",
            ),
        ),
        seen=(
            sees(AGREEMENTS, times=5, type="bond", agreement__id=AIDS, ends_on="2020-08-01", ended_by="terminated"),
            sees(
                AGREEMENTS,
                type="step",
                step="termination-proposed",
                by__id="midtjylland/body/arbejdsgruppen-om-hjaelpemidler",
            ),
            sees(AGREEMENTS, type="step", step="termination-approved", by__id="midtjylland/body/sundhedsstyregruppen"),
            sees(
                AGREEMENTS,
                type="step",
                step="termination-approved",
                by__id="midtjylland/body/sundhedskoordinationsudvalget",
            ),
            sees(AGREEMENTS, type="step", step="terminated", ceases_on="2020-08-01", text=Says("§ 113 b")),
            sees(AGREEMENTS, times=5, type="bond", agreement__id=AIDS, periods__0__begins__latest="2010-12-31"),
            sees(MEETING, type="basis", item="hjaelpemidler", who="Sundhedsstyregruppen", on__latest="2020-05-07"),
            sees(
                MEETING,
                type="basis",
                item="hjaelpemidler",
                who="Sundhedskoordinationsudvalget",
                on__latest="2020-05-28",
            ),
            sees(MEETING, times=2, type="point", item="hjaelpemidler", sort="wish", who_group="kommunerne"),
            sees(MEETING, type="point", item="hjaelpemidler", to__name="Regionshospitalet Randers"),
            sees(DECISIONS, item="hjaelpemidler", outcome="discussed", effects=["refer"]),
            sees(
                REFERRALS,
                type="referral",
                to_body__id="midtjylland/body/arbejdsgruppen-om-hjaelpemidler",
                expected__latest="2020-09-23",
            ),
            sees(DOCUMENTS, type="statement", words="pr. 1. august 2020"),
        ),
    ),
    Fact(
        id="003.7",
        says="IV agreement: in force on other days per party; an economy group; who names whom; 28 days next time",
        by=(
            *told(MEETING, "meeting.item-added", item="iv-aftale"),
            *told(MEETING, "meeting.decision-recorded", item="iv-aftale"),
            *told("randers/referral/28-dage", "referral.sent"),
            *told("randers/body/oekonomigruppe", "body.established"),
            *told("randers/membership/oekonomigruppe", "membership.seat-opened", "membership.nominations-called"),
            *told(IV, "agreement.registered", "agreement.party-adopted", "agreement.entered-into-force"),
            *told("randers/agreement/iv-bilateral", "agreement.registered"),
        ),
        seen=(
            sees(MEETING, type="item", number="6", case=Says("Norddjurs kom med 1. juli")),
            sees(MEETING, type="point", item="iv-aftale", sort="information", text=Says("fire kommuner")),
            sees(REFERRALS, type="referral", direction="promised", state="sent", question=Says("28 dage")),
            sees(DECISIONS, number="6.3", outcome="establishes", answers=["2"]),
            sees(SEATS, times=5, type="seat", body__name="Økonomigruppen om IV-aftalen", person=None),
            sees(ACTIONS, times=4, type="action", owed_by="party", what=Says("økonomigruppe")),
            sees(ACTIONS, type="action", debtor__name="Kontaktperson, hospitalet"),
            sees(AGREEMENTS, times=4, type="bond", agreement__id=IV, adopted=True, organ="byraad"),
            sees(AGREEMENTS, type="agreement", begun_on__earliest="2019-04-01", begun_words=Says("sat i gang")),
            *(
                sees(
                    AGREEMENTS,
                    type="bond",
                    agreement__id=IV,
                    party__name=party,
                    periods__0__begins__latest=day,
                    periods__0__how=how,
                )
                for party, day, how in (
                    ("Syddjurs Kommune", "2020-06-01", "transition"),
                    ("Favrskov Kommune", "2020-06-01", "resumed"),
                    ("Norddjurs Kommune", "2020-07-01", "new"),
                    ("Randers Kommune", "2020-09-01", "new"),
                )
            ),
            sees(
                AGREEMENTS,
                times=5,
                type="bond",
                agreement__id="randers/agreement/iv-bilateral",
                history="incomplete",
                periods=[],
            ),
        ),
    ),
    Fact(
        id="003.8",
        says="Crisis meetings go on; a small group decides when they are held; each municipality names one",
        by=(
            *told(MEETING, "meeting.decision-recorded", item="covid"),
            *told("randers/body/krisemoeder", "body.established"),
            *told("randers/mandate/krisemoeder", "mandate.path-set", "mandate.delegated"),
        ),
        seen=(
            sees(DECISIONS, number="7.2", outcome="delegates", effects=CRISIS),
            sees("randers/mandates", type="left", step="kalender", to_body__name="Gruppen om krisemøder"),
            sees(SEATS, type="seat", body__name="Gruppen om krisemøder", person__name="Kontaktperson, hospitalet"),
            sees(DECISIONS, number="7.1", outcome="decided", answers=["1"]),
            sees(ACTIONS, times=4, type="action", owed_by="party", what=Says("krisemøder")),
        ),
    ),
    Fact(
        id="003.9",
        says="Heart report: an indicator met, a target judged, a registration doubted; noted with recognition",
        by=(
            *told(MEETING, "meeting.item-added", item="hjertekommidt"),
            *told(MEETING, "meeting.decision-recorded", item="hjertekommidt"),
            *told("randers/indicator/rygestop", "indicator.defined", "indicator.reported"),
            *told("randers/indicator/fysisk-kapacitet", "indicator.defined", "indicator.target-judged"),
            *told("randers/indicator/kostvejledning", "indicator.reported", "indicator.doubted"),
        ),
        seen=(
            sees(DECISIONS, item="hjertekommidt", outcome="noted-with-recognition", answers=["1"]),
            sees(MEETING, type="item", number="8", case=Says("10 %")),
            sees(MEETING, type="attachment", item="hjertekommidt"),
            sees(INDICATORS, type="value", indicator__id=Says("rygestop"), period="2019", met=True),
            sees(INDICATORS, times=2, type="value", indicator__id=Says("rygestop"), met=False),
            sees(
                INDICATORS, type="indicator", target__bp=1000, judgement="unrealistic", judged_why=Says("hjertesvigt")
            ),
            sees(INDICATORS, type="value", period="2019", doubted=True, doubt=Says("registreret forkert")),
        ),
    ),
    Fact(
        id="003.10",
        says="Any other business: more figures wished, a decision, a report every month",
        by=(
            *told(MEETING, "meeting.item-added", "meeting.point-recorded", item="eventuelt"),
            *told(MEETING, "meeting.decision-recorded", item="eventuelt"),
            *told("randers/action/belaegningsrapport", "action.assigned"),
            *told("randers/indicator/belaegning", "indicator.defined", "indicator.reported"),
        ),
        seen=(
            sees(MEETING, type="item", number="9", any_other_business=True),
            sees(MEETING, times=2, type="point", item="eventuelt", sort="wish"),
            sees(DECISIONS, item="eventuelt", item_number="9", outcome="decided", effects=["assign"], answers=[]),
            sees(ACTIONS, type="action", recurs="monthly", debtor__name="Planchef, hospitalet"),
            sees(ACTIONS, type="occurrence", occurrence="2020-10", state="replied"),
            sees(ACTIONS, times=2, type="occurrence", state="late"),
            sees(INDICATORS, type="indicator", unit="colour", from_party__name="Regionshospitalet Randers"),
            sees(INDICATORS, type="value", period="2020-10-28", value__colour="red", trend="worse"),
        ),
    ),
    Fact(
        id="003.11",
        says="Actions owed by every party, by a person, by another body, by a body on a day",
        by=(
            *told("randers/action/belaegningsrapport", "action.assigned"),
            *told("randers/referral/arbejdsgange-hjaelpemidler", "referral.sent"),
        ),
        seen=(
            sees(ACTIONS, times=8, type="action", owed_by="party"),
            sees(ACTIONS, times=2, type="action", owed_by="person"),
            sees(REFERRALS, times=1, type="referral", expected__earliest="2020-09-23"),
        ),
    ),
)
