"""The action plan as an order: what was ordered in March, and how the directors let it be steered (001.11, 001.12, 001.14).

The paper names initiatives 9 and 10; of the other thirteen it tells no title. It does not tell on which day the directors
decided, nor who got which initiative.
"""

from domain.claims import DateNotStated, Span, Within
from domain.decided import Cited
from domain.kernel import Command
from domain.mandate import SetPath as TellPath
from domain.mandate import Step
from domain.meeting.agenda import AddItem
from domain.meeting.call import RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import SettleItem
from domain.organising import SetPath
from domain.outcomes import Plain, PlainOutcome
from domain.plan import Draft
from domain.planning import AdoptPlan, AssignOwner, GiveRemark
from domain.plans import Order, PlanKind
from stories.midt_2023_05_24.names import (
    ACTION_PLAN,
    CHIEFS,
    CONFIRMATION_PATH,
    DEVIATION_PATH,
    DIRECTORS,
    GOVERNANCE,
    ORDER_PATH,
    PAPER,
    POLITICAL,
    TEN,
    THE_24TH,
    WORKING_GROUPS,
    initiative,
)
from stories.midt_2023_05_24.people import AALBORG, CAST

ORDERED = range(1, 16)
"""Their numbers: 15 were ordered."""
TITLES = {
    9: "Bedre brug af de digitale løsninger, som klyngen har",
    10: "De 2 % af borgerne, som har det mest sammensat",
}

# 001.12: the plan is an order of the political level.
WHO_ORDERS: tuple[str, Command] = (
    ORDER_PATH,
    TellPath(
        subject="handleplanen",
        steps=(Step(step="bestille", body=POLITICAL, binding=True),),
        source=Cited(who="Klyngen", on=DateNotStated(), words="Politisk niveau bestiller", document=PAPER),
    ),
)
DRAFT: tuple[str, Command] = (
    ACTION_PLAN,
    Draft(title="Handleplan for Sundhedsklynge Midt", plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL),
)
ADOPTED: AdoptPlan[str] = AdoptPlan(
    plan=ACTION_PLAN,
    orders=tuple(
        Order(
            initiative=initiative(number),
            number=str(number),
            title=TITLES.get(number, f"Indsats {number}, hvis titel papiret ikke nævner"),
        )
        for number in ORDERED
    ),
)
# 001.14: two remarks, given at one meeting, so one item is promised.
MAKE_IT_CONCRETE: GiveRemark[str] = GiveRemark(
    initiative=TEN,
    remark="konkret",
    text="Hvad går indsats 10 helt konkret ud på?",
    expected=THE_24TH,
)
ACT_AT_ONCE: GiveRemark[str] = GiveRemark(
    initiative=TEN,
    remark="handling",
    text="Handl, og begynd ikke med en analyse.",
    expected=THE_24TH,
)

# 001.12: the chiefs approve, then the directors; the chiefs remedy yellow and red, and the directors are next.
CONFIRMATIONS: SetPath[str] = SetPath(
    mandate=CONFIRMATION_PATH,
    subject="ordrebekræftelser",
    steps=(
        Step(step="godkende i chefforum", body=CHIEFS, binding=True),
        Step(step="godkende i direktørforum", body=DIRECTORS, binding=True),
    ),
    # ◇ The model can have been approved on any day from the one on which the plan was; so from that day on.
    from_on="2023-03-13",
)
DEVIATIONS: SetPath[str] = SetPath(
    mandate=DEVIATION_PATH,
    subject="afvigelser",
    steps=(
        Step(step="afhjælpe", body=CHIEFS, binding=True),
        Step(step="løfte", body=DIRECTORS, binding=True),
        Step(step="orientere", body=POLITICAL, binding=False),
    ),
    from_on="2023-03-13",
)
# ◇ Initiative 10 has an owner and a leader so that it can go on; of the others it is known only that a group carries each.
OWNERS: tuple[AssignOwner, ...] = tuple(
    AssignOwner(initiative=initiative(number), owners=(AALBORG,), leader=CAST["chief-aalborg"], group=WORKING_GROUPS)
    if initiative(number) == TEN
    else AssignOwner(initiative=initiative(number), group=WORKING_GROUPS)
    for number in ORDERED
)

# 001.11
BETWEEN: Within[str] = Within(
    earliest="2023-03-13",
    latest="2023-05-24",
    span=Span.BETWEEN_MEETINGS,
    words="efter godkendelsen af planen",
    inferred="Det er sket, da det fortælles den 24. maj.",
)
DIRECTORS_MODEL: tuple[tuple[str, Command], ...] = (
    (GOVERNANCE, RegisterAfterwards(body=DIRECTORS, held=BETWEEN, document=PAPER)),
    (GOVERNANCE, AddItem(item="handleplan", number="–", title="Handleplanen")),
    (
        GOVERNANCE,
        RecordDecision(
            item="handleplan",
            decision="1",
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text="Rammerne for arbejdsgrupperne er godkendt.",
        ),
    ),
    (
        GOVERNANCE,
        RecordDecision(
            item="handleplan",
            decision="2",
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text="Styringsmodellen er godkendt: ordre, bekræftelse, farver og afvigelser.",
            at_once=(CONFIRMATIONS, DEVIATIONS),
        ),
    ),
    (
        GOVERNANCE,
        RecordDecision(
            item="handleplan",
            decision="3",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Indsatserne er fordelt mellem sektorerne. Hvem der fik hvilke, står ikke i papiret.",
            at_once=OWNERS,
        ),
    ),
    (GOVERNANCE, SettleItem(item="handleplan")),
)
