"""The events of the feed, by their types: what stands in `data.event`. Words that are private or erased are None.

Made by `python -m klynge.client_types`; nobody edits it.
"""

from __future__ import annotations

from msgspec import Struct


class About(Struct, frozen=True, kw_only=True, tag_field="type", tag="about"):
    oere: int
    unit_oere: int
    words: str | None


class AboutCount(Struct, frozen=True, kw_only=True, tag_field="type", tag="about-count"):
    count: int
    unit: int
    words: str | None


class AccessGranted(Struct, frozen=True, kw_only=True):
    person: str | None = None
    office: Office
    reason: str | None
    from_on: str
    ceases_on: str | None = None
    client: str | None = None
    scopes: tuple[str, ...] = ()
    sees_closed: bool | None = None


class AccessWithdrawn(Struct, frozen=True, kw_only=True):
    reason: str | None


class ActionAssigned(Struct, frozen=True, kw_only=True):
    what: str | None
    owed_by: tuple[EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside, ...]
    report_to: str
    answer_by: str | None = None
    decision: Taken | None = None
    recurs: Recurs | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    expected: OnDay | Within | DateNotStated | From | By | None = None


class ActionCancelled(Struct, frozen=True, kw_only=True):
    reason: str | None
    decision: Taken | None = None


class ActionFellDue(Struct, frozen=True, kw_only=True):
    debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside
    answer_by: str
    occurrence: str | None = None


class ActionHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class ActionReplied(Struct, frozen=True, kw_only=True):
    debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside
    text: str | None
    document: str | None = None
    occurrence: str | None = None


class ActionTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedAction | None


class Adapt(Struct, frozen=True, kw_only=True, tag_field="type", tag="adapt"):
    initiative: str
    text: str | None
    core: tuple[str | None, ...] = ()


class AdjustAgreement(Struct, frozen=True, kw_only=True, tag_field="type", tag="adjust-agreement"):
    agreement: str
    text: str | None
    document: str | None = None
    from_on: str | None = None


class AdoptPlan(Struct, frozen=True, kw_only=True, tag_field="type", tag="adopt-plan"):
    plan: str
    orders: tuple[Order, ...]
    in_force_from_on: str | None = None


class AgreeKey(Struct, frozen=True, kw_only=True, tag_field="type", tag="agree-key"):
    key: str
    whole: int
    shares: tuple[Share, ...]
    in_force_from_on: str | None = None
    terms: str | None = None


class AgreeRemedy(Struct, frozen=True, kw_only=True, tag_field="type", tag="agree-remedy"):
    initiative: str
    text: str | None


class AgreementAdjusted(Struct, frozen=True, kw_only=True):
    text: str | None
    document: str | None = None
    from_on: str | None = None
    decision: Taken | None = None


class AgreementEndedByLaw(Struct, frozen=True, kw_only=True):
    ceases_on: str
    source: Taken | Cited | None


class AgreementEnteredIntoForce(Struct, frozen=True, kw_only=True):
    party: str
    begins: OnDay | Within | DateNotStated | From | By
    how: Beginning
    ceases_on: str | None = None


class AgreementOwnerNamed(Struct, frozen=True, kw_only=True):
    owner: str
    decision: Taken | None = None


class AgreementPartyAdopted(Struct, frozen=True, kw_only=True):
    party: str
    organ: str
    when: OnDay | Within | DateNotStated | From | By
    source: Taken | Cited | None = None
    meets: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()


class AgreementRegistered(Struct, frozen=True, kw_only=True):
    title: str | None
    parties: tuple[str, ...]
    history: History
    scope: str | None = None
    agreed_said: OnDay | Within | DateNotStated | From | By | None = None
    owner: str | None = None
    begun_by: Taken | Cited | None = None
    document: str | None = None


class AgreementScopeNarrowed(Struct, frozen=True, kw_only=True):
    text: str | None
    from_on: str | None = None
    decision: Taken | None = None


class AgreementScopeWidened(Struct, frozen=True, kw_only=True):
    text: str | None
    from_on: str | None = None
    decision: Taken | None = None


class AgreementSuspended(Struct, frozen=True, kw_only=True):
    party: str
    ceases_on: str
    reason: str | None


class AgreementTerminated(Struct, frozen=True, kw_only=True):
    parties: tuple[str, ...]
    ceases_on: str
    replaced_by: str | None = None


class AgreementTerminationApproved(Struct, frozen=True, kw_only=True):
    by_body: str
    source: Taken | None
    ceases_on: str


class AgreementTerminationProposed(Struct, frozen=True, kw_only=True):
    proposed_by: ByBody | EffectsByParty
    reason: str | None


class AllocationLeft(Struct, frozen=True, kw_only=True):
    allocation: str
    amount_oere: int
    application: str | None = None
    paid_oere: int = 0
    closed: bool = False


class AlmostAll(Struct, frozen=True, kw_only=True, tag_field="type", tag="almost-all"):
    words: str | None


class AnnouncedLeft(Struct, frozen=True, kw_only=True):
    earmark: str
    waits: tuple[str, ...] = ()


class AnswerReferral(Struct, frozen=True, kw_only=True, tag_field="type", tag="answer-referral"):
    referral: str
    text: str | None
    reserved: bool = False
    meets: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()


class AnswerRemark(Struct, frozen=True, kw_only=True, tag_field="type", tag="answer-remark"):
    initiative: str
    remark: str


class AnswerTo(Struct, frozen=True, kw_only=True, tag_field="type", tag="answer-to"):
    referral: str


class Apology(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    sends: str | None = None


Applicants = str


class ApplicationAccepted(Struct, frozen=True, kw_only=True):
    allocation: str
    amount_oere: int


class ApplicationAttested(Struct, frozen=True, kw_only=True):
    criteria: tuple[ThemeOrCommitteePilot | NotOperation | NotOwnStaff | ProjectPeriodOnly | NoPromiseOfOperation, ...]
    person: str


class ApplicationEvaluationPlanned(Struct, frozen=True, kw_only=True):
    evaluation: EvaluationPlan


class ApplicationHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class ApplicationSubmitted(Struct, frozen=True, kw_only=True):
    fund: str
    applicant: str
    purpose: str | None
    purpose_class: PurposeClass
    when: OnDay | Within | DateNotStated | From | By
    submitted_by: str
    amount_oere: int | None = None
    said: Exact | Stated | About | AtMost | NoAmount | None = None
    theme: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class ApplicationTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedApplication | None


class ApplicationTurnedDown(Struct, frozen=True, kw_only=True):
    decision: Taken | None
    reason: str | None


class ApplicationWithdrawn(Struct, frozen=True, kw_only=True):
    reason: str | None


class Appoint(Struct, frozen=True, kw_only=True, tag_field="type", tag="appoint"):
    membership: str
    seat: str
    person: str
    from_on: str | None = None
    ceases_on: str | None = None


class Appoints(Struct, frozen=True, kw_only=True, tag_field="type", tag="appoints"):
    filled: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class ApproveConfirmation(Struct, frozen=True, kw_only=True, tag_field="type", tag="approve-confirmation"):
    initiative: str
    revision: int
    phase: Phase = "ongoing"


class ApproveProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="approve-proposal"):
    proposal: str
    initiative: str | None = None


class ApproveTermination(Struct, frozen=True, kw_only=True, tag_field="type", tag="approve-termination"):
    agreement: str
    ceases_on: str
    replaced_by: str | None = None


class ApprovedConditionally(Struct, frozen=True, kw_only=True, tag_field="type", tag="approved-conditionally"):
    parties: tuple[str, ...] = ()


class ApprovedWithRemark(Struct, frozen=True, kw_only=True, tag_field="type", tag="approved-with-remark"):
    remarks: tuple[str | None, ...]


Asks = str


Aspect = str


class Assign(Struct, frozen=True, kw_only=True, tag_field="type", tag="assign"):
    action: str
    what: str | None
    owed_by: tuple[EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside, ...]
    report_to: str
    answer_by: str | None = None
    recurs: Recurs | None = None
    ceases_on: str | None = None
    expected: OnDay | Within | DateNotStated | From | By | None = None


class AssignOwner(Struct, frozen=True, kw_only=True, tag_field="type", tag="assign-owner"):
    initiative: str
    owners: tuple[str, ...] = ()
    leader: str | None = None
    group: str | None = None


class AtLeast(Struct, frozen=True, kw_only=True, tag_field="type", tag="at-least"):
    count: int


class AtMost(Struct, frozen=True, kw_only=True, tag_field="type", tag="at-most"):
    oere: int
    unit_oere: int
    about: bool
    words: str | None


