"""Effects of a decision (virkninger): what the secretary picks at the table and the meeting sees before it is recorded.

They are stored for ever, while commands may change; `reactions.py` turns each into one command.
"""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.agreeing import AdjustAgreement, ApproveTermination, JudgeTarget, NameOwner, NarrowAgreement, WidenAgreement
from domain.appointing import Appoint, CallNominations, NameSubstitute, Vacate
from domain.awaited import Awaited, Blocked, Conditions, Extent, IfLate
from domain.claims import DateNotStated, DateSaid
from domain.dates import Day
from domain.funding import AgreeKey, EndKey, TurnDownApplication
from domain.names import ActionId, BodyId, ConditionId, InitiativeId, Label, PartyId, PersonId, ReferralId
from domain.occurrences import Recurs
from domain.organising import CloseBody, Delegate, EndDelegation, EstablishBody, GiveTask, SetPath
from domain.planning import (
    AdoptPlan,
    AgreeRemedy,
    AnswerRemark,
    ApproveConfirmation,
    AssignOwner,
    BeginOperation,
    ClosePlan,
    Deprioritise,
    EndInitiative,
    Escalate,
    GiveRemark,
    MergeInitiative,
    Narrow,
    NoteFocus,
    Pause,
    Prolong,
    ReachStep,
    Resume,
    ReturnConfirmation,
    SetTheme,
    Spread,
    StartProject,
    Widen,
)
from domain.proposing import (
    ApproveProposal,
    ChooseProposal,
    FormProposal,
    ParkProposal,
    RankProposal,
    RecommendProposal,
    TurnDownProposal,
)
from domain.spending import ReduceEarmark, ReleaseEarmark
from domain.text import T
from domain.way import Way

EFFECTS_MAX = 40
CORE_MAX = 20
"""Parts of an initiative's core, told in one adaptation."""
DEBTORS_MAX = 60


class AnswerReferral(Struct, Generic[T], frozen=True, kw_only=True, tag="answer-referral", forbid_unknown_fields=True):
    """Besvar en henvendelse."""

    referral: ReferralId
    text: T
    reserved: bool = False
    """The answer holds reservations."""
    meets: Conditions = ()
    """What awaited the answer, and has come."""
    fails: Conditions = ()
    """What awaited the answer, and will not come."""


class WithdrawReferral(
    Struct, Generic[T], frozen=True, kw_only=True, tag="withdraw-referral", forbid_unknown_fields=True
):
    """Træk en henvendelse tilbage."""

    referral: ReferralId
    reason: T


class OpenCondition(Struct, Generic[T], frozen=True, kw_only=True, tag="open-condition", forbid_unknown_fields=True):
    """Stil en forudsætning; always at once."""

    condition: ConditionId
    awaits: Awaited[T]
    blocks: tuple[Blocked, ...]
    words: T
    answer_by: Day | None = None
    if_late: IfLate | None = None


class Hold(Struct, frozen=True, kw_only=True, tag="hold", forbid_unknown_fields=True):
    """Hold en indsats tilbage, til en forudsætning er afgjort."""

    initiative: InitiativeId
    condition: ConditionId
    extent: Extent


class ResolveCondition(Struct, frozen=True, kw_only=True, tag="resolve-condition", forbid_unknown_fields=True):
    """Afgør en forudsætning ved denne beslutning."""

    condition: ConditionId
    met: bool = True


class WaiveCondition(Struct, frozen=True, kw_only=True, tag="waive-condition", forbid_unknown_fields=True):
    """Frafald en forudsætning."""

    condition: ConditionId


class Refer(Struct, Generic[T], frozen=True, kw_only=True, tag="refer", forbid_unknown_fields=True):
    """Oversend til et andet forum, en part eller en organisation udenfor, eller til et senere møde i forummet selv."""

    referral: ReferralId
    to_body: BodyId | None = None
    to_party: PartyId | None = None
    to_outside: T | None = None
    question: T
    direction: Way | None = None
    answer_by: Day | None = None
    expected: DateSaid[T] | None = None
    in_reply_to: ReferralId | None = None


