"""The facts of source 000 (Klynge Syd, spring 2021), written from the paper."""

from tests.stories.seen import Fact, Says, sees, told

PAPER = "syd/document/status-2021-foraar"
STEERING, OPERATIONS = "syd/body/steering", "syd/body/operations"
PLAN, PROJECT = "syd/plan/sundhedsaftalen", "syd/initiative/skroebelige-patienter"
INITIATIVES = "syd/initiatives"
MEETING, POLITICAL_MEETING = "syd/meeting/2020-2021-steering", "syd/meeting/2020-2021-political"
SEATS, DECISIONS, DOCUMENTS = "syd/people", "syd/decisions", "syd/documents"
REFERRALS, ACTIONS = "syd/referrals", "syd/actions"
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
    Fact(
        id="000.12",
        says="One improvement project at a time, chosen by the steering group; besides it smaller groups",
        by=(
            *told(STEERING, "body.rules-set"),
            *told("syd/mandate/improvement-project", "mandate.path-set"),
            *told(MEETING, "meeting.decision-recorded", decision="2"),
        ),
        seen=(
            sees(SEATS, type="body-rules", body__name="Klyngestyregruppen", one_at_a_time="forbedringsprojekt"),
            sees(
                "syd/mandates", type="path", subject="forbedringsprojekter", steps__0__body__name="Klyngestyregruppen"
            ),
            sees(DECISIONS, item="projekt", outcome="decided", text=Says("indlæggelser")),
        ),
    ),
    Fact(
        id="000.13",
        says="Six working groups, each for a concrete problem or a new effort",
        by=tuple(
            each
            for group in ("behandlingsansvar", "delirmodel", "blodprop", "ernaering", "audit", "steno")
            for each in told(f"syd/body/{group}", "body.established")
        ),
        seen=(
            sees(SEATS, times=6, type="body", level="group", parent__name="Klyngestyregruppen"),
            sees(SEATS, type="body-task", body__name="Gruppen om delirmodellen", task=Says("delir")),
        ),
    ),
    Fact(
        id="000.14",
        says="A project has purpose, criteria of which three to four are met, places, and ideas tried on a small scale",
        by=(
            *told(PROJECT, "initiative.listed", "initiative.described", "initiative.started"),
            *told(PAPER, QUOTED, number="w2"),
        ),
        seen=(
            sees(INITIATIVES, type="initiative", initiative_kind="improvement-project", theme="1", phase="trial"),
            sees(PROJECT, times=4, type="point", what="criterion"),
            sees(PROJECT, times=4, type="point", what="idea"),
            sees(PROJECT, times=2, type="point", what="place"),
            sees(PROJECT, type="step", what="described", text=Says("forebygge")),
            sees(DOCUMENTS, type="statement", number="w2", claim__kind="count-between", words="tre til fire"),
        ),
    ),
    Fact(
        id="000.15",
        says="An initiative stands under one guidepost and may support others; the lists do not hold all",
        by=told("syd/initiative/helbredstjek", "initiative.listed"),
        seen=(
            sees(INITIATIVES, title=Says("Helbredstjek"), theme="1", supports=["2"]),
            *(
                sees(INITIATIVES, times=count, type="initiative", theme=guidepost)
                for guidepost, count in (("1", 6), ("2", 4), ("3", 6), ("4", 8), ("5", 8))
            ),
        ),
    ),
    Fact(
        id="000.16",
        says="By one party, several or the cluster; on trial, ongoing, or partly in operation",
        by=(
            *told("syd/initiative/aabne-tilbud", "initiative.listed"),
            *told("syd/initiative/storrygere", "initiative.listed"),
        ),
        seen=(
            sees(INITIATIVES, title=Says("storrygere"), phase="part-operation", by__2__name="Mariagerfjord Kommune"),
            sees(INITIATIVES, title=Says("nabokommunernes"), phase="trial"),
            sees(INITIATIVES, type="initiative", title=Says("Boblberg"), by__0__name="Vesthimmerlands Kommune"),
            sees(INITIATIVES, type="initiative", initiative_kind="improvement-project", by=[]),
        ),
    ),
    Fact(
        id="000.17",
        says="One guidepost without a focus of its own, one wished by politicians, one well advanced",
        by=(
            *told(PLAN, "plan.focus-noted"),
            *told(POLITICAL_MEETING, "meeting.decision-recorded"),
            *told("syd/referral/boern-og-unge", "referral.sent", "referral.answered"),
        ),
        seen=(
            sees(PLAN, type="focus", theme="3", focus="none-of-its-own", by_body__name="Klyngestyregruppen"),
            sees(PLAN, type="focus", theme="4", focus="wished", by_body__name="Den politiske klynge"),
            sees(PLAN, type="focus", theme="5", focus="advanced", by_body__name="Den politiske klynge"),
            sees(DECISIONS, item="rygning", outcome="agreed", text=Says("langt med rygning")),
            sees(DECISIONS, item="boern-og-unge", outcome="refers", effects=["refer"]),
            sees(REFERRALS, type="referral", state="answered", question=Says("mentale sundhed")),
        ),
    ),
    Fact(
        id="000.18",
        says="The first project with Steno: diabetes found early, at workplaces",
        by=told("syd/initiative/diabetes-paa-arbejdspladsen", "initiative.listed"),
        seen=(
            sees(INITIATIVES, title=Says("diabetes"), theme="2", by__0__name="Steno Diabetes Center Nordjylland"),
            sees(SEATS, type="body", name="Styregruppen med Steno", level="group"),
        ),
    ),
    Fact(
        id="000.19",
        says="The key: Rebild 10, Vesthimmerland 15, Mariagerfjord 15, the region 60",
        by=(*told("syd/financing-key/projekter", "financing-key.agreed"), *told(PAPER, QUOTED, locator="Økonomi")),
        seen=(
            sees(
                "syd/audit-trail",
                tag="financing-key.agreed",
                da=Says(
                    "Rebild Kommune 10, Vesthimmerlands Kommune 15, Mariagerfjord Kommune 15 og Region Nordjylland 60"
                ),
            ),
            sees(DOCUMENTS, times=5, type="statement", claim__kind="percent"),
            sees(DOCUMENTS, type="statement", number="m5", words="60% til Region Nordjylland"),
        ),
    ),
    Fact(
        id="000.20",
        says="No buying out of own staff, only the project's time, no word on operation afterwards",
        by=told("syd/financing-key/projekter", "financing-key.agreed"),
        seen=(sees("syd/audit-trail", tag="financing-key.agreed", da=Says("køber ikke egne folk fri")),),
    ),
    Fact(
        id="000.21",
        says="Economy must not stop the testing of good ideas",
        by=told("syd/financing-key/projekter", "financing-key.agreed"),
        seen=(sees("syd/audit-trail", tag="financing-key.agreed", da=Says("må ikke stoppe en god idé")),),
    ),
    Fact(
        id="000.22",
        says="Followed up by the parties themselves, a dashboard of four clusters, audits of citizens' courses",
        by=(
            *told("syd/action/egen-opfoelgning", "action.assigned"),
            *told("syd/action/faelles-dashboard", "action.assigned"),
            *told("syd/pathway-audit/2021-grundaftalen", "pathway-audit.planned"),
            *told("syd/agreement/tvaersektorielle-grundaftale", "agreement.registered"),
        ),
        seen=(
            sees(ACTIONS, times=5, type="action", owed_by="party", what=Says("hjemme hos sig selv")),
            sees(ACTIONS, times=5, type="action", owed_by="party", what=Says("dashboard")),
            sees(DOCUMENTS, type="statement", number="f2", claim__count=4),
            sees("syd/audit-trail", tag="pathway-audit.planned", da=Says("grundaftale")),
        ),
    ),
    Fact(
        id="000.23",
        says="Early talk with the new university hospital about tasks that may move",
        by=(
            *told("syd/referral/nyt-universitetshospital", "referral.sent"),
            *told("syd/initiative/nyt-hospital", "initiative.listed"),
        ),
        seen=(
            sees(REFERRALS, type="referral", direction="sideways", to_party__name="Aalborg Universitetshospital"),
            sees(INITIATIVES, title=Says("nye universitetshospital"), theme="1"),
        ),
    ),
)
