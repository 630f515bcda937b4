"""The facts of source 000 from 000.12 on, written from the paper: the work, the money, how it is followed up."""

from tests.stories.seen import Fact, Says, sees, told

PAPER = "syd/document/status-2021-foraar"
STEERING = "syd/body/steering"
PLAN, PROJECT = "syd/plan/sundhedsaftalen", "syd/initiative/skroebelige-patienter"
INITIATIVES = "syd/initiatives"
MEETING, POLITICAL_MEETING = "syd/meeting/2020-2021-steering", "syd/meeting/2020-2021-political"
SEATS, DECISIONS, DOCUMENTS = "syd/people", "syd/decisions", "syd/documents"
REFERRALS, ACTIONS = "syd/referrals", "syd/actions"
QUOTED = "document.statement-quoted"

FACTS_000_REST = (
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
            *(
                sees(INITIATIVES, type="initiative", title=title, by=[])
                for title in (
                    "Patientens team",
                    "Mindre tvang i psykiatrien på tværs af sektorer",
                    "Genoptræningsplaner laves på et fælles møde",
                    "Ungerådgivning",
                    "Et udgående team for børn og unge",
                    "Analyse af hjælpen til børn og unge med psykiske vanskeligheder",
                )
            ),
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
            sees(INITIATIVES, title=Says("diabetes"), theme="2", by__0__name="Steno Diabetes Center Nord"),
            sees(SEATS, type="body", name="Styregruppen med Steno", level="group"),
        ),
    ),
    Fact(
        id="000.19",
        says="The key: Rebild 10, Vesthimmerland 15, Mariagerfjord 15, the region 60",
        by=(
            *told("syd/financing-key/projekter", "financing-key.agreed"),
            *told("syd/fund/projektmidler", "fund.contribution-shared"),
            *told(PAPER, QUOTED, locator="Økonomi"),
        ),
        seen=(
            sees(
                "syd/audit-trail",
                tag="financing-key.agreed",
                da=Says(
                    "Rebild Kommune 10, Vesthimmerlands Kommune 15, Mariagerfjord Kommune 15 og Region Nordjylland 60"
                ),
            ),
            sees(
                "syd/financing-keys",
                type="key-version",
                whole=100,
                shares__0__party__name="Rebild Kommune",
                shares__0__weight=10,
                shares__3__party__name="Region Nordjylland",
                shares__3__weight=60,
                from_on=None,
            ),
            *(
                sees("syd/fund/projektmidler", type="account", sort="party", party__name=party, balance_oere=oere)
                for party, oere in (
                    ("Rebild Kommune", -12_345_679),
                    ("Vesthimmerlands Kommune", -18_518_518),
                    ("Mariagerfjord Kommune", -18_518_518),
                    ("Region Nordjylland", -74_074_074),
                )
            ),
            sees(DOCUMENTS, times=5, type="statement", claim__kind="percent"),
            sees(DOCUMENTS, type="statement", number="m5", words="60% til Region Nordjylland"),
        ),
    ),
    Fact(
        id="000.20",
        says="No buying out of own staff, only the project's time, no word on operation afterwards",
        by=(
            *told("syd/financing-key/projekter", "financing-key.agreed"),
            *told("syd/fund/projektmidler", "fund.criteria-set"),
        ),
        seen=(
            *(
                sees("syd/fund/projektmidler", type="criterion", criterion=criterion)
                for criterion in ("not-own-staff", "project-period-only", "no-promise-of-operation")
            ),
            sees("syd/audit-trail", tag="financing-key.agreed", da=Says("køber ikke egne folk fri")),
        ),
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
            sees(ACTIONS, times=7, type="action", owed_by="party", what=Says("hjemme hos sig selv")),
            sees(ACTIONS, times=5, type="action", owed_by="party", what=Says("dashboard")),
            sees(DOCUMENTS, type="statement", number="f2", claim__count=4),
            sees(
                "syd/learning",
                type="audit",
                state="planned",
                by_body__name="Driftsgruppen",
                subject=Says("grundaftale"),
            ),
            sees(
                "syd/agreements-in-force",
                type="agreement",
                title="Den tværsektorielle grundaftale",
                owner__name="Driftsgruppen",
                history="incomplete",
            ),
        ),
    ),
    Fact(
        id="000.23",
        says="Early talk of municipalities and region about the new university hospital, and tasks that may move",
        by=(
            *told("syd/referral/nyt-universitetshospital", "referral.sent"),
            *told("syd/initiative/nyt-hospital", "initiative.listed"),
        ),
        seen=(
            sees(REFERRALS, type="referral", direction="sideways", to_party__name="Region Nordjylland"),
            sees(INITIATIVES, title=Says("nye universitetshospital"), theme="1"),
        ),
    ),
)