class PromiseItem(Struct, Generic[T], frozen=True, kw_only=True, tag="promise-item", forbid_unknown_fields=True):
    """Lov et punkt på et senere møde i samme forum."""

    referral: ReferralId
    question: T
    expected: DateSaid[T] = DateNotStated()


class Adapt(Struct, Generic[T], frozen=True, kw_only=True, tag="adapt", forbid_unknown_fields=True):
    """Tilpas en indsats; kernen skal være der."""

    initiative: InitiativeId
    text: T
    core: Annotated[tuple[T, ...], Meta(max_length=CORE_MAX)] = ()


class Assign(Struct, Generic[T], frozen=True, kw_only=True, tag="assign", forbid_unknown_fields=True):
    """Giv en opgave."""

    action: ActionId
    what: T
    owed_by: "Debtors"
    report_to: BodyId
    answer_by: Day | None = None
    recurs: Recurs | None = None
    """None: it is owed once."""
    ceases_on: Day | None = None
    expected: DateSaid[T] | None = None


class CancelAction(Struct, Generic[T], frozen=True, kw_only=True, tag="cancel-action", forbid_unknown_fields=True):
    """Lad en opgave bortfalde."""

    action: ActionId
    reason: T


class ByParty(Struct, frozen=True, kw_only=True, tag="party", forbid_unknown_fields=True):
    """A party owes it."""

    party: PartyId


class ByBody(Struct, frozen=True, kw_only=True, tag="body", forbid_unknown_fields=True):
    """A body owes it."""

    body: BodyId


class ByPerson(Struct, frozen=True, kw_only=True, tag="person", forbid_unknown_fields=True):
    """A person owes it."""

    person: PersonId


class ByOutside(Struct, frozen=True, kw_only=True, tag="outside", forbid_unknown_fields=True):
    """An organisation that is no party of ours owes it; called as it calls itself, never by a person's name."""

    organisation: Label


class DebtorNotStated(Struct, frozen=True, tag="not-stated", forbid_unknown_fields=True):
    """The paper does not say who owes it (fremgår ikke)."""


Debtor = ByParty | ByBody | ByPerson | DebtorNotStated | ByOutside
Debtors = Annotated[tuple[Debtor, ...], Meta(max_length=DEBTORS_MAX)]

Effect = (
    AnswerReferral[T]
    | WithdrawReferral[T]
    | OpenCondition[T]
    | ResolveCondition
    | WaiveCondition
    | Refer[T]
    | PromiseItem[T]
    | FormProposal[T]
    | RecommendProposal
    | ParkProposal[T]
    | ChooseProposal
    | TurnDownProposal[T]
    | Adapt[T]
    | Assign[T]
    | CancelAction[T]
    | Hold
    | Appoint
    | Vacate
    | NameSubstitute
    | CallNominations[T]
    | EstablishBody[T]
    | GiveTask[T]
    | CloseBody
    | SetPath[T]
    | Delegate[T]
    | EndDelegation
    | ReduceEarmark
    | ReleaseEarmark
    | TurnDownApplication[T]
    | AgreeKey[T]
    | EndKey
    | RankProposal[T]
    | ApproveProposal
    | ApproveTermination[T]
    | WidenAgreement[T]
    | NarrowAgreement[T]
    | AdjustAgreement[T]
    | NameOwner
    | JudgeTarget[T]
    | AdoptPlan[T]
    | SetTheme[T]
    | NoteFocus[T]
    | ClosePlan
    | GiveRemark[T]
    | AnswerRemark
    | AssignOwner
    | ApproveConfirmation
    | ReturnConfirmation[T]
    | AgreeRemedy[T]
    | Escalate[T]
    | Narrow[T]
    | Widen[T]
    | Spread
    | StartProject
    | Pause[T]
    | Resume
    | Deprioritise[T]
    | Prolong[T]
    | BeginOperation
    | ReachStep
    | MergeInitiative
    | EndInitiative
)

AT_ONCE_ONLY = (AnswerReferral, WithdrawReferral, OpenCondition, ResolveCondition, WaiveCondition)
"""What may not wait for a condition: the only way back down in rank (domain-model §3)."""


def effect_name(effect: object) -> Label:
    """The stored name of an effect, for a refusal."""
    return str(type(effect).__struct_config__.tag)  # type: ignore[attr-defined]
