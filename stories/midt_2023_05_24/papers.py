"""May 2023: what the paper says about the time before the meeting (001.1, 001.11, 001.14, 001.16).

The paper is on file first, since what is entered afterwards cites it.
"""

from domain.action import Assign
from domain.claims import DateNotStated, OnDay
from domain.decided import Cited
from domain.document import Direction, File
from domain.effects import ByBody, PromiseItem
from domain.initiatives import Aspect
from domain.kernel import Command
from domain.meeting.agenda import AddItem
from domain.meeting.call import RegisterAfterwards
from domain.meeting.decision import RecordDecision
from domain.meeting.discussion import RecordPoint
from domain.meeting.floor import SettleItem
from domain.membership.substitutes import NameSubstitute
from domain.occurrences import Recurs
from domain.outcomes import ApprovedWithRemark, Plain, PlainOutcome
from domain.planning import Narrow
from domain.points import OfBody, Remark, Sort
from domain.procedure import SetRules
from stories.midt_2023_05_24.cast import POLITICAL_LEVEL
from stories.midt_2023_05_24.figures import CLAIMS
from stories.midt_2023_05_24.names import (
    DIRECTORS,
    IN_APRIL,
    IN_MARCH,
    PAPER,
    PATIENTS_TALK,
    POLITICAL,
    TEN,
    THE_24TH,
    YEARLY_MEETING,
)
from stories.midt_2023_05_24.orders import (
    ACT_AT_ONCE,
    ADOPTED,
    DIRECTORS_MODEL,
    DRAFT,
    MAKE_IT_CONCRETE,
    WHO_ORDERS,
)
from stories.midt_2023_05_24.people import CAST
from stories.telling import sitting

FILED = File(
    subject="Dagsorden og referat, politisk niveau, 24. maj 2023",
    direction=Direction.INTERNAL,
    dated=OnDay(
        day="2023-05-24",
        words="onsdag d. 24. maj",
        inferred="Årstallet står der ikke. Den 24. maj er en onsdag i 2023, og akutplanen er fra februar 2023.",
    ),
)

# 001.14: the political meeting in March, known from the paper only. It gives neither numbers nor titles of the items.
MARCH: tuple[tuple[str, Command], ...] = (
    (
        IN_MARCH,
        RegisterAfterwards(
            body=POLITICAL,
            held=OnDay(day="2023-03-13", words="d. 13. marts", inferred="Samme år som mødet i maj."),
            document=PAPER,
        ),
    ),
    (IN_MARCH, AddItem(item="handleplan", number="–", title="Handleplanen")),
    (
        IN_MARCH,
        RecordDecision(
            item="handleplan",
            decision="1",
            outcome=ApprovedWithRemark(remarks=("Indsats 10 skal gøres mere konkret til næste møde.",)),
            text="Handleplanen med de 15 indsatser er godkendt.",
            at_once=(ADOPTED, MAKE_IT_CONCRETE),
        ),
    ),
    (
        IN_MARCH,
        RecordDecision(
            item="handleplan",
            decision="2",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Indsats 10 skal handle. Der skal ikke først laves en analyse.",
            at_once=(ACT_AT_ONCE,),
        ),
    ),
    # 001.10
    (
        IN_MARCH,
        RecordDecision(
            item="handleplan",
            decision="3",
            outcome=Plain(outcome=PlainOutcome.APPROVED),
            text="Indsatsen om IPS for unge på 15–17 år er godkendt. Aalborgs tilbud udbredes til Jammerbugt.",
        ),
    ),
    (IN_MARCH, AddItem(item="patienter", number="– –", title="Patientinddragelse")),
    # 001.15: a wish, says the paper. ◇ That it was agreed to have the item on the agenda is worked out from there being one.
    (
        IN_MARCH,
        RecordPoint(
            item="patienter",
            point=Remark(
                sort=Sort.WISH,
                who=OfBody(body=POLITICAL),
                text="At tale med patienternes udvalg om handleplanen, det digitale og det, udvalget selv vælger.",
            ),
        ),
    ),
    (
        IN_MARCH,
        RecordDecision(
            item="patienter",
            decision="4",
            outcome=Plain(outcome=PlainOutcome.AGREED),
            text="Niveauet taler med patienternes udvalg på et kommende møde.",
            at_once=(
                PromiseItem(
                    referral=PATIENTS_TALK,
                    question="Hvad mener patienternes repræsentanter om handleplanen, det digitale og deres egne emner?",
                    expected=THE_24TH,
                ),
            ),
        ),
    ),
    (IN_MARCH, SettleItem(item="handleplan")),
    (IN_MARCH, SettleItem(item="patienter")),
)

# 001.14: the directors chose in April.
APRIL: tuple[tuple[str, Command], ...] = (
    (
        IN_APRIL,
        RegisterAfterwards(
            body=DIRECTORS,
            held=OnDay(day="2023-04-17", words="d. 17. april", inferred="Samme år som mødet i maj."),
            document=PAPER,
        ),
    ),
    (IN_APRIL, AddItem(item="indsats-10", number="–", title="Indsats 10")),
    (
        IN_APRIL,
        RecordDecision(
            item="indsats-10",
            decision="1",
            outcome=Plain(outcome=PlainOutcome.DECIDED),
            text="Indsats 10 retter sig mod de ældste 2 %.",
            # The remark is open, so the promised item carries what became narrower.
            at_once=(
                Narrow(
                    initiative=TEN,
                    aspect=Aspect.TARGET_GROUP,
                    before="De 2 %, som har det mest sammensat",
                    after="De ældste 2 %",
                ),
            ),
        ),
    ),
    (IN_APRIL, SettleItem(item="indsats-10")),
)

# 001.15: by the rules for clusters the political level meets the patients once a year.
YEARLY: tuple[str, Command] = (
    YEARLY_MEETING,
    Assign(
        what="mødes med patienternes udvalg eller dets repræsentanter på det fagligt strategiske niveau.",
        owed_by=(ByBody(body=POLITICAL),),
        report_to=POLITICAL,
        recurs=Recurs.YEARLY,
    ),
)

DEPUTY = NameSubstitute(person=CAST["health-deputy"], stands_for=("obs-sundhed",))
# ◇ That the body has said so is worked out from what the paper shows: a deputy sends somebody else, two co-chairs sign.
RULES = SetRules(
    from_on="2023-05-10",
    source=Cited(
        who="Politisk niveau",
        on=DateNotStated(),
        words="Deltagerlisten med afbud og stedfortrædere",
        document=PAPER,
    ),
    chairs_sign=2,
    ad_hoc_substitutes=True,
)

PAPERS = (
    *sitting(
        "secretary",
        "2023-05-09",
        "09:00:00",
        (PAPER, FILED),
        WHO_ORDERS,
        DRAFT,
        *MARCH,
        *DIRECTORS_MODEL,
        *APRIL,
        *CLAIMS,
        YEARLY,
    ),
    *sitting("co-chair-region", "2023-05-10", "09:00:00", (POLITICAL, RULES)),
    # 001.4: a deputy is appointed for the chair of the health committee.
    *sitting("secretary", "2023-05-10", "10:00:00", (POLITICAL_LEVEL.membership, DEPUTY)),
)
