"""A plan that orders an initiative, and who decides about it: the political level orders, the chiefs and then the directors
approve, the chiefs remedy. Facts for tests of rules.
"""

from domain.belonging import ContactNamed, PartyJoined
from domain.body import SlotTaken
from domain.claims import DateNotStated, OnDay
from domain.cluster import ClusterForm
from domain.cluster import Established as ClusterEstablished
from domain.colours import Colour
from domain.decided import Cited, Taken
from domain.initiative import (
    ColourReported,
    ConfirmationApproved,
    Listed,
    OrderConfirmed,
    Ordered,
    OwnerAssigned,
    Remarked,
    Started,
)
from domain.initiatives import Kind, Phase
from domain.mandate import PathSet, Step, Subject
from domain.names import scope_of
from domain.outcomes import Plain, PlainOutcome
from domain.plan import PlanDrafted, ThemeSet
from domain.plans import PlanKind, ThemeKind
from domain.text import Kept, said
from tests.domain.world import (
    COORDINATING,
    ELSEWHERE,
    KOLDING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    REGION,
    STRATEGIC,
    WORLD,
    Fact,
    decision,
    on_day,
    reported,
)

CHIEFS, DIRECTORS = COORDINATING, STRATEGIC
PLAN = "lillebaelt/plan/handleplan"
TEN = "lillebaelt/initiative/10"
NEXT = "lillebaelt/initiative/11"
LEADER = OUTSIDER
"""Holds no seat."""
CONTACT = MEMBER
"""Answers for Kolding."""

ORDERING, CONFIRMING, ACTING, CHOOSING = (
    f"lillebaelt/mandate/{subject}"
    for subject in (
        Subject.ACTION_PLAN,
        Subject.INITIATIVE_CONFIRMATION,
        Subject.INITIATIVE_DEVIATION,
        Subject.IMPROVEMENT_PROJECT,
    )
)


def way(mandate: str, *steps: tuple[str, str], told: str | None = None) -> Fact:
    """Who decides about something: every step but the one named `told` is binding."""
    source: Cited[Kept] = Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Styringsmodellen"))
    path = tuple(Step(step=step, body=body, binding=step != told) for step, body in steps)
    return mandate, PathSet(subject=mandate.rsplit("/", 1)[1], steps=path, source=source)


ORDERS = way(ORDERING, ("bestille", POLITICAL))
APPROVES = way(CONFIRMING, ("godkende i chefforum", CHIEFS), ("godkende i direktørforum", DIRECTORS))
ACTS = way(ACTING, ("afhjælpe", CHIEFS), ("løfte", DIRECTORS), ("orientere", POLITICAL), told="orientere")
CHOOSES = way(CHOOSING, ("vælge", DIRECTORS))


def sat(body: str, day: str = "2024-02-01") -> str:
    """The meeting of a body on a day."""
    return f"{scope_of(body)}/meeting/{day}-{body.rsplit('/', 1)[1]}"


def decided(body: str, outcome: PlainOutcome = PlainOutcome.DECIDED, day: str = "2024-02-01") -> tuple[Fact, ...]:
    """A body has met and decided, as a paper tells."""
    meeting = sat(body, day)
    taken_there = decision("1", Plain(outcome=outcome), meeting=meeting, decided_on=day)
    return (*reported(meeting, body, on_day(day)), taken_there)


def by(body: str, day: str = "2024-02-01") -> Taken:
    """The decision of `decided`."""
    return Taken(meeting=sat(body, day), decision="1")


EACH_DECIDED = (*decided(POLITICAL), *decided(CHIEFS), *decided(DIRECTORS), *decided(ELSEWHERE))

DRAFTED = (
    PLAN,
    PlanDrafted(title=said("Handleplan"), plan_kind=PlanKind.ACTION_PLAN, by_body=POLITICAL),
)
THEME = (PLAN, ThemeSet(theme="aeldre", number="1", title=said("Ældre"), theme_kind=ThemeKind.THEME))
OTHER_THEME = (PLAN, ThemeSet(theme="unge", number="2", title=said("Unge"), theme_kind=ThemeKind.THEME))

CLUSTER: tuple[Fact, ...] = (
    (
        "lillebaelt/cluster/lillebaelt",
        ClusterEstablished(name=said("Lillebælt"), form=ClusterForm.CLUSTER, region=REGION),
    ),
    ("lillebaelt/cluster/lillebaelt", PartyJoined(party=KOLDING)),
    ("lillebaelt/cluster/lillebaelt", ContactNamed(party=KOLDING, person=CONTACT)),
)

RECORD = (*WORLD, *CLUSTER, *EACH_DECIDED, ORDERS, APPROVES, ACTS, CHOOSES, DRAFTED, THEME, OTHER_THEME)
"""Each level has met and decided once."""


def ordered(initiative: str = TEN, number: str = "10") -> Fact:
    return initiative, Ordered(
        number=number,
        title=said("De 2 % mest komplekse"),
        plan=PLAN,
        by_body=POLITICAL,
        decision=by(POLITICAL),
    )


def owned(initiative: str = TEN) -> Fact:
    return initiative, OwnerAssigned(owners=(KOLDING,), leader=LEADER)


def confirmed(revision: int = 1, initiative: str = TEN) -> Fact:
    return initiative, OrderConfirmed(
        revision=revision,
        what=said("Hjemmebesøg"),
        by_whom=said("Kommunen"),
        where=said("I eget hjem"),
        when=OnDay(day="2024-09-01"),
    )


def approved(body: str, revision: int = 1, initiative: str = TEN) -> Fact:
    return initiative, ConfirmationApproved(by_body=body, revision=revision, decision=by(body))


def remarked(remark: str = "b1", body: str = POLITICAL) -> Fact:
    return TEN, Remarked(remark=remark, text=said("Gør det konkret."), by_body=body, decision=by(body))


def started(initiative: str = TEN, by_body: str | None = None) -> Fact:
    return initiative, Started(from_on="2024-02-01", phase=Phase.ONGOING, by_body=by_body)


def coloured(colour: Colour = Colour.YELLOW, lies_with: str | None = CHIEFS) -> Fact:
    return TEN, ColourReported(colour=colour, meeting=sat(CHIEFS), reason=said("Mangler folk."), lies_with=lies_with)


def listed(initiative: str = TEN, kind: Kind | None = None, phase: Phase = Phase.TRIAL) -> Fact:
    return initiative, Listed(title=said("Tidlig opsporing"), by=(KOLDING,), phase=phase, kind=kind)


def chosen(initiative: str = TEN) -> tuple[Fact, ...]:
    """An improvement project that the directors have at work."""
    return (
        listed(initiative, Kind.IMPROVEMENT_PROJECT),
        started(initiative, DIRECTORS),
        (DIRECTORS, SlotTaken(initiative=initiative)),
    )


UNDERWAY = (ordered(), owned(), confirmed(), approved(CHIEFS), approved(DIRECTORS), started())