class Attended(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    in_for: tuple[str, ...] = ()


class BeginOperation(Struct, frozen=True, kw_only=True, tag_field="type", tag="begin-operation"):
    initiative: str
    extent: Operation
    parties: tuple[str, ...]
    from_on: str | None = None


Beginning = str


class BodyCadenceSet(Struct, frozen=True, kw_only=True):
    words: str | None
    per_year: int | None = None
    source: Taken | Cited | None = None


class BodyClosed(Struct, frozen=True, kw_only=True):
    ceases_on: str
    successor: str | None = None
    decision: Taken | Cited | None = None


class BodyEstablished(Struct, frozen=True, kw_only=True):
    name: str | None
    level: Level
    membership: str
    chairs: int
    seats: tuple[SeatPlan, ...]
    parent: str | None = None
    task: str | None = None
    from_on: str | None = None
    source: Taken | Cited | None = None
    secretariat: Secretariat | None = None


class BodyNameNoted(Struct, frozen=True, kw_only=True):
    name: str | None
    from_on: str | None = None
    ceases_on: str | None = None
    document: str | None = None


class BodyRulesSet(Struct, frozen=True, kw_only=True):
    quorum: NoneStated | AtLeast | EachPartyKind
    decision_rule: DecisionRule
    chairs_sign: int
    ad_hoc_substitutes: bool
    from_on: str
    source: Taken | Cited | None
    one_at_a_time: str | None = None
    agenda_days: int | None = None


class BodySlotFreed(Struct, frozen=True, kw_only=True):
    initiative: str


class BodySlotTaken(Struct, frozen=True, kw_only=True):
    initiative: str


class BodyTaskGiven(Struct, frozen=True, kw_only=True):
    task: str | None
    decision: Taken | Cited | None


class By(Struct, frozen=True, kw_only=True, tag_field="type", tag="by"):
    latest: str
    words: str | None
    inferred: str | None = None


class ByAdoption(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-adoption"):
    agreement: str
    party: str


class ByAnswer(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-answer"):
    referral: str


class ByBody(Struct, frozen=True, kw_only=True, tag_field="type", tag="body"):
    body: str


class ByCluster(Struct, frozen=True, kw_only=True, tag_field="type", tag="cluster"):
    cluster: str


class ByDay(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-day"):
    day: str


class ByDecision(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-decision"):
    decision: Taken | None


class ByDocument(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-document"):
    document: str
    words: str | None


class ByEvaluation(Struct, frozen=True, kw_only=True, tag_field="type", tag="by-evaluation"):
    initiative: str
    stage: Stage


class ByOutside(Struct, frozen=True, kw_only=True, tag_field="type", tag="outside"):
    organisation: str


class ByPatients(Struct, frozen=True, kw_only=True, tag_field="type", tag="patients"):
    pass


class ByPerson(Struct, frozen=True, kw_only=True, tag_field="type", tag="person"):
    person: str


class ByRole(Struct, frozen=True, kw_only=True, tag_field="type", tag="role"):
    words: str | None


class BySubject(Struct, frozen=True, kw_only=True, tag_field="type", tag="subject"):
    words: str | None


class CallNominations(Struct, frozen=True, kw_only=True, tag_field="type", tag="call-nominations"):
    membership: str
    seats: tuple[str, ...]
    from_parties: tuple[str, ...]
    what: str | None
    answer_by: str | None = None


class CancelAction(Struct, frozen=True, kw_only=True, tag_field="type", tag="cancel-action"):
    action: str
    reason: str | None


class CarriedAction(Struct, frozen=True, kw_only=True):
    owed_by: tuple[EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside, ...]
    report_to: str
    answer_by: str | None = None
    recurs: Recurs | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    given_at: str | None = None
    replied: tuple[CarriedDuty, ...] = ()
    fallen_due: tuple[CarriedDuty, ...] = ()


class CarriedApplication(Struct, frozen=True, kw_only=True):
    fund: str
    applicant: str
    by: str
    purpose_class: PurposeClass
    amount_oere: int | None = None
    theme: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    evaluation: EvaluationPlan | None = None
    attested: tuple[str, ...] = ()


class CarriedCondition(Struct, frozen=True, kw_only=True):
    awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts
    blocks: tuple[DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked, ...]
    words: str | None
    opened_on: str
    if_late: IfLate
    set_by: Taken | None = None
    answer_by: str | None = None
    is_late: bool = False
    former: tuple[str, ...] = ()


class CarriedConfirmation(Struct, frozen=True, kw_only=True):
    revision: int
    approvals: tuple[Taken | None, ...] = ()
    returned: bool = False


class CarriedDuty(Struct, frozen=True, kw_only=True):
    debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside
    occurrence: str | None = None


class CarriedHold(Struct, frozen=True, kw_only=True):
    condition: str
    extent: Extent


class CarriedIndicator(Struct, frozen=True, kw_only=True):
    unit: Unit
    from_party: str | None = None
    has_target: bool = False
    values: tuple[CarriedValue, ...] = ()


class CarriedInitiative(Struct, frozen=True, kw_only=True):
    standing: Standing
    kind: Kind
    phase: Phase | None = None
    plan: str | None = None
    orderer: str | None = None
    owners: tuple[str, ...] = ()
    leader: str | None = None
    group: str | None = None
    confirmation: CarriedConfirmation | None = None
    remarks: tuple[CarriedRemark, ...] = ()
    answered: tuple[str, ...] = ()
    colour: Colour | None = None
    lies_with: str | None = None
    chosen_by: str | None = None
    lowered: bool = False
    ladder: tuple[StepState | None, ...] = ()
    evaluated: tuple[Stage, ...] = ()
    holds: tuple[CarriedHold, ...] = ()


class CarriedPlan(Struct, frozen=True, kw_only=True):
    by_body: str
    themes: tuple[CarriedTheme, ...] = ()
    adopted: bool = False
    orders: tuple[str, ...] = ()
    in_force_from_on: str | None = None


class CarriedProposal(Struct, frozen=True, kw_only=True):
    fate: Fate
    from_party: str | None = None


class CarriedReferral(Struct, frozen=True, kw_only=True):
    from_body: str | None = None
    to_body: str | None = None
    answer_by: str | None = None
    is_late: bool = False


class CarriedRemark(Struct, frozen=True, kw_only=True):
    remark: str
    by_body: str


class CarriedTheme(Struct, frozen=True, kw_only=True):
    theme: str
    number: str


class CarriedValue(Struct, frozen=True, kw_only=True):
    period: str
    value: Percent | Number | InColour | Minutes | None = None
    met: bool | None = None
    doubted: bool = False


Cause = str


class ChooseProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="choose-proposal"):
    proposal: str


class Cited(Struct, frozen=True, kw_only=True, tag_field="type", tag="cited"):
    who: str | None
    on: OnDay | Within | DateNotStated | From | By
    words: str | None
    document: str | None = None


Clock = str


class CloseBody(Struct, frozen=True, kw_only=True, tag_field="type", tag="close-body"):
    body: str
    ceases_on: str
    successor: str | None = None


class ClosePlan(Struct, frozen=True, kw_only=True, tag_field="type", tag="close-plan"):
    plan: str
    successor: str | None = None


class CloseYearWish(Struct, frozen=True, kw_only=True, tag_field="type", tag="close-year"):
    year: int


class ClusterContactNamed(Struct, frozen=True, kw_only=True):
    party: str
    person: str
    from_on: str | None = None
    ceases_on: str | None = None


class ClusterDissolutionDecided(Struct, frozen=True, kw_only=True):
    ceases_on: str
    basis: str | None
    source: Taken | Cited | None
    successors: tuple[str, ...]


class ClusterDissolved(Struct, frozen=True, kw_only=True):
    ceases_on: str
    handed_count: int


class ClusterEstablished(Struct, frozen=True, kw_only=True):
    name: str | None
    form: ClusterForm
    region: str
    from_on: str | None = None
    predecessors: tuple[str, ...] = ()


ClusterForm = str


class ClusterHandedOver(Struct, frozen=True, kw_only=True):
    to_cluster: str
    things: tuple[str, ...]
    effective_on: str
    decisions: tuple[Taken | None, ...]


class ClusterNameNoted(Struct, frozen=True, kw_only=True):
    name: str | None
    document: str | None = None


class ClusterPartyJoined(Struct, frozen=True, kw_only=True):
    party: str
    from_on: str | None = None
    source: Taken | Cited | None = None


class ClusterPartyLeft(Struct, frozen=True, kw_only=True):
    party: str
    ceases_on: str
    source: Taken | Cited | None = None


class ClusterRenamed(Struct, frozen=True, kw_only=True):
    name: str | None
    from_on: str
    source: Taken | Cited | None = None


Colour = str


Conclusion = str


class ConditionBlockAdded(Struct, frozen=True, kw_only=True):
    blocked: DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked
    decision: Taken | None = None


class ConditionDeadlinePassed(Struct, frozen=True, kw_only=True):
    answer_by: str


class ConditionFailed(Struct, frozen=True, kw_only=True):
    proof: ByDecision | ByAnswer | ByEvaluation | ByDocument | ByDay | ByAdoption


class ConditionFulfilled(Struct, frozen=True, kw_only=True):
    proof: ByDecision | ByAnswer | ByEvaluation | ByDocument | ByDay | ByAdoption


class ConditionHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class ConditionLapsed(Struct, frozen=True, kw_only=True):
    ceases_on: str


class ConditionOpened(Struct, frozen=True, kw_only=True):
    awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts
    blocks: tuple[DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked, ...]
    words: str | None
    opened_on: str
    answer_by: str | None = None
    arises_from: Taken | None = None
    document: str | None = None
    if_late: IfLate | None = None


class ConditionTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedCondition | None


class ConditionWaived(Struct, frozen=True, kw_only=True):
    decision: Taken | None


class CountBetween(Struct, frozen=True, kw_only=True, tag_field="type", tag="count-between"):
    low: int
    high: int
    words: str | None


class DateNotStated(Struct, frozen=True, kw_only=True, tag_field="type", tag="not-stated"):
    pass


class DayReached(Struct, frozen=True, kw_only=True, tag_field="type", tag="day-reached"):
    day: str


class DebtorNotStated(Struct, frozen=True, kw_only=True, tag_field="type", tag="not-stated"):
    pass


class DecisionBlocked(Struct, frozen=True, kw_only=True, tag_field="type", tag="decision"):
    meeting: str
    decision: str


class DecisionOf(Struct, frozen=True, kw_only=True, tag_field="type", tag="decision-of"):
    body: str
    words: str | None
    meeting: str | None = None


DecisionRule = str


class Deferred(Struct, frozen=True, kw_only=True, tag_field="type", tag="deferred"):
    expected: OnDay | Within | DateNotStated | From | By | None = None


class Delegate(Struct, frozen=True, kw_only=True, tag_field="type", tag="delegate"):
    mandate: str
    step: str
    to_body: str
    terms: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class Delegates(Struct, frozen=True, kw_only=True, tag_field="type", tag="delegates"):
    to_body: str
    step: str
    ceases_on: str | None = None


class Deprioritise(Struct, frozen=True, kw_only=True, tag_field="type", tag="deprioritise"):
    initiative: str
    reason: str | None


Direction = str


class Dissent(Struct, frozen=True, kw_only=True):
    seat: str
    text: str | None


class DocumentFiled(Struct, frozen=True, kw_only=True):
    subject: str | None
    direction: Direction
    dated: OnDay | Within | DateNotStated | From | By
    sha256: str | None = None
    size_bytes: int | None = None
    journal_number: str | None = None
    party: str | None = None
    outside: str | None = None


class DocumentStatementCorrected(Struct, frozen=True, kw_only=True):
    number: str
    claim: (
        Exact
        | Stated
        | About
        | AtMost
        | ExactCount
        | OnDay
        | Within
        | NoAmount
        | AboutCount
        | CountBetween
        | PercentSaid
        | AlmostAll
        | From
        | By
        | NameSaid
        | TextSaid
    )
    reason: str | None


class DocumentStatementDoubted(Struct, frozen=True, kw_only=True):
    number: str
    doubt: Doubt
    text: str | None
    read_as: (
        Exact
        | Stated
        | About
        | AtMost
        | ExactCount
        | OnDay
        | Within
        | NoAmount
        | AboutCount
        | CountBetween
        | PercentSaid
        | AlmostAll
        | From
        | By
        | NameSaid
        | TextSaid
        | None
    ) = None
    other: StatementRef | None = None


class DocumentStatementQuoted(Struct, frozen=True, kw_only=True):
    number: str
    locator: str
    words: str | None
    claim: (
        Exact
        | Stated
        | About
        | AtMost
        | ExactCount
        | OnDay
        | Within
        | NoAmount
        | AboutCount
        | CountBetween
        | PercentSaid
        | AlmostAll
        | From
        | By
        | NameSaid
        | TextSaid
    )
    about: str | None = None


class DocumentWithdrawn(Struct, frozen=True, kw_only=True):
    reason: str | None


Doubt = str


class EachPartyKind(Struct, frozen=True, kw_only=True, tag_field="type", tag="each-party-kind"):
    pass


class EarmarkBlocked(Struct, frozen=True, kw_only=True, tag_field="type", tag="earmark"):
    fund: str
    earmark: str


class EffectsByParty(Struct, frozen=True, kw_only=True, tag_field="type", tag="party"):
    party: str


class EndDelegation(Struct, frozen=True, kw_only=True, tag_field="type", tag="end-delegation"):
    mandate: str
    step: str
    to_body: str
    ceases_on: str


class EndInitiative(Struct, frozen=True, kw_only=True, tag_field="type", tag="end-initiative"):
    initiative: str
    how: Ending
    ceases_on: str | None = None


class EndKey(Struct, frozen=True, kw_only=True, tag_field="type", tag="end-key"):
    key: str
    ceases_on: str


Ending = str


class ErasureApproved(Struct, frozen=True, kw_only=True):
    legal_basis: str | None
    authority: str | None = None
    approved_by: str


class ErasureCompleted(Struct, frozen=True, kw_only=True):
    stores: tuple[str, ...]
    copies: tuple[str, ...] = ()


class ErasureConfirmed(Struct, frozen=True, kw_only=True):
    pass


class ErasureRefused(Struct, frozen=True, kw_only=True):
    reason: str | None


class ErasureRepeated(Struct, frozen=True, kw_only=True):
    person: str
    classes: tuple[TextClass, ...]
    legal_basis: str | None


class ErasureRequested(Struct, frozen=True, kw_only=True):
    person: str
    classes: tuple[TextClass, ...]
    reason: str | None
    requested_by: str


class Escalate(Struct, frozen=True, kw_only=True, tag_field="type", tag="escalate"):
    initiative: str
    to_body: str
    reason: str | None


class EstablishBody(Struct, frozen=True, kw_only=True, tag_field="type", tag="establish-body"):
    body: str
    name: str | None
    level: Level
    membership: str
    seats: tuple[SeatPlan, ...] = ()
    chairs: int = 0
    task: str | None = None
    parent: str | None = None
    from_on: str | None = None
    secretariat: Secretariat | None = None


class EstablishesBody(Struct, frozen=True, kw_only=True, tag_field="type", tag="establishes-body"):
    body: str


class EvaluationOf(Struct, frozen=True, kw_only=True, tag_field="type", tag="evaluation-of"):
    initiative: str
    stage: Stage


class EvaluationPlan(Struct, frozen=True, kw_only=True):
    what: str | None
    who: str | None
    due: OnDay | Within | DateNotStated | From | By


class EvaluationRequired(Struct, frozen=True, kw_only=True, tag_field="type", tag="evaluation-required"):
    pass


class Exact(Struct, frozen=True, kw_only=True, tag_field="type", tag="exact"):
    oere: int
    words: str | None


class ExactCount(Struct, frozen=True, kw_only=True, tag_field="type", tag="count"):
    count: int
    words: str | None


Extent = str


Fate = str


class FinancingKeyAgreed(Struct, frozen=True, kw_only=True):
    version: int
    whole: int
    shares: tuple[Share, ...]
    source: Taken | Cited | None
    in_force_from_on: str | None = None
    terms: str | None = None


class FinancingKeyEnded(Struct, frozen=True, kw_only=True):
    version: int
    ceases_on: str
    source: Taken | Cited | None


Firmness = str


Focus = str


Form = str


class FormProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="form-proposal"):
    proposal: str
    title: str | None
    how: Forming
    out_of: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


Forming = str


class Frame(Struct, frozen=True, kw_only=True):
    theme: str
    frame_oere: int
    words: str | None


class From(Struct, frozen=True, kw_only=True, tag_field="type", tag="from"):
    earliest: str
    words: str | None
    inferred: str | None = None


class FundAllocated(Struct, frozen=True, kw_only=True):
    allocation: str
    application: str
    applicant: str
    year: int
    amount_oere: int
    to_party: str
    purpose: str | None
    from_on: str
    ceases_on: str
    evaluation: EvaluationPlan
    decisions: tuple[Taken | None, ...]
    legs: tuple[Leg, ...]
    earmark: str | None = None
    proposal: str | None = None
    over_ceiling_reason: str | None = None
    one_off: bool = False


class FundAllocationClosed(Struct, frozen=True, kw_only=True):
    allocation: str
    document: str
    unspent_oere: int
    year: int
    legs: tuple[Leg, ...]


class FundBalanceAsserted(Struct, frozen=True, kw_only=True):
    account: str
    as_of_on: str
    amount_oere: int
    difference_oere: int
    document: str


class FundCarriedOver(Struct, frozen=True, kw_only=True):
    from_year: int
    to_year: int
    amount_oere: int
    booked_on: str
    basis: str | None
    source: Taken | Cited | None
    legs: tuple[Leg, ...]


class FundCeilingSet(Struct, frozen=True, kw_only=True):
    applicants: Applicants
    ceiling_oere: int
    firmness: Firmness
    words: str | None
    decisions: tuple[Taken | None, ...]


class FundConditionMet(Struct, frozen=True, kw_only=True):
    earmark: str
    condition: str
    decision: Taken | None = None


class FundContributionShared(Struct, frozen=True, kw_only=True):
    total_oere: int
    key: str
    version: int
    shares: tuple[PartyAmount, ...]
    booked_on: str
    decisions: tuple[Taken | None, ...]
    legs: tuple[Leg, ...]


class FundCriteriaSet(Struct, frozen=True, kw_only=True):
    criteria: tuple[
        EvaluationRequired
        | StartsIn
        | ThemeOrCommitteePilot
        | NotOperation
        | NotOwnStaff
        | ProjectPeriodOnly
        | NoPromiseOfOperation,
        ...,
    ]
    decisions: tuple[Taken | None, ...]


class FundEarmarkAnnounced(Struct, frozen=True, kw_only=True):
    earmark: str
    said: Exact | Stated | About | AtMost
    purpose: str | None
    waits: tuple[str, ...]
    opens: tuple[OpenCondition, ...]
    document: str


class FundEarmarkReduced(Struct, frozen=True, kw_only=True):
    earmark: str
    amount_oere: int
    decision: Taken | None
    legs: tuple[Leg, ...]


class FundEarmarkReleased(Struct, frozen=True, kw_only=True):
    earmark: str
    why: Why
    condition: str | None = None
    amount_oere: int | None = None
    legs: tuple[Leg, ...] = ()
    decision: Taken | None = None


class FundEarmarked(Struct, frozen=True, kw_only=True):
    earmark: str
    application: str
    applicant: str
    year: int
    amount_oere: int
    to_party: str
    purpose: str | None
    waits: tuple[str, ...]
    opens: tuple[OpenCondition, ...]
    second_person: bool
    from_on: str
    ceases_on: str
    evaluation: EvaluationPlan
    decisions: tuple[Taken | None, ...]
    registered_by: str
    legs: tuple[Leg, ...]
    proposal: str | None = None
    over_ceiling_reason: str | None = None
    one_off: bool = False


class FundFramesSet(Struct, frozen=True, kw_only=True):
    frames: tuple[Frame, ...]
    frames_oere: int
    pool_oere: int
    over_by_oere: int
    decisions: tuple[Taken | None, ...]


class FundGrantReceived(Struct, frozen=True, kw_only=True):
    year: int
    amount_oere: int
    from_party: str
    booked_on: str
    source: Taken | Cited | None
    legs: tuple[Leg, ...]


class FundHandedOver(Struct, frozen=True, kw_only=True):
    to_fund: str
    free_oere: int
    allocations: tuple[AllocationLeft, ...]
    effective_on: str
    legs: tuple[Leg, ...]


class FundNoGrantNoted(Struct, frozen=True, kw_only=True):
    year: int
    source: Taken | Cited | None


FundOffice = str


class FundOfficerNamed(Struct, frozen=True, kw_only=True):
    person: str
    office: FundOffice
    from_on: str
    ceases_on: str | None = None


class FundOpened(Struct, frozen=True, kw_only=True):
    name: str | None
    terms: str | None = None


class FundOpenedWith(Struct, frozen=True, kw_only=True):
    year: int
    amount_oere: int
    source: Taken | Cited | None
    legs: tuple[Leg, ...]
    allocation: str | None = None
    to_party: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    gaps: tuple[str, ...] = ()


class FundPaid(Struct, frozen=True, kw_only=True):
    allocation: str
    amount_oere: int
    to_party: str
    booked_on: str
    voucher: str
    legs: tuple[Leg, ...]


class FundRegistrationMade(Struct, frozen=True, kw_only=True):
    registration: str
    wish: PayWish | ReverseWish | CloseYearWish | OpenWithWish
    registered_by: str


class FundRepaid(Struct, frozen=True, kw_only=True):
    allocation: str
    amount_oere: int
    from_party: str
    booked_on: str
    voucher: str
    legs: tuple[Leg, ...]


class FundReversed(Struct, frozen=True, kw_only=True):
    reverses: int
    reason: str | None
    legs: tuple[Leg, ...]
    decision: Taken | None = None


class FundSecondPersonConfirmed(Struct, frozen=True, kw_only=True):
    of: str


class FundTakenOver(Struct, frozen=True, kw_only=True):
    from_fund: str
    free_oere: int
    allocations: tuple[AllocationLeft, ...]
    effective_on: str
    legs: tuple[Leg, ...]
    name: str | None = None
    announced: tuple[AnnouncedLeft, ...] = ()


class FundThresholdSet(Struct, frozen=True, kw_only=True):
    amount_oere: int
    decision: Taken | None


class FundWoundUp(Struct, frozen=True, kw_only=True):
    residual_oere: int
    how: Residual
    shares: tuple[PartyAmount, ...]
    decisions: tuple[Taken | None, ...]
    legs: tuple[Leg, ...]


class FundYearClosed(Struct, frozen=True, kw_only=True):
    year: int
    balances: tuple[Leg, ...]


class GiveRemark(Struct, frozen=True, kw_only=True, tag_field="type", tag="remark"):
    initiative: str
    remark: str
    text: str | None
    expected: OnDay | Within | DateNotStated | From | By | None = None


class GiveTask(Struct, frozen=True, kw_only=True, tag_field="type", tag="give-task"):
    body: str
    task: str | None


History = str


class Hold(Struct, frozen=True, kw_only=True, tag_field="type", tag="hold"):
    initiative: str
    condition: str
    extent: Extent


IfLate = str


class InColour(Struct, frozen=True, kw_only=True, tag_field="type", tag="colour"):
    colour: Colour


class IndicatorCorrected(Struct, frozen=True, kw_only=True):
    period: str
    reason: str | None
    value: Percent | Number | InColour | Minutes | None = None
    met: bool | None = None


class IndicatorDefined(Struct, frozen=True, kw_only=True):
    name: str | None
    definition: str | None
    unit: Unit
    from_party: str | None = None
    target: Percent | Number | InColour | Minutes | None = None
    target_words: str | None = None
    due: OnDay | Within | DateNotStated | From | By | None = None


class IndicatorDoubted(Struct, frozen=True, kw_only=True):
    period: str
    reason: str | None


class IndicatorHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class IndicatorReported(Struct, frozen=True, kw_only=True):
    period: str
    value: Percent | Number | InColour | Minutes | None = None
    met: bool | None = None
    document: str | None = None


class IndicatorTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedIndicator | None


class IndicatorTargetJudged(Struct, frozen=True, kw_only=True):
    judgement: Judgement
    by_body: str
    reason: str | None
    decision: Taken | None = None


class InitiativeAdapted(Struct, frozen=True, kw_only=True):
    text: str | None
    core: tuple[str | None, ...]
    decision: Taken | None


class InitiativeBlocked(Struct, frozen=True, kw_only=True, tag_field="type", tag="initiative"):
    initiative: str
    extent: Extent


class InitiativeColourReported(Struct, frozen=True, kw_only=True):
    colour: Colour
    meeting: str
    reason: str | None = None
    lies_with: str | None = None


class InitiativeConfirmationApproved(Struct, frozen=True, kw_only=True):
    by_body: str
    revision: int
    decision: Taken | None


class InitiativeConfirmationReturned(Struct, frozen=True, kw_only=True):
    by_body: str
    revision: int
    reason: str | None
    decision: Taken | None


class InitiativeDeprioritised(Struct, frozen=True, kw_only=True):
    by_body: str
    reason: str | None
    decision: Taken | Cited | None = None


class InitiativeDescribed(Struct, frozen=True, kw_only=True):
    purpose: str | None
    target_group: str | None = None
    criteria: tuple[str | None, ...] = ()
    criteria_min: int | None = None
    criteria_max: int | None = None
    places: tuple[str | None, ...] = ()
    ideas: tuple[str | None, ...] = ()


class InitiativeEnded(Struct, frozen=True, kw_only=True):
    how: Ending
    ceases_on: str
    decision: Taken | None


class InitiativeEscalated(Struct, frozen=True, kw_only=True):
    from_body: str
    to_body: str
    reason: str | None
    decision: Taken | None = None


class InitiativeEvaluated(Struct, frozen=True, kw_only=True):
    stage: Stage
    text: str | None
    when: OnDay | Within | DateNotStated | From | By
    document: str | None = None
    meets: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()


class InitiativeEvaluationExpected(Struct, frozen=True, kw_only=True):
    stage: Stage
    expected: OnDay | Within | DateNotStated | From | By


class InitiativeFundingNoted(Struct, frozen=True, kw_only=True):
    said: Exact | Stated | About | AtMost | NoAmount
    from_whom: str | None
    purpose: str | None
    document: str


class InitiativeHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class InitiativeHeld(Struct, frozen=True, kw_only=True):
    condition: str
    extent: Extent


class InitiativeLadderAgreed(Struct, frozen=True, kw_only=True):
    steps: tuple[str | None, ...]


class InitiativeListed(Struct, frozen=True, kw_only=True):
    title: str | None
    by: tuple[str, ...]
    phase: Phase
    document: str | None = None
    number: str | None = None
    kind: Kind | None = None
    plan: str | None = None
    theme: str | None = None
    supports: tuple[str, ...] = ()


class InitiativeMerged(Struct, frozen=True, kw_only=True):
    into: str
    decision: Taken | None


class InitiativeNarrowed(Struct, frozen=True, kw_only=True):
    aspect: Aspect
    before: str | None
    after: str | None
    by_body: str
    decision: Taken | None


class InitiativeOperationBegan(Struct, frozen=True, kw_only=True):
    extent: Operation
    parties: tuple[str, ...]
    from_on: str | None = None
    decision: Taken | Cited | None = None


class InitiativeOrderConfirmed(Struct, frozen=True, kw_only=True):
    revision: int
    what: str | None
    by_whom: str | None
    where: str | None
    when: OnDay | Within | DateNotStated | From | By


class InitiativeOrdered(Struct, frozen=True, kw_only=True):
    number: str
    title: str | None
    plan: str
    by_body: str
    decision: Taken | None
    theme: str | None = None
    supports: tuple[str, ...] = ()


class InitiativeOwnerAssigned(Struct, frozen=True, kw_only=True):
    owners: tuple[str, ...]
    leader: str | None = None
    group: str | None = None
    decision: Taken | Cited | None = None


class InitiativePaused(Struct, frozen=True, kw_only=True):
    reason: str | None
    decision: Taken | Cited | None = None


class InitiativePostAgreed(Struct, frozen=True, kw_only=True):
    what: str | None
    employers: tuple[str, ...]
    from_on: str | None = None
    ceases_on: str | None = None


class InitiativeProgressQuoted(Struct, frozen=True, kw_only=True):
    words: str | None
    as_of: OnDay | Within | DateNotStated | From | By
    document: str


class InitiativeProlonged(Struct, frozen=True, kw_only=True):
    expected: OnDay | Within | DateNotStated | From | By
    decision: Taken | Cited | None
    fund: str | None = None


class InitiativeReleased(Struct, frozen=True, kw_only=True):
    condition: str
    met: bool


class InitiativeRemarkAnswered(Struct, frozen=True, kw_only=True):
    remark: str
    decision: Taken | None


class InitiativeRemarked(Struct, frozen=True, kw_only=True):
    remark: str
    text: str | None
    by_body: str
    decision: Taken | None
    expected: OnDay | Within | DateNotStated | From | By | None = None


class InitiativeRemedyAgreed(Struct, frozen=True, kw_only=True):
    by_body: str
    text: str | None
    decision: Taken | None = None


class InitiativeResumed(Struct, frozen=True, kw_only=True):
    from_on: str | None = None
    decision: Taken | Cited | None = None


class InitiativeSpread(Struct, frozen=True, kw_only=True):
    to_parties: tuple[str, ...]
    decision: Taken | None
    from_on: str | None = None


class InitiativeStarted(Struct, frozen=True, kw_only=True):
    from_on: str
    phase: Phase
    by_body: str | None = None
    decision: Taken | Cited | None = None


class InitiativeStepReached(Struct, frozen=True, kw_only=True):
    order: int
    state: StepState
    decision: Taken | Cited | None = None


class InitiativeTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedInitiative | None


class InitiativeWidened(Struct, frozen=True, kw_only=True):
    aspect: Aspect
    before: str | None
    after: str | None
    by_body: str
    decision: Taken | None


ItemPart = str


class JudgeTarget(Struct, frozen=True, kw_only=True, tag_field="type", tag="judge-target"):
    indicator: str
    judgement: Judgement
    reason: str | None


Judgement = str


Kind = str


class LawOrAgreement(Struct, frozen=True, kw_only=True, tag_field="type", tag="law-or-agreement"):
    title: str | None
    words: str | None


class Leg(Struct, frozen=True, kw_only=True):
    account: str
    amount_oere: int


Level = str


class LogCheckpointKeyChanged(Struct, frozen=True, kw_only=True):
    key: str


class LogOpened(Struct, frozen=True, kw_only=True):
    origin: str
    clock: Clock
    schemes: tuple[str, ...]
    checkpoint_key: str | None = None


class MandateDelegated(Struct, frozen=True, kw_only=True):
    step: str
    from_body: str
    to_body: str
    source: Taken | Cited | None
    terms: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class MandateDelegationEnded(Struct, frozen=True, kw_only=True):
    step: str
    to_body: str
    ceases_on: str
    source: Taken | Cited | None


class MandatePathSet(Struct, frozen=True, kw_only=True):
    subject: str
    steps: tuple[Step, ...]
    source: Taken | Cited | None
    terms: str | None = None
    from_on: str | None = None


class MeetingAdjourned(Struct, frozen=True, kw_only=True):
    pass


class MeetingAgendaAdopted(Struct, frozen=True, kw_only=True):
    text: str | None = None


class MeetingAgendaOrdered(Struct, frozen=True, kw_only=True):
    items: tuple[str, ...]


class MeetingAgendaSent(Struct, frozen=True, kw_only=True):
    revision: int
    late: bool = False


class MeetingApologyGiven(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    sends: str | None = None


class MeetingApologyWithdrawn(Struct, frozen=True, kw_only=True):
    seat: str
    person: str


class MeetingAttachmentAdded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    attachment: str
    name: str | None
    document: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None


class MeetingAttachmentOpened(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    attachment: str
    reason: str | None


class MeetingAttachmentShut(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    attachment: str
    reason: str | None
    legal_basis: str | None


class MeetingCalled(Struct, frozen=True, kw_only=True):
    body: str
    form: Form
    place: str | None
    starts_at: str
    ends_at: str
    summoned: tuple[str, ...] = ()
    link: str | None = None


class MeetingCancelled(Struct, frozen=True, kw_only=True):
    reason: str | None = None


class MeetingConditionMet(Struct, frozen=True, kw_only=True):
    item: str
    decision: str
    condition: str


class MeetingDecisionCorrected(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    decision: str
    text: str | None
    reason: str | None


class MeetingDecisionFell(Struct, frozen=True, kw_only=True):
    item: str
    decision: str
    condition: str


class MeetingDecisionRecorded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    decision: str
    outcome: (
        Plain
        | Recommends
        | Refers
        | ApprovedConditionally
        | Appoints
        | ApprovedWithRemark
        | NotedWithRecognition
        | Deferred
        | NoJointConclusion
        | Delegates
        | EstablishesBody
    )
    text: str | None
    answers: tuple[str, ...] = ()
    at_once: tuple[
        AnswerReferral
        | WithdrawReferral
        | OpenCondition
        | ResolveCondition
        | WaiveCondition
        | Refer
        | PromiseItem
        | FormProposal
        | RecommendProposal
        | ParkProposal
        | ChooseProposal
        | TurnDownProposal
        | Adapt
        | Assign
        | CancelAction
        | Hold
        | Appoint
        | Vacate
        | NameSubstitute
        | CallNominations
        | EstablishBody
        | GiveTask
        | CloseBody
        | SetPath
        | Delegate
        | EndDelegation
        | ReduceEarmark
        | ReleaseEarmark
        | TurnDownApplication
        | AgreeKey
        | EndKey
        | RankProposal
        | ApproveProposal
        | ApproveTermination
        | WidenAgreement
        | NarrowAgreement
        | AdjustAgreement
        | NameOwner
        | JudgeTarget
        | AdoptPlan
        | SetTheme
        | NoteFocus
        | ClosePlan
        | GiveRemark
        | AnswerRemark
        | AssignOwner
        | ApproveConfirmation
        | ReturnConfirmation
        | AgreeRemedy
        | Escalate
        | Narrow
        | Widen
        | PlanningSpread
        | StartProject
        | Pause
        | Resume
        | Deprioritise
        | Prolong
        | BeginOperation
        | ReachStep
        | MergeInitiative
        | EndInitiative,
        ...,
    ] = ()
    when_met: tuple[
        AnswerReferral
        | WithdrawReferral
        | OpenCondition
        | ResolveCondition
        | WaiveCondition
        | Refer
        | PromiseItem
        | FormProposal
        | RecommendProposal
        | ParkProposal
        | ChooseProposal
        | TurnDownProposal
        | Adapt
        | Assign
        | CancelAction
        | Hold
        | Appoint
        | Vacate
        | NameSubstitute
        | CallNominations
        | EstablishBody
        | GiveTask
        | CloseBody
        | SetPath
        | Delegate
        | EndDelegation
        | ReduceEarmark
        | ReleaseEarmark
        | TurnDownApplication
        | AgreeKey
        | EndKey
        | RankProposal
        | ApproveProposal
        | ApproveTermination
        | WidenAgreement
        | NarrowAgreement
        | AdjustAgreement
        | NameOwner
        | JudgeTarget
        | AdoptPlan
        | SetTheme
        | NoteFocus
        | ClosePlan
        | GiveRemark
        | AnswerRemark
        | AssignOwner
        | ApproveConfirmation
        | ReturnConfirmation
        | AgreeRemedy
        | Escalate
        | Narrow
        | Widen
        | PlanningSpread
        | StartProject
        | Pause
        | Resume
        | Deprioritise
        | Prolong
        | BeginOperation
        | ReachStep
        | MergeInitiative
        | EndInitiative,
        ...,
    ] = ()
    waits_for: tuple[str, ...] = ()
    based_on: tuple[Taken | Cited | None, ...] = ()
    present: tuple[str, ...] = ()
    supersedes: tuple[Taken | Cited | None, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    decided_on: str | None = None


class MeetingDecisionSuperseded(Struct, frozen=True, kw_only=True):
    item: str
    decision: str
    by: Taken | None


class MeetingDecisionTookEffect(Struct, frozen=True, kw_only=True):
    item: str
    decision: str
    condition: str
    effects: tuple[
        AnswerReferral
        | WithdrawReferral
        | OpenCondition
        | ResolveCondition
        | WaiveCondition
        | Refer
        | PromiseItem
        | FormProposal
        | RecommendProposal
        | ParkProposal
        | ChooseProposal
        | TurnDownProposal
        | Adapt
        | Assign
        | CancelAction
        | Hold
        | Appoint
        | Vacate
        | NameSubstitute
        | CallNominations
        | EstablishBody
        | GiveTask
        | CloseBody
        | SetPath
        | Delegate
        | EndDelegation
        | ReduceEarmark
        | ReleaseEarmark
        | TurnDownApplication
        | AgreeKey
        | EndKey
        | RankProposal
        | ApproveProposal
        | ApproveTermination
        | WidenAgreement
        | NarrowAgreement
        | AdjustAgreement
        | NameOwner
        | JudgeTarget
        | AdoptPlan
        | SetTheme
        | NoteFocus
        | ClosePlan
        | GiveRemark
        | AnswerRemark
        | AssignOwner
        | ApproveConfirmation
        | ReturnConfirmation
        | AgreeRemedy
        | Escalate
        | Narrow
        | Widen
        | PlanningSpread
        | StartProject
        | Pause
        | Resume
        | Deprioritise
        | Prolong
        | BeginOperation
        | ReachStep
        | MergeInitiative
        | EndInitiative,
        ...,
    ]


class MeetingDoorsOpened(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    reason: str | None


class MeetingDoorsShut(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    reason: str | None
    legal_basis: str | None
    title_closed: bool


class MeetingExtractPublished(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    text: str | None


class MeetingGuestAttended(Struct, frozen=True, kw_only=True):
    person: str
    item: str | None = None
    number: str | None = None


class MeetingGuestInvited(Struct, frozen=True, kw_only=True):
    person: str
    item: str | None = None
    number: str | None = None
    of_body: str | None = None


class MeetingItemAdded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    title: str | None
    summary: str | None = None
    case: str | None = None
    presenters: tuple[str, ...] = ()
    from_at: str | None = None
    to_at: str | None = None
    based_on: tuple[Taken | Cited | None, ...] = ()
    answers_referral: str | None = None
    presented_by: str | None = None
    late: bool = False
    any_other_business: bool = False


class MeetingItemChanged(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    title: str | None = None
    summary: str | None = None
    case: str | None = None
    presenters: tuple[str, ...] = ()
    presented_by: str | None = None
    from_at: str | None = None
    to_at: str | None = None
    emptied: tuple[ItemPart, ...] = ()


class MeetingItemPostponed(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    title: str | None
    referral: str
    expected: OnDay | Within | DateNotStated | From | By


class MeetingItemReopened(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    reason: str | None
    promised: str | None = None


class MeetingItemSettled(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    lapsed: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class MeetingItemTakenUp(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    recused: tuple[str, ...] = ()


class MeetingItemWithdrawn(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    reason: str | None = None


class MeetingLeaderChanged(Struct, frozen=True, kw_only=True):
    led_by: str


class MeetingMoved(Struct, frozen=True, kw_only=True):
    starts_at: str
    ends_at: str
    place: str | None = None
    link: str | None = None
    reason: str | None = None


class MeetingOpened(Struct, frozen=True, kw_only=True):
    led_by: str


class MeetingPaused(Struct, frozen=True, kw_only=True):
    resumes_at: str | None = None


class MeetingPointRecorded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    matter: OnItem | OnRecommendation | OnQuestion | OnProposals | OnInitiative
    point: Position | Remark


class MeetingQuestionConcluded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    question: str
    question_text: str | None
    conclusion: Conclusion
    text: str | None = None


class MeetingQuestionRaised(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    question: str
    text: str | None
    asked_by: str | None = None


class MeetingQuestionWithdrawn(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    question: str
    question_text: str | None


class MeetingRecommendationAdded(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    recommendation: str
    asks: Asks
    text: str | None
    to_body: str
    only_if: str | None = None


class MeetingRecommendationChanged(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    recommendation: str
    asks: Asks | None = None
    text: str | None = None


class MeetingRecommendationWithdrawn(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    recommendation: str


class MeetingRecusalLifted(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    person: str
    reason: str | None


class MeetingRecused(Struct, frozen=True, kw_only=True):
    item: str
    number: str
    person: str
    reason: str | None


class MeetingRegisteredAfterwards(Struct, frozen=True, kw_only=True):
    body: str
    held: OnDay | Within | DateNotStated | From | By
    document: str
    place: str | None = None
    led_by: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    attended: tuple[Attended, ...] = ()
    apologies: tuple[Apology, ...] = ()


class MeetingResumed(Struct, frozen=True, kw_only=True):
    pass


class MeetingSeatLeft(Struct, frozen=True, kw_only=True):
    seat: str
    person: str


class MeetingSeatTaken(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    in_for: tuple[str, ...] = ()


class MembershipChairLeft(Struct, frozen=True, kw_only=True):
    seat: str
    ceases_on: str | None = None


class MembershipChairTaken(Struct, frozen=True, kw_only=True):
    seat: str
    side: str
    from_on: str | None = None
    decision: Taken | Cited | None = None


class MembershipNominationsCalled(Struct, frozen=True, kw_only=True):
    seats: tuple[str, ...]
    from_parties: tuple[str, ...]
    what: str | None
    answer_by: str | None = None
    decision: Taken | None = None


class MembershipSeatClosed(Struct, frozen=True, kw_only=True):
    seat: str
    ceases_on: str


class MembershipSeatFilled(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    from_on: str | None = None
    ceases_on: str | None = None
    decision: Taken | Cited | None = None


class MembershipSeatOpened(Struct, frozen=True, kw_only=True):
    body: str
    seat: str
    right: SeatsByParty | ByRole | ByPatients | BySubject | ByCluster
    voice: Voice


class MembershipSeatVacated(Struct, frozen=True, kw_only=True):
    seat: str
    person: str
    cause: Cause
    ceases_on: str | None = None
    detail: str | None = None
    decision: Taken | None = None
    noted_on: str | None = None


class MembershipSubstituteEnded(Struct, frozen=True, kw_only=True):
    person: str
    ceases_on: str


class MembershipSubstituteNamed(Struct, frozen=True, kw_only=True):
    person: str
    stands_for: tuple[str, ...]
    after: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    decision: Taken | Cited | None = None


class MergeInitiative(Struct, frozen=True, kw_only=True, tag_field="type", tag="merge-initiative"):
    initiative: str
    into: str


class Minutes(Struct, frozen=True, kw_only=True, tag_field="type", tag="time"):
    minutes: int


class MinutesApproved(Struct, frozen=True, kw_only=True):
    meeting: str
    revision: int
    seat: str
    as_chair: bool = False


class MinutesCirculated(Struct, frozen=True, kw_only=True):
    meeting: str
    revision: int
    answer_by: str | None = None


class MinutesCommentAnswered(Struct, frozen=True, kw_only=True):
    meeting: str
    item: str
    number: str
    comment: str
    text: str | None


class MinutesCommented(Struct, frozen=True, kw_only=True):
    meeting: str
    item: str
    number: str
    comment: str
    revision: int
    text: str | None
    seat: str | None = None


class MinutesDrafted(Struct, frozen=True, kw_only=True):
    meeting: str
    revision: int


class MinutesItemWritten(Struct, frozen=True, kw_only=True):
    meeting: str
    item: str
    number: str
    revision: int
    text: str | None


class MinutesNoteAdded(Struct, frozen=True, kw_only=True):
    meeting: str
    item: str
    number: str
    text: str | None
    when: OnDay | Within | DateNotStated | From | By | None = None


class MinutesPublished(Struct, frozen=True, kw_only=True):
    meeting: str
    revision: int


class MinutesRevised(Struct, frozen=True, kw_only=True):
    meeting: str
    revision: int
    reason: str | None


class NameOwner(Struct, frozen=True, kw_only=True, tag_field="type", tag="name-owner"):
    agreement: str
    owner: str


class NameSaid(Struct, frozen=True, kw_only=True, tag_field="type", tag="name"):
    words: str | None


class NameSubstitute(Struct, frozen=True, kw_only=True, tag_field="type", tag="name-substitute"):
    membership: str
    person: str
    stands_for: tuple[str, ...]
    after: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class Narrow(Struct, frozen=True, kw_only=True, tag_field="type", tag="narrow"):
    initiative: str
    aspect: Aspect
    before: str | None
    after: str | None


class NarrowAgreement(Struct, frozen=True, kw_only=True, tag_field="type", tag="narrow-agreement"):
    agreement: str
    text: str | None
    from_on: str | None = None


class NoAmount(Struct, frozen=True, kw_only=True, tag_field="type", tag="no-amount"):
    words: str | None


class NoJointConclusion(Struct, frozen=True, kw_only=True, tag_field="type", tag="no-joint-conclusion"):
    question: str | None


class NoPromiseOfOperation(Struct, frozen=True, kw_only=True, tag_field="type", tag="no-promise-of-operation"):
    pass


class NoneStated(Struct, frozen=True, kw_only=True, tag_field="type", tag="none-stated"):
    pass


class NotOperation(Struct, frozen=True, kw_only=True, tag_field="type", tag="not-operation"):
    pass


class NotOwnStaff(Struct, frozen=True, kw_only=True, tag_field="type", tag="not-own-staff"):
    pass


class NotStated(Struct, frozen=True, kw_only=True, tag_field="type", tag="not-stated"):
    pass


class NoteFocus(Struct, frozen=True, kw_only=True, tag_field="type", tag="note-focus"):
    plan: str
    theme: str
    focus: Focus
    words: str | None


class NotedWithRecognition(Struct, frozen=True, kw_only=True, tag_field="type", tag="noted-with-recognition"):
    pass


class Number(Struct, frozen=True, kw_only=True, tag_field="type", tag="count"):
    count: int


class OfBody(Struct, frozen=True, kw_only=True, tag_field="type", tag="body"):
    body: str


class OfGroup(Struct, frozen=True, kw_only=True, tag_field="type", tag="group"):
    name: str | None
    parties: tuple[str, ...] = ()


class OfParty(Struct, frozen=True, kw_only=True, tag_field="type", tag="party"):
    party: str


class OfSeat(Struct, frozen=True, kw_only=True, tag_field="type", tag="seat"):
    seat: str


Office = str


class OnDay(Struct, frozen=True, kw_only=True, tag_field="type", tag="on-day"):
    day: str
    words: str | None = None
    inferred: str | None = None


class OnInitiative(Struct, frozen=True, kw_only=True, tag_field="type", tag="initiative"):
    initiative: str


class OnItem(Struct, frozen=True, kw_only=True, tag_field="type", tag="item"):
    pass


class OnProposals(Struct, frozen=True, kw_only=True, tag_field="type", tag="proposals"):
    proposals: tuple[str, ...]


class OnQuestion(Struct, frozen=True, kw_only=True, tag_field="type", tag="question"):
    question: str


class OnRecommendation(Struct, frozen=True, kw_only=True, tag_field="type", tag="recommendation"):
    recommendation: str


class OpenCondition(Struct, frozen=True, kw_only=True, tag_field="type", tag="open-condition"):
    condition: str
    awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts
    blocks: tuple[DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked, ...]
    words: str | None
    answer_by: str | None = None
    if_late: IfLate | None = None


class OpenWithWish(Struct, frozen=True, kw_only=True, tag_field="type", tag="open-with"):
    year: int
    amount_oere: int
    source: Taken | Cited | None
    allocation: str | None = None
    to_party: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    gaps: tuple[str, ...] = ()


Operation = str


class Order(Struct, frozen=True, kw_only=True):
    initiative: str
    number: str
    title: str | None
    theme: str | None = None
    supports: tuple[str, ...] = ()


class Outside(Struct, frozen=True, kw_only=True, tag_field="type", tag="outside"):
    organisation: str | None


class ParkProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="park-proposal"):
    proposal: str
    reason: str | None
    linked_to: str | None = None


class PartyAdopts(Struct, frozen=True, kw_only=True, tag_field="type", tag="party-adopts"):
    agreement: str
    parties: tuple[str, ...]


class PartyAmount(Struct, frozen=True, kw_only=True):
    party: str
    amount_oere: int


class PartyEnded(Struct, frozen=True, kw_only=True):
    ceases_on: str
    successor: str | None = None


PartyKind = str


class PartyOrganAdded(Struct, frozen=True, kw_only=True):
    organ: str
    name: str | None
    adopts: bool


class PartyRegistered(Struct, frozen=True, kw_only=True):
    name: str | None
    party_kind: PartyKind
    parent: str | None = None
    from_on: str | None = None


class PartyRenamed(Struct, frozen=True, kw_only=True):
    name: str | None
    from_on: str


class PathwayAuditFollowedUp(Struct, frozen=True, kw_only=True):
    text: str | None


class PathwayAuditHeld(Struct, frozen=True, kw_only=True):
    when: OnDay | Within | DateNotStated | From | By
    courses: int
    place: str | None = None


class PathwayAuditLearned(Struct, frozen=True, kw_only=True):
    point: str | None
    to_body: str | None = None


class PathwayAuditPlanned(Struct, frozen=True, kw_only=True):
    subject: str | None
    by_body: str
    expected: OnDay | Within | DateNotStated | From | By | None = None


class Pause(Struct, frozen=True, kw_only=True, tag_field="type", tag="pause"):
    initiative: str
    reason: str | None


class PayWish(Struct, frozen=True, kw_only=True, tag_field="type", tag="pay"):
    allocation: str
    amount_oere: int
    to_party: str
    booked_on: str
    voucher: str


class Percent(Struct, frozen=True, kw_only=True, tag_field="type", tag="percent"):
    bp: int


class PercentSaid(Struct, frozen=True, kw_only=True, tag_field="type", tag="percent"):
    bp: int
    of: str | None
    words: str | None


class PersonDeathRecorded(Struct, frozen=True, kw_only=True):
    detail: str | None = None
    seats: tuple[Vacancy, ...]
    stood_in: tuple[str, ...] = ()


class PersonErased(Struct, frozen=True, kw_only=True):
    erasure: str
    classes: tuple[TextClass, ...]
    legal_basis: str | None
    places: tuple[Place, ...]


class PersonFunctionChanged(Struct, frozen=True, kw_only=True):
    function: str | None
    party: str
    from_on: str


class PersonRegistered(Struct, frozen=True, kw_only=True):
    name: str | None
    function: str | None
    party: str


Phase = str


class Place(Struct, frozen=True, kw_only=True):
    of: str
    version: int
    field: str


class Plain(Struct, frozen=True, kw_only=True, tag_field="type", tag="plain"):
    outcome: PlainOutcome


PlainOutcome = str


class PlanAdopted(Struct, frozen=True, kw_only=True):
    decision: Taken | None
    orders: tuple[Order, ...]
    in_force_from_on: str | None = None


class PlanClosed(Struct, frozen=True, kw_only=True):
    decision: Taken | None
    successor: str | None = None


class PlanDrafted(Struct, frozen=True, kw_only=True):
    title: str | None
    plan_kind: PlanKind
    by_body: str
    period: OnDay | Within | DateNotStated | From | By | None = None


class PlanEditionIssued(Struct, frozen=True, kw_only=True):
    as_of: OnDay | Within | DateNotStated | From | By
    document: str


class PlanFocusNoted(Struct, frozen=True, kw_only=True):
    theme: str
    focus: Focus
    by_body: str
    words: str | None


class PlanHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


PlanKind = str


class PlanTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedPlan | None


class PlanThemeSet(Struct, frozen=True, kw_only=True):
    theme: str
    number: str
    title: str | None
    theme_kind: ThemeKind


class PlanningSpread(Struct, frozen=True, kw_only=True, tag_field="type", tag="spread"):
    initiative: str
    to_parties: tuple[str, ...]
    from_on: str | None = None


class Position(Struct, frozen=True, kw_only=True, tag_field="type", tag="position"):
    who: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated
    stance: Stance
    text: str | None


class ProjectPeriodOnly(Struct, frozen=True, kw_only=True, tag_field="type", tag="project-period-only"):
    pass


class Prolong(Struct, frozen=True, kw_only=True, tag_field="type", tag="prolong"):
    initiative: str
    expected: OnDay | Within | DateNotStated | From | By
    fund: str | None = None


class PromiseItem(Struct, frozen=True, kw_only=True, tag_field="type", tag="promise-item"):
    referral: str
    question: str | None
    expected: OnDay | Within | DateNotStated | From | By | None = None


class ProposalApproved(Struct, frozen=True, kw_only=True):
    decision: Taken | None
    initiative: str | None = None


class ProposalBudgeted(Struct, frozen=True, kw_only=True):
    amount_oere: int
    participants: tuple[str, ...]
    document: str


class ProposalChosen(Struct, frozen=True, kw_only=True):
    decision: Taken | None


class ProposalFormed(Struct, frozen=True, kw_only=True):
    title: str | None
    how: Forming
    out_of: tuple[str, ...]
    linked: tuple[str, ...]
    decision: Taken | None


class ProposalHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class ProposalMerged(Struct, frozen=True, kw_only=True):
    into: str


class ProposalParked(Struct, frozen=True, kw_only=True):
    reason: str | None
    linked_to: str | None = None
    decision: Taken | None = None


class ProposalRanked(Struct, frozen=True, kw_only=True):
    by_body: str
    order: int | None = None
    reason: str | None = None
    decision: Taken | None = None


class ProposalReceived(Struct, frozen=True, kw_only=True):
    title: str | None
    text: str | None
    when: OnDay | Within | DateNotStated | From | By
    from_party: str | None = None
    criteria_notes: str | None = None


class ProposalRecommended(Struct, frozen=True, kw_only=True):
    to_body: str
    strength: Strength
    decision: Taken | None


class ProposalTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedProposal | None


class ProposalTurnedDown(Struct, frozen=True, kw_only=True):
    reason: str | None
    decision: Taken | None


class ProposalWithdrawn(Struct, frozen=True, kw_only=True):
    reason: str | None


PurposeClass = str


class RankProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="rank-proposal"):
    proposal: str
    order: int | None = None
    reason: str | None = None


class ReachStep(Struct, frozen=True, kw_only=True, tag_field="type", tag="reach-step"):
    initiative: str
    order: int
    state: StepState


class RecommendProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="recommend-proposal"):
    proposal: str
    to_body: str
    strength: Strength


class RecommendationsBlocked(Struct, frozen=True, kw_only=True, tag_field="type", tag="recommendations"):
    meeting: str
    item: str
    numbers: tuple[str, ...]


class Recommends(Struct, frozen=True, kw_only=True, tag_field="type", tag="recommends"):
    to_body: str
    strength: Strength


Recurs = str


class RedactionCarriedOut(Struct, frozen=True, kw_only=True):
    where: Where
    legal_basis: str | None


class RedactionRequested(Struct, frozen=True, kw_only=True):
    where: Where
    reason: str | None
    requested_by: str


class ReduceEarmark(Struct, frozen=True, kw_only=True, tag_field="type", tag="reduce-earmark"):
    fund: str
    earmark: str
    amount_oere: int


class Refer(Struct, frozen=True, kw_only=True, tag_field="type", tag="refer"):
    referral: str
    to_body: str | None = None
    to_party: str | None = None
    to_outside: str | None = None
    question: str | None
    direction: Way | None = None
    answer_by: str | None = None
    expected: OnDay | Within | DateNotStated | From | By | None = None
    in_reply_to: str | None = None


class ReferralAnswered(Struct, frozen=True, kw_only=True):
    text: str | None
    reserved: bool = False
    decision: Taken | None = None
    document: str | None = None
    when: OnDay | Within | DateNotStated | From | By | None = None
    meets: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()


class ReferralDeclined(Struct, frozen=True, kw_only=True):
    reason: str | None
    decision: Taken | None = None
    document: str | None = None


class ReferralHandedOver(Struct, frozen=True, kw_only=True):
    successor: str
    effective_on: str


class ReferralPlaced(Struct, frozen=True, kw_only=True):
    meeting: str
    item: str


class ReferralReceived(Struct, frozen=True, kw_only=True):
    to_body: str
    question: str | None
    from_outside: str | None = None
    from_party: str | None = None
    from_body: str | None = None
    direction: Way = "in"
    answer_by: str | None = None
    expected: OnDay | Within | DateNotStated | From | By | None = None
    document: str | None = None


class ReferralReminded(Struct, frozen=True, kw_only=True):
    answer_by: str | None = None
    passed: str | None = None


class ReferralSent(Struct, frozen=True, kw_only=True):
    from_body: str
    to_body: str | None = None
    to_party: str | None = None
    to_outside: str | None = None
    question: str | None
    direction: Way | None = None
    answer_by: str | None = None
    expected: OnDay | Within | DateNotStated | From | By | None = None
    arises_from: Taken | None = None
    in_reply_to: str | None = None
    condition: str | None = None


class ReferralTakenOver(Struct, frozen=True, kw_only=True):
    from_stream: str
    from_version: int
    carried: CarriedReferral | None


class ReferralWithdrawn(Struct, frozen=True, kw_only=True):
    reason: str | None
    decision: Taken | None = None


class Refers(Struct, frozen=True, kw_only=True, tag_field="type", tag="refers"):
    to_body: str | None = None
    to_party: str | None = None
    to_outside: str | None = None
    direction: Way | None = None


class ReleaseEarmark(Struct, frozen=True, kw_only=True, tag_field="type", tag="release-earmark"):
    fund: str
    earmark: str


class Remark(Struct, frozen=True, kw_only=True, tag_field="type", tag="remark"):
    sort: Sort
    text: str | None
    who: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated | None = None
    to: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated | None = None


Residual = str


class ResolveCondition(Struct, frozen=True, kw_only=True, tag_field="type", tag="resolve-condition"):
    condition: str
    met: bool = True


class Resume(Struct, frozen=True, kw_only=True, tag_field="type", tag="resume"):
    initiative: str
    from_on: str | None = None


class ReturnConfirmation(Struct, frozen=True, kw_only=True, tag_field="type", tag="return-confirmation"):
    initiative: str
    revision: int
    reason: str | None


class ReverseWish(Struct, frozen=True, kw_only=True, tag_field="type", tag="reverse"):
    reverses: int
    reason: str | None
    decision: Taken | None = None


class SeatPlan(Struct, frozen=True, kw_only=True):
    seat: str
    right: SeatsByParty | ByRole | ByPatients | BySubject | ByCluster
    voice: Voice


class SeatsByParty(Struct, frozen=True, kw_only=True, tag_field="type", tag="party"):
    party: str


Secretariat = str


class SetPath(Struct, frozen=True, kw_only=True, tag_field="type", tag="set-path"):
    mandate: str
    subject: str
    steps: tuple[Step, ...]
    terms: str | None = None
    from_on: str | None = None


class SetTheme(Struct, frozen=True, kw_only=True, tag_field="type", tag="set-theme"):
    plan: str
    theme: str
    number: str
    title: str | None
    theme_kind: ThemeKind


class Share(Struct, frozen=True, kw_only=True):
    party: str
    weight: int


Sort = str


Span = str


Stage = str


Stance = str


Standing = str


class StartProject(Struct, frozen=True, kw_only=True, tag_field="type", tag="start-project"):
    initiative: str
    phase: Phase
    from_on: str | None = None


class StartsIn(Struct, frozen=True, kw_only=True, tag_field="type", tag="starts-in"):
    year: int


class Stated(Struct, frozen=True, kw_only=True, tag_field="type", tag="stated"):
    oere: int
    unit_oere: int
    words: str | None


class StatementRef(Struct, frozen=True, kw_only=True):
    document: str
    number: str


class Step(Struct, frozen=True, kw_only=True):
    step: str
    body: str
    binding: bool


StepState = str


Strength = str


class Taken(Struct, frozen=True, kw_only=True, tag_field="type", tag="taken"):
    meeting: str
    decision: str


TextClass = str


class TextSaid(Struct, frozen=True, kw_only=True, tag_field="type", tag="text"):
    words: str | None


ThemeKind = str


class ThemeOrCommitteePilot(Struct, frozen=True, kw_only=True, tag_field="type", tag="theme-or-committee-pilot"):
    pass


class TurnDownApplication(Struct, frozen=True, kw_only=True, tag_field="type", tag="turn-down-application"):
    application: str
    reason: str | None


class TurnDownProposal(Struct, frozen=True, kw_only=True, tag_field="type", tag="turn-down-proposal"):
    proposal: str
    reason: str | None


Unit = str


class Vacancy(Struct, frozen=True, kw_only=True):
    membership: str
    seat: str


class Vacate(Struct, frozen=True, kw_only=True, tag_field="type", tag="vacate"):
    membership: str
    seat: str
    cause: Cause
    ceases_on: str | None = None


Voice = str


class WaiveCondition(Struct, frozen=True, kw_only=True, tag_field="type", tag="waive-condition"):
    condition: str


Way = str


class Where(Struct, frozen=True, kw_only=True):
    of: str
    version: int
    field: str


Why = str


class Widen(Struct, frozen=True, kw_only=True, tag_field="type", tag="widen"):
    initiative: str
    aspect: Aspect
    before: str | None
    after: str | None


class WidenAgreement(Struct, frozen=True, kw_only=True, tag_field="type", tag="widen-agreement"):
    agreement: str
    text: str | None
    from_on: str | None = None


class WithdrawReferral(Struct, frozen=True, kw_only=True, tag_field="type", tag="withdraw-referral"):
    referral: str
    reason: str | None


class Within(Struct, frozen=True, kw_only=True, tag_field="type", tag="within"):
    earliest: str
    latest: str
    span: Span
    words: str | None
    inferred: str | None = None


EVENTS: dict[str, type[Struct]] = {
    "dk.klynge.party.registered.v1": PartyRegistered,
    "dk.klynge.party.renamed.v1": PartyRenamed,
    "dk.klynge.party.organ-added.v1": PartyOrganAdded,
    "dk.klynge.party.ended.v1": PartyEnded,
    "dk.klynge.person.registered.v1": PersonRegistered,
    "dk.klynge.person.function-changed.v1": PersonFunctionChanged,
    "dk.klynge.person.death-recorded.v1": PersonDeathRecorded,
    "dk.klynge.person.erased.v1": PersonErased,
    "dk.klynge.cluster.established.v1": ClusterEstablished,
    "dk.klynge.cluster.renamed.v1": ClusterRenamed,
    "dk.klynge.cluster.name-noted.v1": ClusterNameNoted,
    "dk.klynge.cluster.party-joined.v1": ClusterPartyJoined,
    "dk.klynge.cluster.party-left.v1": ClusterPartyLeft,
    "dk.klynge.cluster.contact-named.v1": ClusterContactNamed,
    "dk.klynge.cluster.dissolution-decided.v1": ClusterDissolutionDecided,
    "dk.klynge.cluster.handed-over.v1": ClusterHandedOver,
    "dk.klynge.cluster.dissolved.v1": ClusterDissolved,
    "dk.klynge.body.established.v1": BodyEstablished,
    "dk.klynge.body.name-noted.v1": BodyNameNoted,
    "dk.klynge.body.cadence-set.v1": BodyCadenceSet,
    "dk.klynge.body.rules-set.v1": BodyRulesSet,
    "dk.klynge.body.task-given.v1": BodyTaskGiven,
    "dk.klynge.body.slot-taken.v1": BodySlotTaken,
    "dk.klynge.body.slot-freed.v1": BodySlotFreed,
    "dk.klynge.body.closed.v1": BodyClosed,
    "dk.klynge.membership.seat-opened.v1": MembershipSeatOpened,
    "dk.klynge.membership.seat-closed.v1": MembershipSeatClosed,
    "dk.klynge.membership.seat-filled.v1": MembershipSeatFilled,
    "dk.klynge.membership.seat-vacated.v1": MembershipSeatVacated,
    "dk.klynge.membership.chair-taken.v1": MembershipChairTaken,
    "dk.klynge.membership.chair-left.v1": MembershipChairLeft,
    "dk.klynge.membership.substitute-named.v1": MembershipSubstituteNamed,
    "dk.klynge.membership.substitute-ended.v1": MembershipSubstituteEnded,
    "dk.klynge.membership.nominations-called.v1": MembershipNominationsCalled,
    "dk.klynge.mandate.path-set.v1": MandatePathSet,
    "dk.klynge.mandate.delegated.v1": MandateDelegated,
    "dk.klynge.mandate.delegation-ended.v1": MandateDelegationEnded,
    "dk.klynge.meeting.called.v1": MeetingCalled,
    "dk.klynge.meeting.registered-afterwards.v1": MeetingRegisteredAfterwards,
    "dk.klynge.meeting.opened.v1": MeetingOpened,
    "dk.klynge.meeting.adjourned.v1": MeetingAdjourned,
    "dk.klynge.meeting.moved.v1": MeetingMoved,
    "dk.klynge.meeting.cancelled.v1": MeetingCancelled,
    "dk.klynge.meeting.leader-changed.v1": MeetingLeaderChanged,
    "dk.klynge.meeting.paused.v1": MeetingPaused,
    "dk.klynge.meeting.resumed.v1": MeetingResumed,
    "dk.klynge.meeting.item-added.v1": MeetingItemAdded,
    "dk.klynge.meeting.recommendation-added.v1": MeetingRecommendationAdded,
    "dk.klynge.meeting.attachment-added.v1": MeetingAttachmentAdded,
    "dk.klynge.meeting.item-changed.v1": MeetingItemChanged,
    "dk.klynge.meeting.item-withdrawn.v1": MeetingItemWithdrawn,
    "dk.klynge.meeting.recommendation-changed.v1": MeetingRecommendationChanged,
    "dk.klynge.meeting.recommendation-withdrawn.v1": MeetingRecommendationWithdrawn,
    "dk.klynge.meeting.agenda-ordered.v1": MeetingAgendaOrdered,
    "dk.klynge.meeting.agenda-sent.v1": MeetingAgendaSent,
    "dk.klynge.meeting.agenda-adopted.v1": MeetingAgendaAdopted,
    "dk.klynge.meeting.doors-shut.v1": MeetingDoorsShut,
    "dk.klynge.meeting.doors-opened.v1": MeetingDoorsOpened,
    "dk.klynge.meeting.extract-published.v1": MeetingExtractPublished,
    "dk.klynge.meeting.attachment-shut.v1": MeetingAttachmentShut,
    "dk.klynge.meeting.attachment-opened.v1": MeetingAttachmentOpened,
    "dk.klynge.meeting.item-taken-up.v1": MeetingItemTakenUp,
    "dk.klynge.meeting.item-settled.v1": MeetingItemSettled,
    "dk.klynge.meeting.item-postponed.v1": MeetingItemPostponed,
    "dk.klynge.meeting.item-reopened.v1": MeetingItemReopened,
    "dk.klynge.meeting.apology-given.v1": MeetingApologyGiven,
    "dk.klynge.meeting.apology-withdrawn.v1": MeetingApologyWithdrawn,
    "dk.klynge.meeting.seat-taken.v1": MeetingSeatTaken,
    "dk.klynge.meeting.seat-left.v1": MeetingSeatLeft,
    "dk.klynge.meeting.recused.v1": MeetingRecused,
    "dk.klynge.meeting.recusal-lifted.v1": MeetingRecusalLifted,
    "dk.klynge.meeting.guest-invited.v1": MeetingGuestInvited,
    "dk.klynge.meeting.guest-attended.v1": MeetingGuestAttended,
    "dk.klynge.meeting.question-raised.v1": MeetingQuestionRaised,
    "dk.klynge.meeting.question-concluded.v1": MeetingQuestionConcluded,
    "dk.klynge.meeting.question-withdrawn.v1": MeetingQuestionWithdrawn,
    "dk.klynge.meeting.point-recorded.v1": MeetingPointRecorded,
    "dk.klynge.meeting.decision-recorded.v1": MeetingDecisionRecorded,
    "dk.klynge.meeting.decision-took-effect.v1": MeetingDecisionTookEffect,
    "dk.klynge.meeting.condition-met.v1": MeetingConditionMet,
    "dk.klynge.meeting.decision-fell.v1": MeetingDecisionFell,
    "dk.klynge.meeting.decision-superseded.v1": MeetingDecisionSuperseded,
    "dk.klynge.meeting.decision-corrected.v1": MeetingDecisionCorrected,
    "dk.klynge.minutes.drafted.v1": MinutesDrafted,
    "dk.klynge.minutes.item-written.v1": MinutesItemWritten,
    "dk.klynge.minutes.circulated.v1": MinutesCirculated,
    "dk.klynge.minutes.revised.v1": MinutesRevised,
    "dk.klynge.minutes.commented.v1": MinutesCommented,
    "dk.klynge.minutes.comment-answered.v1": MinutesCommentAnswered,
    "dk.klynge.minutes.approved.v1": MinutesApproved,
    "dk.klynge.minutes.published.v1": MinutesPublished,
    "dk.klynge.minutes.note-added.v1": MinutesNoteAdded,
    "dk.klynge.referral.sent.v1": ReferralSent,
    "dk.klynge.referral.received.v1": ReferralReceived,
    "dk.klynge.referral.placed.v1": ReferralPlaced,
    "dk.klynge.referral.answered.v1": ReferralAnswered,
    "dk.klynge.referral.declined.v1": ReferralDeclined,
    "dk.klynge.referral.withdrawn.v1": ReferralWithdrawn,
    "dk.klynge.referral.reminded.v1": ReferralReminded,
    "dk.klynge.referral.handed-over.v1": ReferralHandedOver,
    "dk.klynge.referral.taken-over.v1": ReferralTakenOver,
    "dk.klynge.condition.opened.v1": ConditionOpened,
    "dk.klynge.condition.block-added.v1": ConditionBlockAdded,
    "dk.klynge.condition.fulfilled.v1": ConditionFulfilled,
    "dk.klynge.condition.failed.v1": ConditionFailed,
    "dk.klynge.condition.waived.v1": ConditionWaived,
    "dk.klynge.condition.deadline-passed.v1": ConditionDeadlinePassed,
    "dk.klynge.condition.lapsed.v1": ConditionLapsed,
    "dk.klynge.condition.handed-over.v1": ConditionHandedOver,
    "dk.klynge.condition.taken-over.v1": ConditionTakenOver,
    "dk.klynge.proposal.received.v1": ProposalReceived,
    "dk.klynge.proposal.formed.v1": ProposalFormed,
    "dk.klynge.proposal.ranked.v1": ProposalRanked,
    "dk.klynge.proposal.merged.v1": ProposalMerged,
    "dk.klynge.proposal.parked.v1": ProposalParked,
    "dk.klynge.proposal.recommended.v1": ProposalRecommended,
    "dk.klynge.proposal.chosen.v1": ProposalChosen,
    "dk.klynge.proposal.turned-down.v1": ProposalTurnedDown,
    "dk.klynge.proposal.budgeted.v1": ProposalBudgeted,
    "dk.klynge.proposal.approved.v1": ProposalApproved,
    "dk.klynge.proposal.withdrawn.v1": ProposalWithdrawn,
    "dk.klynge.proposal.handed-over.v1": ProposalHandedOver,
    "dk.klynge.proposal.taken-over.v1": ProposalTakenOver,
    "dk.klynge.plan.drafted.v1": PlanDrafted,
    "dk.klynge.plan.theme-set.v1": PlanThemeSet,
    "dk.klynge.plan.focus-noted.v1": PlanFocusNoted,
    "dk.klynge.plan.adopted.v1": PlanAdopted,
    "dk.klynge.plan.edition-issued.v1": PlanEditionIssued,
    "dk.klynge.plan.closed.v1": PlanClosed,
    "dk.klynge.plan.handed-over.v1": PlanHandedOver,
    "dk.klynge.plan.taken-over.v1": PlanTakenOver,
    "dk.klynge.initiative.ordered.v1": InitiativeOrdered,
    "dk.klynge.initiative.listed.v1": InitiativeListed,
    "dk.klynge.initiative.described.v1": InitiativeDescribed,
    "dk.klynge.initiative.owner-assigned.v1": InitiativeOwnerAssigned,
    "dk.klynge.initiative.remarked.v1": InitiativeRemarked,
    "dk.klynge.initiative.remark-answered.v1": InitiativeRemarkAnswered,
    "dk.klynge.initiative.order-confirmed.v1": InitiativeOrderConfirmed,
    "dk.klynge.initiative.confirmation-approved.v1": InitiativeConfirmationApproved,
    "dk.klynge.initiative.confirmation-returned.v1": InitiativeConfirmationReturned,
    "dk.klynge.initiative.colour-reported.v1": InitiativeColourReported,
    "dk.klynge.initiative.remedy-agreed.v1": InitiativeRemedyAgreed,
    "dk.klynge.initiative.escalated.v1": InitiativeEscalated,
    "dk.klynge.initiative.narrowed.v1": InitiativeNarrowed,
    "dk.klynge.initiative.widened.v1": InitiativeWidened,
    "dk.klynge.initiative.adapted.v1": InitiativeAdapted,
    "dk.klynge.initiative.spread.v1": InitiativeSpread,
    "dk.klynge.initiative.started.v1": InitiativeStarted,
    "dk.klynge.initiative.paused.v1": InitiativePaused,
    "dk.klynge.initiative.resumed.v1": InitiativeResumed,
    "dk.klynge.initiative.deprioritised.v1": InitiativeDeprioritised,
    "dk.klynge.initiative.prolonged.v1": InitiativeProlonged,
    "dk.klynge.initiative.operation-began.v1": InitiativeOperationBegan,
    "dk.klynge.initiative.ladder-agreed.v1": InitiativeLadderAgreed,
    "dk.klynge.initiative.step-reached.v1": InitiativeStepReached,
    "dk.klynge.initiative.evaluation-expected.v1": InitiativeEvaluationExpected,
    "dk.klynge.initiative.evaluated.v1": InitiativeEvaluated,
    "dk.klynge.initiative.funding-noted.v1": InitiativeFundingNoted,
    "dk.klynge.initiative.post-agreed.v1": InitiativePostAgreed,
    "dk.klynge.initiative.progress-quoted.v1": InitiativeProgressQuoted,
    "dk.klynge.initiative.merged.v1": InitiativeMerged,
    "dk.klynge.initiative.ended.v1": InitiativeEnded,
    "dk.klynge.initiative.held.v1": InitiativeHeld,
    "dk.klynge.initiative.released.v1": InitiativeReleased,
    "dk.klynge.initiative.handed-over.v1": InitiativeHandedOver,
    "dk.klynge.initiative.taken-over.v1": InitiativeTakenOver,
    "dk.klynge.action.assigned.v1": ActionAssigned,
    "dk.klynge.action.replied.v1": ActionReplied,
    "dk.klynge.action.fell-due.v1": ActionFellDue,
    "dk.klynge.action.cancelled.v1": ActionCancelled,
    "dk.klynge.action.handed-over.v1": ActionHandedOver,
    "dk.klynge.action.taken-over.v1": ActionTakenOver,
    "dk.klynge.agreement.registered.v1": AgreementRegistered,
    "dk.klynge.agreement.scope-widened.v1": AgreementScopeWidened,
    "dk.klynge.agreement.scope-narrowed.v1": AgreementScopeNarrowed,
    "dk.klynge.agreement.adjusted.v1": AgreementAdjusted,
    "dk.klynge.agreement.owner-named.v1": AgreementOwnerNamed,
    "dk.klynge.agreement.party-adopted.v1": AgreementPartyAdopted,
    "dk.klynge.agreement.entered-into-force.v1": AgreementEnteredIntoForce,
    "dk.klynge.agreement.suspended.v1": AgreementSuspended,
    "dk.klynge.agreement.termination-proposed.v1": AgreementTerminationProposed,
    "dk.klynge.agreement.termination-approved.v1": AgreementTerminationApproved,
    "dk.klynge.agreement.terminated.v1": AgreementTerminated,
    "dk.klynge.agreement.ended-by-law.v1": AgreementEndedByLaw,
    "dk.klynge.indicator.defined.v1": IndicatorDefined,
    "dk.klynge.indicator.target-judged.v1": IndicatorTargetJudged,
    "dk.klynge.indicator.reported.v1": IndicatorReported,
    "dk.klynge.indicator.doubted.v1": IndicatorDoubted,
    "dk.klynge.indicator.corrected.v1": IndicatorCorrected,
    "dk.klynge.indicator.handed-over.v1": IndicatorHandedOver,
    "dk.klynge.indicator.taken-over.v1": IndicatorTakenOver,
    "dk.klynge.pathway-audit.planned.v1": PathwayAuditPlanned,
    "dk.klynge.pathway-audit.held.v1": PathwayAuditHeld,
    "dk.klynge.pathway-audit.learned.v1": PathwayAuditLearned,
    "dk.klynge.pathway-audit.followed-up.v1": PathwayAuditFollowedUp,
    "dk.klynge.document.filed.v1": DocumentFiled,
    "dk.klynge.document.statement-quoted.v1": DocumentStatementQuoted,
    "dk.klynge.document.statement-doubted.v1": DocumentStatementDoubted,
    "dk.klynge.document.statement-corrected.v1": DocumentStatementCorrected,
    "dk.klynge.document.withdrawn.v1": DocumentWithdrawn,
    "dk.klynge.fund.opened.v1": FundOpened,
    "dk.klynge.fund.opened-with.v1": FundOpenedWith,
    "dk.klynge.fund.officer-named.v1": FundOfficerNamed,
    "dk.klynge.fund.threshold-set.v1": FundThresholdSet,
    "dk.klynge.fund.criteria-set.v1": FundCriteriaSet,
    "dk.klynge.fund.ceiling-set.v1": FundCeilingSet,
    "dk.klynge.fund.frames-set.v1": FundFramesSet,
    "dk.klynge.fund.grant-received.v1": FundGrantReceived,
    "dk.klynge.fund.no-grant-noted.v1": FundNoGrantNoted,
    "dk.klynge.fund.carried-over.v1": FundCarriedOver,
    "dk.klynge.fund.contribution-shared.v1": FundContributionShared,
    "dk.klynge.fund.earmark-announced.v1": FundEarmarkAnnounced,
    "dk.klynge.fund.earmarked.v1": FundEarmarked,
    "dk.klynge.fund.registration-made.v1": FundRegistrationMade,
    "dk.klynge.fund.second-person-confirmed.v1": FundSecondPersonConfirmed,
    "dk.klynge.fund.allocated.v1": FundAllocated,
    "dk.klynge.fund.allocation-closed.v1": FundAllocationClosed,
    "dk.klynge.fund.earmark-reduced.v1": FundEarmarkReduced,
    "dk.klynge.fund.condition-met.v1": FundConditionMet,
    "dk.klynge.fund.earmark-released.v1": FundEarmarkReleased,
    "dk.klynge.fund.paid.v1": FundPaid,
    "dk.klynge.fund.repaid.v1": FundRepaid,
    "dk.klynge.fund.reversed.v1": FundReversed,
    "dk.klynge.fund.balance-asserted.v1": FundBalanceAsserted,
    "dk.klynge.fund.year-closed.v1": FundYearClosed,
    "dk.klynge.fund.wound-up.v1": FundWoundUp,
    "dk.klynge.fund.handed-over.v1": FundHandedOver,
    "dk.klynge.fund.taken-over.v1": FundTakenOver,
    "dk.klynge.application.submitted.v1": ApplicationSubmitted,
    "dk.klynge.application.evaluation-planned.v1": ApplicationEvaluationPlanned,
    "dk.klynge.application.attested.v1": ApplicationAttested,
    "dk.klynge.application.turned-down.v1": ApplicationTurnedDown,
    "dk.klynge.application.withdrawn.v1": ApplicationWithdrawn,
    "dk.klynge.application.accepted.v1": ApplicationAccepted,
    "dk.klynge.application.handed-over.v1": ApplicationHandedOver,
    "dk.klynge.application.taken-over.v1": ApplicationTakenOver,
    "dk.klynge.financing-key.agreed.v1": FinancingKeyAgreed,
    "dk.klynge.financing-key.ended.v1": FinancingKeyEnded,
    "dk.klynge.access.granted.v1": AccessGranted,
    "dk.klynge.access.withdrawn.v1": AccessWithdrawn,
    "dk.klynge.redaction.requested.v1": RedactionRequested,
    "dk.klynge.redaction.carried-out.v1": RedactionCarriedOut,
    "dk.klynge.erasure.requested.v1": ErasureRequested,
    "dk.klynge.erasure.refused.v1": ErasureRefused,
    "dk.klynge.erasure.approved.v1": ErasureApproved,
    "dk.klynge.erasure.confirmed.v1": ErasureConfirmed,
    "dk.klynge.erasure.repeated.v1": ErasureRepeated,
    "dk.klynge.erasure.completed.v1": ErasureCompleted,
    "dk.klynge.log.opened.v1": LogOpened,
    "dk.klynge.log.checkpoint-key-changed.v1": LogCheckpointKeyChanged,
}
