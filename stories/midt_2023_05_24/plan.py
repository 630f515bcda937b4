"""Items 3 and 4, 16.40 to 17.00: the action plan and initiative 10 (001.11–001.14)."""

from domain.action import Assign
from domain.claims import Span, Within
from domain.effects import AnswerReferral, ByBody
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.outcomes import PlainOutcome
from domain.planning import AnswerRemark
from domain.points import OfBody, Sort
from stories.midt_2023_05_24.names import (
    CHIEFS,
    CONFIRMATIONS,
    INITIATIVE_10,
    POLITICAL,
    WORKING_GROUPS,
    today,
)
from stories.midt_2023_05_24.names import TEN as INITIATIVE_TEN
from stories.midt_2023_05_24.said import decided, informed, point

STATUS, TEN = "handleplan", "indsats-10"

PLAN = (
    today("16:40:00", TakeUpItem(item=STATUS), by="co-chair-region"),
    today("16:41:30", informed(STATUS, "Styringsmodellen blev gennemgået.")),
    today("16:45:00", informed(STATUS, "Arbejdet med handleplanens indsatser er begyndt.")),
    # The minutes do not say that the status was noted.
    today(
        "16:47:00",
        decided(
            STATUS,
            "3.1",
            PlainOutcome.NOT_MINUTED,
            "Referatet siger ikke, om status er taget til efterretning.",
            answers=("1",),
        ),
    ),
    # 001.13: owed by the groups, to the chiefs, in the middle of June.
    today(
        "16:48:00",
        Assign(
            what="melde tilbage med en bekræftelse af hver ordre.",
            owed_by=(ByBody(body=WORKING_GROUPS),),
            report_to=CHIEFS,
            expected=Within(
                earliest="2023-06-11",
                latest="2023-06-20",
                span=Span.MIDDLE,
                words="medio juni",
                inferred="Året er mødets.",
            ),
        ),
        to=CONFIRMATIONS,
    ),
    today("16:49:00", SettleItem(item=STATUS), by="co-chair-region"),
)

INTERVENTIONS = (
    ("16:52:00", "Dele-geriatere: ordningen kommer til Jammerbugt, og i Aalborg bliver den mere fast."),
    ("16:52:40", "Den sidste tid: borgerne spørges systematisk om behandling; Aalborgs erfaringer er forbilledet."),
    (
        "16:53:20",
        "Hjælp i hjemmet i stedet for indlæggelse: paramedicinere i Jammerbugt og præhospital visitation i Aalborg.",
    ),
    ("16:54:00", "Almen praksis: mere forebyggelse og flere besøg, der følger op."),
    (
        "16:54:40",
        "De borgere, der kommer oftest: avancerede sygeplejersker, hjemmesygepleje, brobyggere og plejehjemslæger "
        "tilrettelægger forløbene sammen.",
    ),
)
INITIATIVE = (
    today("16:50:00", TakeUpItem(item=TEN), by="co-chair-region"),
    today(
        "16:51:00",
        informed(
            TEN, "Målgruppen er de ældste. Der bliver flere over 80 år, og de bruger meget hjælp i alle sektorer."
        ),
    ),
    *(today(clock, informed(TEN, text)) for clock, text in INTERVENTIONS),
    today(
        "16:56:00",
        point(TEN, Sort.WISH, "Der skal følges målrettet op på indsatsen.", OfBody(body=POLITICAL)),
    ),
    today(
        "16:58:00",
        decided(
            TEN,
            "4.1",
            PlainOutcome.SUPPORTED,
            "Der er opbakning til målgruppen og til de fem dele.",
            AnswerReferral(
                referral=INITIATIVE_10,
                text="Indsatsen er for de ældste 2 % og har fem dele. Den har niveauets opbakning.",
            ),
            # Narrowed by the directors, supported by whoever ordered it.
            AnswerRemark(initiative=INITIATIVE_TEN, remark="konkret"),
            AnswerRemark(initiative=INITIATIVE_TEN, remark="handling"),
            answers=("1",),
        ),
    ),
    today("16:59:30", SettleItem(item=TEN), by="co-chair-region"),
)
