/**
 * The events of the feed, by their types: what stands in `data.event`. Words that are private or erased are null.
 * Made by `python -m klynge.client_types`; nobody edits it.
 */

export interface About {
  readonly type: "about";
  readonly oere: number;
  readonly unit_oere: number;
  readonly words: string | null;
}

export interface AboutCount {
  readonly type: "about-count";
  readonly count: number;
  readonly unit: number;
  readonly words: string | null;
}

export interface AccessGranted {
  readonly person?: string | null;
  readonly office: Office;
  readonly reason: string | null;
  readonly from_on: string;
  readonly ceases_on?: string | null;
  readonly client?: string | null;
  readonly scopes?: readonly string[];
  readonly sees_closed?: boolean | null;
}

export interface AccessWithdrawn {
  readonly reason: string | null;
}

export interface ActionAssigned {
  readonly what: string | null;
  readonly owed_by: readonly (EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside)[];
  readonly report_to: string;
  readonly answer_by?: string | null;
  readonly decision?: Taken | null;
  readonly recurs?: Recurs | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
}

export interface ActionCancelled {
  readonly reason: string | null;
  readonly decision?: Taken | null;
}

export interface ActionFellDue {
  readonly debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside;
  readonly answer_by: string;
  readonly occurrence?: string | null;
}

export interface ActionHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface ActionReplied {
  readonly debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside;
  readonly text: string | null;
  readonly document?: string | null;
  readonly occurrence?: string | null;
}

export interface ActionTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedAction | null;
}

export interface Adapt {
  readonly type: "adapt";
  readonly initiative: string;
  readonly text: string | null;
  readonly core?: readonly (string | null)[];
}

export interface AdjustAgreement {
  readonly type: "adjust-agreement";
  readonly agreement: string;
  readonly text: string | null;
  readonly document?: string | null;
  readonly from_on?: string | null;
}

export interface AdoptPlan {
  readonly type: "adopt-plan";
  readonly plan: string;
  readonly orders: readonly Order[];
  readonly in_force_from_on?: string | null;
}

export interface AgreeKey {
  readonly type: "agree-key";
  readonly key: string;
  readonly whole: number;
  readonly shares: readonly Share[];
  readonly in_force_from_on?: string | null;
  readonly terms?: string | null;
}

export interface AgreeRemedy {
  readonly type: "agree-remedy";
  readonly initiative: string;
  readonly text: string | null;
}

export interface AgreementAdjusted {
  readonly text: string | null;
  readonly document?: string | null;
  readonly from_on?: string | null;
  readonly decision?: Taken | null;
}

export interface AgreementEndedByLaw {
  readonly ceases_on: string;
  readonly source: Taken | Cited | null;
}

export interface AgreementEnteredIntoForce {
  readonly party: string;
  readonly begins: OnDay | Within | DateNotStated | From | By;
  readonly how: Beginning;
  readonly ceases_on?: string | null;
}

export interface AgreementOwnerNamed {
  readonly owner: string;
  readonly decision?: Taken | null;
}

export interface AgreementPartyAdopted {
  readonly party: string;
  readonly organ: string;
  readonly when: OnDay | Within | DateNotStated | From | By;
  readonly source?: Taken | Cited | null;
  readonly meets?: readonly string[];
  readonly fails?: readonly string[];
}

export interface AgreementRegistered {
  readonly title: string | null;
  readonly parties: readonly string[];
  readonly history: History;
  readonly scope?: string | null;
  readonly agreed_said?: OnDay | Within | DateNotStated | From | By | null;
  readonly owner?: string | null;
  readonly begun_by?: Taken | Cited | null;
  readonly document?: string | null;
}

export interface AgreementScopeNarrowed {
  readonly text: string | null;
  readonly from_on?: string | null;
  readonly decision?: Taken | null;
}

export interface AgreementScopeWidened {
  readonly text: string | null;
  readonly from_on?: string | null;
  readonly decision?: Taken | null;
}

export interface AgreementSuspended {
  readonly party: string;
  readonly ceases_on: string;
  readonly reason: string | null;
}

export interface AgreementTerminated {
  readonly parties: readonly string[];
  readonly ceases_on: string;
  readonly replaced_by?: string | null;
}

export interface AgreementTerminationApproved {
  readonly by_body: string;
  readonly source: Taken | null;
  readonly ceases_on: string;
}

export interface AgreementTerminationProposed {
  readonly proposed_by: ByBody | EffectsByParty;
  readonly reason: string | null;
}

export interface AllocationLeft {
  readonly allocation: string;
  readonly amount_oere: number;
  readonly application?: string | null;
  readonly paid_oere?: number;
  readonly closed?: boolean;
}

export interface AlmostAll {
  readonly type: "almost-all";
  readonly words: string | null;
}

export interface AnnouncedLeft {
  readonly earmark: string;
  readonly waits?: readonly string[];
}

export interface AnswerReferral {
  readonly type: "answer-referral";
  readonly referral: string;
  readonly text: string | null;
  readonly reserved?: boolean;
  readonly meets?: readonly string[];
  readonly fails?: readonly string[];
}

export interface AnswerRemark {
  readonly type: "answer-remark";
  readonly initiative: string;
  readonly remark: string;
}

export interface AnswerTo {
  readonly type: "answer-to";
  readonly referral: string;
}

export interface Apology {
  readonly seat: string;
  readonly person: string;
  readonly sends?: string | null;
}

export type Applicants = "all" | "committee" | "party";

export interface ApplicationAccepted {
  readonly allocation: string;
  readonly amount_oere: number;
}

export interface ApplicationAttested {
  readonly criteria: readonly (ThemeOrCommitteePilot | NotOperation | NotOwnStaff | ProjectPeriodOnly | NoPromiseOfOperation)[];
  readonly person: string;
}

export interface ApplicationEvaluationPlanned {
  readonly evaluation: EvaluationPlan;
}

export interface ApplicationHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface ApplicationSubmitted {
  readonly fund: string;
  readonly applicant: string;
  readonly purpose: string | null;
  readonly purpose_class: PurposeClass;
  readonly when: OnDay | Within | DateNotStated | From | By;
  readonly submitted_by: string;
  readonly amount_oere?: number | null;
  readonly said?: Exact | Stated | About | AtMost | NoAmount | null;
  readonly theme?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface ApplicationTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedApplication | null;
}

export interface ApplicationTurnedDown {
  readonly decision: Taken | null;
  readonly reason: string | null;
}

export interface ApplicationWithdrawn {
  readonly reason: string | null;
}

export interface Appoint {
  readonly type: "appoint";
  readonly membership: string;
  readonly seat: string;
  readonly person: string;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface Appoints {
  readonly type: "appoints";
  readonly filled?: readonly string[];
  readonly open?: readonly string[];
}

export interface ApproveConfirmation {
  readonly type: "approve-confirmation";
  readonly initiative: string;
  readonly revision: number;
  readonly phase?: Phase;
}

export interface ApproveProposal {
  readonly type: "approve-proposal";
  readonly proposal: string;
  readonly initiative?: string | null;
}

export interface ApproveTermination {
  readonly type: "approve-termination";
  readonly agreement: string;
  readonly ceases_on: string;
  readonly replaced_by?: string | null;
}

export interface ApprovedConditionally {
  readonly type: "approved-conditionally";
  readonly parties?: readonly string[];
}

export interface ApprovedWithRemark {
  readonly type: "approved-with-remark";
  readonly remarks: readonly (string | null)[];
}

export type Asks = "appoint" | "approve" | "decide" | "discuss" | "note";

export type Aspect = "content" | "parties" | "place" | "target-group";

export interface Assign {
  readonly type: "assign";
  readonly action: string;
  readonly what: string | null;
  readonly owed_by: readonly (EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside)[];
  readonly report_to: string;
  readonly answer_by?: string | null;
  readonly recurs?: Recurs | null;
  readonly ceases_on?: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
}

export interface AssignOwner {
  readonly type: "assign-owner";
  readonly initiative: string;
  readonly owners?: readonly string[];
  readonly leader?: string | null;
  readonly group?: string | null;
}

export interface AtLeast {
  readonly type: "at-least";
  readonly count: number;
}

export interface AtMost {
  readonly type: "at-most";
  readonly oere: number;
  readonly unit_oere: number;
  readonly about: boolean;
  readonly words: string | null;
}

export interface Attended {
  readonly seat: string;
  readonly person: string;
  readonly in_for?: readonly string[];
}

export interface BeginOperation {
  readonly type: "begin-operation";
  readonly initiative: string;
  readonly extent: Operation;
  readonly parties: readonly string[];
  readonly from_on?: string | null;
}

export type Beginning = "new" | "resumed" | "transition";

export interface BodyCadenceSet {
  readonly words: string | null;
  readonly per_year?: number | null;
  readonly source?: Taken | Cited | null;
}

export interface BodyClosed {
  readonly ceases_on: string;
  readonly successor?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface BodyEstablished {
  readonly name: string | null;
  readonly level: Level;
  readonly membership: string;
  readonly chairs: number;
  readonly seats: readonly SeatPlan[];
  readonly parent?: string | null;
  readonly task?: string | null;
  readonly from_on?: string | null;
  readonly source?: Taken | Cited | null;
  readonly secretariat?: Secretariat | null;
}

export interface BodyNameNoted {
  readonly name: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly document?: string | null;
}

export interface BodyRulesSet {
  readonly quorum: NoneStated | AtLeast | EachPartyKind;
  readonly decision_rule: DecisionRule;
  readonly chairs_sign: number;
  readonly ad_hoc_substitutes: boolean;
  readonly from_on: string;
  readonly source: Taken | Cited | null;
  readonly one_at_a_time?: string | null;
  readonly agenda_days?: number | null;
}

export interface BodySlotFreed {
  readonly initiative: string;
}

export interface BodySlotTaken {
  readonly initiative: string;
}

export interface BodyTaskGiven {
  readonly task: string | null;
  readonly decision: Taken | Cited | null;
}

export interface By {
  readonly type: "by";
  readonly latest: string;
  readonly words: string | null;
  readonly inferred?: string | null;
}

export interface ByAdoption {
  readonly type: "by-adoption";
  readonly agreement: string;
  readonly party: string;
}

export interface ByAnswer {
  readonly type: "by-answer";
  readonly referral: string;
}

export interface ByBody {
  readonly type: "body";
  readonly body: string;
}

export interface ByCluster {
  readonly type: "cluster";
  readonly cluster: string;
}

export interface ByDay {
  readonly type: "by-day";
  readonly day: string;
}

export interface ByDecision {
  readonly type: "by-decision";
  readonly decision: Taken | null;
}

export interface ByDocument {
  readonly type: "by-document";
  readonly document: string;
  readonly words: string | null;
}

export interface ByEvaluation {
  readonly type: "by-evaluation";
  readonly initiative: string;
  readonly stage: Stage;
}

export interface ByOutside {
  readonly type: "outside";
  readonly organisation: string;
}

export interface ByPatients {
  readonly type: "patients";
}

export interface ByPerson {
  readonly type: "person";
  readonly person: string;
}

export interface ByRole {
  readonly type: "role";
  readonly words: string | null;
}

export interface BySubject {
  readonly type: "subject";
  readonly words: string | null;
}

export interface CallNominations {
  readonly type: "call-nominations";
  readonly membership: string;
  readonly seats: readonly string[];
  readonly from_parties: readonly string[];
  readonly what: string | null;
  readonly answer_by?: string | null;
}

export interface CancelAction {
  readonly type: "cancel-action";
  readonly action: string;
  readonly reason: string | null;
}

export interface CarriedAction {
  readonly owed_by: readonly (EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside)[];
  readonly report_to: string;
  readonly answer_by?: string | null;
  readonly recurs?: Recurs | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly given_at?: string | null;
  readonly replied?: readonly CarriedDuty[];
  readonly fallen_due?: readonly CarriedDuty[];
}

export interface CarriedApplication {
  readonly fund: string;
  readonly applicant: string;
  readonly by: string;
  readonly purpose_class: PurposeClass;
  readonly amount_oere?: number | null;
  readonly theme?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly evaluation?: EvaluationPlan | null;
  readonly attested?: readonly string[];
}

export interface CarriedCondition {
  readonly awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts;
  readonly blocks: readonly (DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked)[];
  readonly words: string | null;
  readonly opened_on: string;
  readonly if_late: IfLate;
  readonly set_by?: Taken | null;
  readonly answer_by?: string | null;
  readonly is_late?: boolean;
  readonly former?: readonly string[];
}

export interface CarriedConfirmation {
  readonly revision: number;
  readonly approvals?: readonly (Taken | null)[];
  readonly returned?: boolean;
}

export interface CarriedDuty {
  readonly debtor: EffectsByParty | ByBody | ByPerson | DebtorNotStated | ByOutside;
  readonly occurrence?: string | null;
}

export interface CarriedHold {
  readonly condition: string;
  readonly extent: Extent;
}

export interface CarriedIndicator {
  readonly unit: Unit;
  readonly from_party?: string | null;
  readonly has_target?: boolean;
  readonly values?: readonly CarriedValue[];
}

export interface CarriedInitiative {
  readonly standing: Standing;
  readonly kind: Kind;
  readonly phase?: Phase | null;
  readonly plan?: string | null;
  readonly orderer?: string | null;
  readonly owners?: readonly string[];
  readonly leader?: string | null;
  readonly group?: string | null;
  readonly confirmation?: CarriedConfirmation | null;
  readonly remarks?: readonly CarriedRemark[];
  readonly answered?: readonly string[];
  readonly colour?: Colour | null;
  readonly lies_with?: string | null;
  readonly chosen_by?: string | null;
  readonly lowered?: boolean;
  readonly ladder?: readonly (StepState | null)[];
  readonly evaluated?: readonly Stage[];
  readonly holds?: readonly CarriedHold[];
}

export interface CarriedPlan {
  readonly by_body: string;
  readonly themes?: readonly CarriedTheme[];
  readonly adopted?: boolean;
  readonly orders?: readonly string[];
  readonly in_force_from_on?: string | null;
}

export interface CarriedProposal {
  readonly fate: Fate;
  readonly from_party?: string | null;
}

export interface CarriedReferral {
  readonly from_body?: string | null;
  readonly to_body?: string | null;
  readonly answer_by?: string | null;
  readonly is_late?: boolean;
}

export interface CarriedRemark {
  readonly remark: string;
  readonly by_body: string;
}

export interface CarriedTheme {
  readonly theme: string;
  readonly number: string;
}

export interface CarriedValue {
  readonly period: string;
  readonly value?: Percent | Number | InColour | Minutes | null;
  readonly met?: boolean | null;
  readonly doubted?: boolean;
}

export type Cause = "closed" | "death" | "leave" | "left" | "party-left" | "term-ended";

export interface ChooseProposal {
  readonly type: "choose-proposal";
  readonly proposal: string;
}

export interface Cited {
  readonly type: "cited";
  readonly who: string | null;
  readonly on: OnDay | Within | DateNotStated | From | By;
  readonly words: string | null;
  readonly document?: string | null;
}

export type Clock = "real" | "story";

export interface CloseBody {
  readonly type: "close-body";
  readonly body: string;
  readonly ceases_on: string;
  readonly successor?: string | null;
}

export interface ClosePlan {
  readonly type: "close-plan";
  readonly plan: string;
  readonly successor?: string | null;
}

export interface CloseYearWish {
  readonly type: "close-year";
  readonly year: number;
}

export interface ClusterContactNamed {
  readonly party: string;
  readonly person: string;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface ClusterDissolutionDecided {
  readonly ceases_on: string;
  readonly basis: string | null;
  readonly source: Taken | Cited | null;
  readonly successors: readonly string[];
}

export interface ClusterDissolved {
  readonly ceases_on: string;
  readonly handed_count: number;
}

export interface ClusterEstablished {
  readonly name: string | null;
  readonly form: ClusterForm;
  readonly region: string;
  readonly from_on?: string | null;
  readonly predecessors?: readonly string[];
}

export type ClusterForm = "cluster" | "council" | "earlier";

export interface ClusterHandedOver {
  readonly to_cluster: string;
  readonly things: readonly string[];
  readonly effective_on: string;
  readonly decisions: readonly (Taken | null)[];
}

export interface ClusterNameNoted {
  readonly name: string | null;
  readonly document?: string | null;
}

export interface ClusterPartyJoined {
  readonly party: string;
  readonly from_on?: string | null;
  readonly source?: Taken | Cited | null;
}

export interface ClusterPartyLeft {
  readonly party: string;
  readonly ceases_on: string;
  readonly source?: Taken | Cited | null;
}

export interface ClusterRenamed {
  readonly name: string | null;
  readonly from_on: string;
  readonly source?: Taken | Cited | null;
}

export type Colour = "green" | "red" | "yellow";

export type Conclusion = "agreed" | "left-open" | "no-joint-conclusion" | "turned-down";

export interface ConditionBlockAdded {
  readonly blocked: DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked;
  readonly decision?: Taken | null;
}

export interface ConditionDeadlinePassed {
  readonly answer_by: string;
}

export interface ConditionFailed {
  readonly proof: ByDecision | ByAnswer | ByEvaluation | ByDocument | ByDay | ByAdoption;
}

export interface ConditionFulfilled {
  readonly proof: ByDecision | ByAnswer | ByEvaluation | ByDocument | ByDay | ByAdoption;
}

export interface ConditionHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface ConditionLapsed {
  readonly ceases_on: string;
}

export interface ConditionOpened {
  readonly awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts;
  readonly blocks: readonly (DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked)[];
  readonly words: string | null;
  readonly opened_on: string;
  readonly answer_by?: string | null;
  readonly arises_from?: Taken | null;
  readonly document?: string | null;
  readonly if_late?: IfLate | null;
}

export interface ConditionTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedCondition | null;
}

export interface ConditionWaived {
  readonly decision: Taken | null;
}

export interface CountBetween {
  readonly type: "count-between";
  readonly low: number;
  readonly high: number;
  readonly words: string | null;
}

export interface DateNotStated {
  readonly type: "not-stated";
}

export interface DayReached {
  readonly type: "day-reached";
  readonly day: string;
}

export interface DebtorNotStated {
  readonly type: "not-stated";
}

export interface DecisionBlocked {
  readonly type: "decision";
  readonly meeting: string;
  readonly decision: string;
}

export interface DecisionOf {
  readonly type: "decision-of";
  readonly body: string;
  readonly words: string | null;
  readonly meeting?: string | null;
}

export type DecisionRule = "consensus" | "majority" | "none-stated";

export interface Deferred {
  readonly type: "deferred";
  readonly expected?: OnDay | Within | DateNotStated | From | By;
}

export interface Delegate {
  readonly type: "delegate";
  readonly mandate: string;
  readonly step: string;
  readonly to_body: string;
  readonly terms?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface Delegates {
  readonly type: "delegates";
  readonly to_body: string;
  readonly step: string;
  readonly ceases_on?: string | null;
}

export interface Deprioritise {
  readonly type: "deprioritise";
  readonly initiative: string;
  readonly reason: string | null;
}

export type Direction = "in" | "internal" | "out";

export interface Dissent {
  readonly seat: string;
  readonly text: string | null;
}

export interface DocumentFiled {
  readonly subject: string | null;
  readonly direction: Direction;
  readonly dated: OnDay | Within | DateNotStated | From | By;
  readonly sha256?: string | null;
  readonly size_bytes?: number | null;
  readonly journal_number?: string | null;
  readonly party?: string | null;
  readonly outside?: string | null;
}

export interface DocumentStatementCorrected {
  readonly number: string;
  readonly claim: Exact | Stated | About | AtMost | ExactCount | OnDay | Within | NoAmount | AboutCount | CountBetween | PercentSaid | AlmostAll | From | By | NameSaid | TextSaid;
  readonly reason: string | null;
}

export interface DocumentStatementDoubted {
  readonly number: string;
  readonly doubt: Doubt;
  readonly text: string | null;
  readonly read_as?: Exact | Stated | About | AtMost | ExactCount | OnDay | Within | NoAmount | AboutCount | CountBetween | PercentSaid | AlmostAll | From | By | NameSaid | TextSaid | null;
  readonly other?: StatementRef | null;
}

export interface DocumentStatementQuoted {
  readonly number: string;
  readonly locator: string;
  readonly words: string | null;
  readonly claim: Exact | Stated | About | AtMost | ExactCount | OnDay | Within | NoAmount | AboutCount | CountBetween | PercentSaid | AlmostAll | From | By | NameSaid | TextSaid;
  readonly about?: string | null;
}

export interface DocumentWithdrawn {
  readonly reason: string | null;
}

export type Doubt = "contradicts" | "impossible" | "missing" | "rounding" | "two-names";

export interface EachPartyKind {
  readonly type: "each-party-kind";
}

export interface EarmarkBlocked {
  readonly type: "earmark";
  readonly fund: string;
  readonly earmark: string;
}

export interface EffectsByParty {
  readonly type: "party";
  readonly party: string;
}

export interface EndDelegation {
  readonly type: "end-delegation";
  readonly mandate: string;
  readonly step: string;
  readonly to_body: string;
  readonly ceases_on: string;
}

export interface EndInitiative {
  readonly type: "end-initiative";
  readonly initiative: string;
  readonly how: Ending;
  readonly ceases_on?: string | null;
}

export interface EndKey {
  readonly type: "end-key";
  readonly key: string;
  readonly ceases_on: string;
}

export type Ending = "completed" | "in-operation" | "stopped";

export interface ErasureApproved {
  readonly legal_basis: string | null;
  readonly authority?: string | null;
  readonly approved_by: string;
}

export interface ErasureCompleted {
  readonly stores: readonly string[];
  readonly copies?: readonly string[];
}

export interface ErasureConfirmed {
}

export interface ErasureRefused {
  readonly reason: string | null;
}

export interface ErasureRepeated {
  readonly person: string;
  readonly classes: readonly TextClass[];
  readonly legal_basis: string | null;
}

export interface ErasureRequested {
  readonly person: string;
  readonly classes: readonly TextClass[];
  readonly reason: string | null;
  readonly requested_by: string;
}

export interface Escalate {
  readonly type: "escalate";
  readonly initiative: string;
  readonly to_body: string;
  readonly reason: string | null;
}

export interface EstablishBody {
  readonly type: "establish-body";
  readonly body: string;
  readonly name: string | null;
  readonly level: Level;
  readonly membership: string;
  readonly seats?: readonly SeatPlan[];
  readonly chairs?: number;
  readonly task?: string | null;
  readonly parent?: string | null;
  readonly from_on?: string | null;
  readonly secretariat?: Secretariat | null;
}

export interface EstablishesBody {
  readonly type: "establishes-body";
  readonly body: string;
}

export interface EvaluationOf {
  readonly type: "evaluation-of";
  readonly initiative: string;
  readonly stage: Stage;
}

export interface EvaluationPlan {
  readonly what: string | null;
  readonly who: string | null;
  readonly due: OnDay | Within | DateNotStated | From | By;
}

export interface EvaluationRequired {
  readonly type: "evaluation-required";
}

export interface Exact {
  readonly type: "exact";
  readonly oere: number;
  readonly words: string | null;
}

export interface ExactCount {
  readonly type: "count";
  readonly count: number;
  readonly words: string | null;
}

export type Extent = "all" | "operation" | "planning";

export type Fate = "approved" | "budgeted" | "chosen" | "merged" | "parked" | "ranked" | "received" | "recommended" | "turned-down" | "withdrawn";

export interface FinancingKeyAgreed {
  readonly version: number;
  readonly whole: number;
  readonly shares: readonly Share[];
  readonly source: Taken | Cited | null;
  readonly in_force_from_on?: string | null;
  readonly terms?: string | null;
}

export interface FinancingKeyEnded {
  readonly version: number;
  readonly ceases_on: string;
  readonly source: Taken | Cited | null;
}

export type Firmness = "about" | "fixed";

export type Focus = "advanced" | "none-of-its-own" | "wished";

export type Form = "hybrid" | "in-person" | "virtual" | "written";

export interface FormProposal {
  readonly type: "form-proposal";
  readonly proposal: string;
  readonly title: string | null;
  readonly how: Forming;
  readonly out_of?: readonly string[];
  readonly linked?: readonly string[];
}

export type Forming = "generalised" | "merged" | "new";

export interface Frame {
  readonly theme: string;
  readonly frame_oere: number;
  readonly words: string | null;
}

export interface From {
  readonly type: "from";
  readonly earliest: string;
  readonly words: string | null;
  readonly inferred?: string | null;
}

export interface FundAllocated {
  readonly allocation: string;
  readonly application: string;
  readonly applicant: string;
  readonly year: number;
  readonly amount_oere: number;
  readonly to_party: string;
  readonly purpose: string | null;
  readonly from_on: string;
  readonly ceases_on: string;
  readonly evaluation: EvaluationPlan;
  readonly decisions: readonly (Taken | null)[];
  readonly legs: readonly Leg[];
  readonly earmark?: string | null;
  readonly proposal?: string | null;
  readonly over_ceiling_reason?: string | null;
  readonly one_off?: boolean;
}

export interface FundAllocationClosed {
  readonly allocation: string;
  readonly document: string;
  readonly unspent_oere: number;
  readonly year: number;
  readonly legs: readonly Leg[];
}

export interface FundBalanceAsserted {
  readonly account: string;
  readonly as_of_on: string;
  readonly amount_oere: number;
  readonly difference_oere: number;
  readonly document: string;
}

export interface FundCarriedOver {
  readonly from_year: number;
  readonly to_year: number;
  readonly amount_oere: number;
  readonly booked_on: string;
  readonly basis: string | null;
  readonly source: Taken | Cited | null;
  readonly legs: readonly Leg[];
}

export interface FundCeilingSet {
  readonly applicants: Applicants;
  readonly ceiling_oere: number;
  readonly firmness: Firmness;
  readonly words: string | null;
  readonly decisions: readonly (Taken | null)[];
}

export interface FundConditionMet {
  readonly earmark: string;
  readonly condition: string;
  readonly decision?: Taken | null;
}

export interface FundContributionShared {
  readonly total_oere: number;
  readonly key: string;
  readonly version: number;
  readonly shares: readonly PartyAmount[];
  readonly booked_on: string;
  readonly decisions: readonly (Taken | null)[];
  readonly legs: readonly Leg[];
}

export interface FundCriteriaSet {
  readonly criteria: readonly (EvaluationRequired | StartsIn | ThemeOrCommitteePilot | NotOperation | NotOwnStaff | ProjectPeriodOnly | NoPromiseOfOperation)[];
  readonly decisions: readonly (Taken | null)[];
}

export interface FundEarmarkAnnounced {
  readonly earmark: string;
  readonly said: Exact | Stated | About | AtMost;
  readonly purpose: string | null;
  readonly waits: readonly string[];
  readonly opens: readonly OpenCondition[];
  readonly document: string;
}

export interface FundEarmarkReduced {
  readonly earmark: string;
  readonly amount_oere: number;
  readonly decision: Taken | null;
  readonly legs: readonly Leg[];
}

export interface FundEarmarkReleased {
  readonly earmark: string;
  readonly why: Why;
  readonly condition?: string | null;
  readonly amount_oere?: number | null;
  readonly legs?: readonly Leg[];
  readonly decision?: Taken | null;
}

export interface FundEarmarked {
  readonly earmark: string;
  readonly application: string;
  readonly applicant: string;
  readonly year: number;
  readonly amount_oere: number;
  readonly to_party: string;
  readonly purpose: string | null;
  readonly waits: readonly string[];
  readonly opens: readonly OpenCondition[];
  readonly second_person: boolean;
  readonly from_on: string;
  readonly ceases_on: string;
  readonly evaluation: EvaluationPlan;
  readonly decisions: readonly (Taken | null)[];
  readonly registered_by: string;
  readonly legs: readonly Leg[];
  readonly proposal?: string | null;
  readonly over_ceiling_reason?: string | null;
  readonly one_off?: boolean;
}

export interface FundFramesSet {
  readonly frames: readonly Frame[];
  readonly frames_oere: number;
  readonly pool_oere: number;
  readonly over_by_oere: number;
  readonly decisions: readonly (Taken | null)[];
}

export interface FundGrantReceived {
  readonly year: number;
  readonly amount_oere: number;
  readonly from_party: string;
  readonly booked_on: string;
  readonly source: Taken | Cited | null;
  readonly legs: readonly Leg[];
}

export interface FundHandedOver {
  readonly to_fund: string;
  readonly free_oere: number;
  readonly allocations: readonly AllocationLeft[];
  readonly effective_on: string;
  readonly legs: readonly Leg[];
}

export interface FundNoGrantNoted {
  readonly year: number;
  readonly source: Taken | Cited | null;
}

export type FundOffice = "confirmer" | "registrar";

export interface FundOfficerNamed {
  readonly person: string;
  readonly office: FundOffice;
  readonly from_on: string;
  readonly ceases_on?: string | null;
}

export interface FundOpened {
  readonly name: string | null;
  readonly terms?: string | null;
}

export interface FundOpenedWith {
  readonly year: number;
  readonly amount_oere: number;
  readonly source: Taken | Cited | null;
  readonly legs: readonly Leg[];
  readonly allocation?: string | null;
  readonly to_party?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly gaps?: readonly string[];
}

export interface FundPaid {
  readonly allocation: string;
  readonly amount_oere: number;
  readonly to_party: string;
  readonly booked_on: string;
  readonly voucher: string;
  readonly legs: readonly Leg[];
}

export interface FundRegistrationMade {
  readonly registration: string;
  readonly wish: PayWish | ReverseWish | CloseYearWish | OpenWithWish;
  readonly registered_by: string;
}

export interface FundRepaid {
  readonly allocation: string;
  readonly amount_oere: number;
  readonly from_party: string;
  readonly booked_on: string;
  readonly voucher: string;
  readonly legs: readonly Leg[];
}

export interface FundReversed {
  readonly reverses: number;
  readonly reason: string | null;
  readonly legs: readonly Leg[];
  readonly decision?: Taken | null;
}

export interface FundSecondPersonConfirmed {
  readonly of: string;
}

export interface FundTakenOver {
  readonly from_fund: string;
  readonly free_oere: number;
  readonly allocations: readonly AllocationLeft[];
  readonly effective_on: string;
  readonly legs: readonly Leg[];
  readonly name?: string | null;
  readonly announced?: readonly AnnouncedLeft[];
}

export interface FundThresholdSet {
  readonly amount_oere: number;
  readonly decision: Taken | null;
}

export interface FundWoundUp {
  readonly residual_oere: number;
  readonly how: Residual;
  readonly shares: readonly PartyAmount[];
  readonly decisions: readonly (Taken | null)[];
  readonly legs: readonly Leg[];
}

export interface FundYearClosed {
  readonly year: number;
  readonly balances: readonly Leg[];
}

export interface GiveRemark {
  readonly type: "remark";
  readonly initiative: string;
  readonly remark: string;
  readonly text: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
}

export interface GiveTask {
  readonly type: "give-task";
  readonly body: string;
  readonly task: string | null;
}

export type History = "complete" | "incomplete";

export interface Hold {
  readonly type: "hold";
  readonly initiative: string;
  readonly condition: string;
  readonly extent: Extent;
}

export type IfLate = "lapse" | "remind";

export interface InColour {
  readonly type: "colour";
  readonly colour: Colour;
}

export interface IndicatorCorrected {
  readonly period: string;
  readonly reason: string | null;
  readonly value?: Percent | Number | InColour | Minutes | null;
  readonly met?: boolean | null;
}

export interface IndicatorDefined {
  readonly name: string | null;
  readonly definition: string | null;
  readonly unit: Unit;
  readonly from_party?: string | null;
  readonly target?: Percent | Number | InColour | Minutes | null;
  readonly target_words?: string | null;
  readonly due?: OnDay | Within | DateNotStated | From | By | null;
}

export interface IndicatorDoubted {
  readonly period: string;
  readonly reason: string | null;
}

export interface IndicatorHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface IndicatorReported {
  readonly period: string;
  readonly value?: Percent | Number | InColour | Minutes | null;
  readonly met?: boolean | null;
  readonly document?: string | null;
}

export interface IndicatorTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedIndicator | null;
}

export interface IndicatorTargetJudged {
  readonly judgement: Judgement;
  readonly by_body: string;
  readonly reason: string | null;
  readonly decision?: Taken | null;
}

export interface InitiativeAdapted {
  readonly text: string | null;
  readonly core: readonly (string | null)[];
  readonly decision: Taken | null;
}

export interface InitiativeBlocked {
  readonly type: "initiative";
  readonly initiative: string;
  readonly extent: Extent;
}

export interface InitiativeColourReported {
  readonly colour: Colour;
  readonly meeting: string;
  readonly reason?: string | null;
  readonly lies_with?: string | null;
}

export interface InitiativeConfirmationApproved {
  readonly by_body: string;
  readonly revision: number;
  readonly decision: Taken | null;
}

export interface InitiativeConfirmationReturned {
  readonly by_body: string;
  readonly revision: number;
  readonly reason: string | null;
  readonly decision: Taken | null;
}

export interface InitiativeDeprioritised {
  readonly by_body: string;
  readonly reason: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativeDescribed {
  readonly purpose: string | null;
  readonly target_group?: string | null;
  readonly criteria?: readonly (string | null)[];
  readonly criteria_min?: number | null;
  readonly criteria_max?: number | null;
  readonly places?: readonly (string | null)[];
  readonly ideas?: readonly (string | null)[];
}

export interface InitiativeEnded {
  readonly how: Ending;
  readonly ceases_on: string;
  readonly decision: Taken | null;
}

export interface InitiativeEscalated {
  readonly from_body: string;
  readonly to_body: string;
  readonly reason: string | null;
  readonly decision?: Taken | null;
}

export interface InitiativeEvaluated {
  readonly stage: Stage;
  readonly text: string | null;
  readonly when: OnDay | Within | DateNotStated | From | By;
  readonly document?: string | null;
  readonly meets?: readonly string[];
  readonly fails?: readonly string[];
}

export interface InitiativeEvaluationExpected {
  readonly stage: Stage;
  readonly expected: OnDay | Within | DateNotStated | From | By;
}

export interface InitiativeFundingNoted {
  readonly said: Exact | Stated | About | AtMost | NoAmount;
  readonly from_whom: string | null;
  readonly purpose: string | null;
  readonly document: string;
}

export interface InitiativeHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface InitiativeHeld {
  readonly condition: string;
  readonly extent: Extent;
}

export interface InitiativeLadderAgreed {
  readonly steps: readonly (string | null)[];
}

export interface InitiativeListed {
  readonly title: string | null;
  readonly by: readonly string[];
  readonly phase: Phase;
  readonly document?: string | null;
  readonly number?: string | null;
  readonly kind?: Kind | null;
  readonly plan?: string | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
}

export interface InitiativeMerged {
  readonly into: string;
  readonly decision: Taken | null;
}

export interface InitiativeNarrowed {
  readonly aspect: Aspect;
  readonly before: string | null;
  readonly after: string | null;
  readonly by_body: string;
  readonly decision: Taken | null;
}

export interface InitiativeOperationBegan {
  readonly extent: Operation;
  readonly parties: readonly string[];
  readonly from_on?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativeOrderConfirmed {
  readonly revision: number;
  readonly what: string | null;
  readonly by_whom: string | null;
  readonly where: string | null;
  readonly when: OnDay | Within | DateNotStated | From | By;
}

export interface InitiativeOrdered {
  readonly number: string;
  readonly title: string | null;
  readonly plan: string;
  readonly by_body: string;
  readonly decision: Taken | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
}

export interface InitiativeOwnerAssigned {
  readonly owners: readonly string[];
  readonly leader?: string | null;
  readonly group?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativePaused {
  readonly reason: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativePostAgreed {
  readonly what: string | null;
  readonly employers: readonly string[];
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface InitiativeProgressQuoted {
  readonly words: string | null;
  readonly as_of: OnDay | Within | DateNotStated | From | By;
  readonly document: string;
}

export interface InitiativeProlonged {
  readonly expected: OnDay | Within | DateNotStated | From | By;
  readonly decision: Taken | Cited | null;
  readonly fund?: string | null;
}

export interface InitiativeReleased {
  readonly condition: string;
  readonly met: boolean;
}

export interface InitiativeRemarkAnswered {
  readonly remark: string;
  readonly decision: Taken | null;
}

export interface InitiativeRemarked {
  readonly remark: string;
  readonly text: string | null;
  readonly by_body: string;
  readonly decision: Taken | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
}

export interface InitiativeRemedyAgreed {
  readonly by_body: string;
  readonly text: string | null;
  readonly decision?: Taken | null;
}

export interface InitiativeResumed {
  readonly from_on?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativeSpread {
  readonly to_parties: readonly string[];
  readonly decision: Taken | null;
  readonly from_on?: string | null;
}

export interface InitiativeStarted {
  readonly from_on: string;
  readonly phase: Phase;
  readonly by_body?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativeStepReached {
  readonly order: number;
  readonly state: StepState;
  readonly decision?: Taken | Cited | null;
}

export interface InitiativeTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedInitiative | null;
}

export interface InitiativeWidened {
  readonly aspect: Aspect;
  readonly before: string | null;
  readonly after: string | null;
  readonly by_body: string;
  readonly decision: Taken | null;
}

export type ItemPart = "case" | "presenters" | "summary" | "times";

export interface JudgeTarget {
  readonly type: "judge-target";
  readonly indicator: string;
  readonly judgement: Judgement;
  readonly reason: string | null;
}

export type Judgement = "reached" | "unrealistic" | "upheld";

export type Kind = "improvement-project" | "initiative" | "working-group";

export interface LawOrAgreement {
  readonly type: "law-or-agreement";
  readonly title: string | null;
  readonly words: string | null;
}

export interface Leg {
  readonly account: string;
  readonly amount_oere: number;
}

export type Level = "committee" | "coordinating" | "external" | "group" | "political" | "regional" | "strategic";

export interface LogCheckpointKeyChanged {
  readonly key: string;
}

export interface LogOpened {
  readonly origin: string;
  readonly clock: Clock;
  readonly schemes: readonly string[];
  readonly checkpoint_key?: string | null;
}

export interface MandateDelegated {
  readonly step: string;
  readonly from_body: string;
  readonly to_body: string;
  readonly source: Taken | Cited | null;
  readonly terms?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface MandateDelegationEnded {
  readonly step: string;
  readonly to_body: string;
  readonly ceases_on: string;
  readonly source: Taken | Cited | null;
}

export interface MandatePathSet {
  readonly subject: string;
  readonly steps: readonly Step[];
  readonly source: Taken | Cited | null;
  readonly terms?: string | null;
  readonly from_on?: string | null;
}

export interface MeetingAdjourned {
}

export interface MeetingAgendaAdopted {
  readonly text?: string | null;
}

export interface MeetingAgendaOrdered {
  readonly items: readonly string[];
}

export interface MeetingAgendaSent {
  readonly revision: number;
  readonly late?: boolean;
}

export interface MeetingApologyGiven {
  readonly seat: string;
  readonly person: string;
  readonly sends?: string | null;
}

export interface MeetingApologyWithdrawn {
  readonly seat: string;
  readonly person: string;
}

export interface MeetingAttachmentAdded {
  readonly item: string;
  readonly number: string;
  readonly attachment: string;
  readonly name: string | null;
  readonly document?: string | null;
  readonly sha256?: string | null;
  readonly size_bytes?: number | null;
}

export interface MeetingAttachmentOpened {
  readonly item: string;
  readonly number: string;
  readonly attachment: string;
  readonly reason: string | null;
}

export interface MeetingAttachmentShut {
  readonly item: string;
  readonly number: string;
  readonly attachment: string;
  readonly reason: string | null;
  readonly legal_basis: string | null;
}

export interface MeetingCalled {
  readonly body: string;
  readonly form: Form;
  readonly place: string | null;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly summoned?: readonly string[];
  readonly link?: string | null;
}

export interface MeetingCancelled {
  readonly reason?: string | null;
}

export interface MeetingConditionMet {
  readonly item: string;
  readonly decision: string;
  readonly condition: string;
}

export interface MeetingDecisionCorrected {
  readonly item: string;
  readonly number: string;
  readonly decision: string;
  readonly text: string | null;
  readonly reason: string | null;
}

export interface MeetingDecisionFell {
  readonly item: string;
  readonly decision: string;
  readonly condition: string;
}

export interface MeetingDecisionRecorded {
  readonly item: string;
  readonly number: string;
  readonly decision: string;
  readonly outcome: Plain | Recommends | Refers | ApprovedConditionally | Appoints | ApprovedWithRemark | NotedWithRecognition | Deferred | NoJointConclusion | Delegates | EstablishesBody;
  readonly text: string | null;
  readonly answers?: readonly string[];
  readonly at_once?: readonly (AnswerReferral | WithdrawReferral | OpenCondition | ResolveCondition | WaiveCondition | Refer | PromiseItem | FormProposal | RecommendProposal | ParkProposal | ChooseProposal | TurnDownProposal | Adapt | Assign | CancelAction | Hold | Appoint | Vacate | NameSubstitute | CallNominations | EstablishBody | GiveTask | CloseBody | SetPath | Delegate | EndDelegation | ReduceEarmark | ReleaseEarmark | TurnDownApplication | AgreeKey | EndKey | RankProposal | ApproveProposal | ApproveTermination | WidenAgreement | NarrowAgreement | AdjustAgreement | NameOwner | JudgeTarget | AdoptPlan | SetTheme | NoteFocus | ClosePlan | GiveRemark | AnswerRemark | AssignOwner | ApproveConfirmation | ReturnConfirmation | AgreeRemedy | Escalate | Narrow | Widen | PlanningSpread | StartProject | Pause | Resume | Deprioritise | Prolong | BeginOperation | ReachStep | MergeInitiative | EndInitiative)[];
  readonly when_met?: readonly (AnswerReferral | WithdrawReferral | OpenCondition | ResolveCondition | WaiveCondition | Refer | PromiseItem | FormProposal | RecommendProposal | ParkProposal | ChooseProposal | TurnDownProposal | Adapt | Assign | CancelAction | Hold | Appoint | Vacate | NameSubstitute | CallNominations | EstablishBody | GiveTask | CloseBody | SetPath | Delegate | EndDelegation | ReduceEarmark | ReleaseEarmark | TurnDownApplication | AgreeKey | EndKey | RankProposal | ApproveProposal | ApproveTermination | WidenAgreement | NarrowAgreement | AdjustAgreement | NameOwner | JudgeTarget | AdoptPlan | SetTheme | NoteFocus | ClosePlan | GiveRemark | AnswerRemark | AssignOwner | ApproveConfirmation | ReturnConfirmation | AgreeRemedy | Escalate | Narrow | Widen | PlanningSpread | StartProject | Pause | Resume | Deprioritise | Prolong | BeginOperation | ReachStep | MergeInitiative | EndInitiative)[];
  readonly waits_for?: readonly string[];
  readonly based_on?: readonly (Taken | Cited | null)[];
  readonly present?: readonly string[];
  readonly supersedes?: readonly (Taken | Cited | null)[];
  readonly dissent?: readonly Dissent[];
  readonly decided_on?: string | null;
}

export interface MeetingDecisionSuperseded {
  readonly item: string;
  readonly decision: string;
  readonly by: Taken | null;
}

export interface MeetingDecisionTookEffect {
  readonly item: string;
  readonly decision: string;
  readonly condition: string;
  readonly effects: readonly (AnswerReferral | WithdrawReferral | OpenCondition | ResolveCondition | WaiveCondition | Refer | PromiseItem | FormProposal | RecommendProposal | ParkProposal | ChooseProposal | TurnDownProposal | Adapt | Assign | CancelAction | Hold | Appoint | Vacate | NameSubstitute | CallNominations | EstablishBody | GiveTask | CloseBody | SetPath | Delegate | EndDelegation | ReduceEarmark | ReleaseEarmark | TurnDownApplication | AgreeKey | EndKey | RankProposal | ApproveProposal | ApproveTermination | WidenAgreement | NarrowAgreement | AdjustAgreement | NameOwner | JudgeTarget | AdoptPlan | SetTheme | NoteFocus | ClosePlan | GiveRemark | AnswerRemark | AssignOwner | ApproveConfirmation | ReturnConfirmation | AgreeRemedy | Escalate | Narrow | Widen | PlanningSpread | StartProject | Pause | Resume | Deprioritise | Prolong | BeginOperation | ReachStep | MergeInitiative | EndInitiative)[];
}

export interface MeetingDoorsOpened {
  readonly item: string;
  readonly number: string;
  readonly reason: string | null;
}

export interface MeetingDoorsShut {
  readonly item: string;
  readonly number: string;
  readonly reason: string | null;
  readonly legal_basis: string | null;
  readonly title_closed: boolean;
}

export interface MeetingExtractPublished {
  readonly item: string;
  readonly number: string;
  readonly text: string | null;
}

export interface MeetingGuestAttended {
  readonly person: string;
  readonly item?: string | null;
  readonly number?: string | null;
}

export interface MeetingGuestInvited {
  readonly person: string;
  readonly item?: string | null;
  readonly number?: string | null;
  readonly of_body?: string | null;
}

export interface MeetingItemAdded {
  readonly item: string;
  readonly number: string;
  readonly title: string | null;
  readonly summary?: string | null;
  readonly case?: string | null;
  readonly presenters?: readonly string[];
  readonly from_at?: string | null;
  readonly to_at?: string | null;
  readonly based_on?: readonly (Taken | Cited | null)[];
  readonly answers_referral?: string | null;
  readonly presented_by?: string | null;
  readonly late?: boolean;
  readonly any_other_business?: boolean;
}

export interface MeetingItemChanged {
  readonly item: string;
  readonly number: string;
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly case?: string | null;
  readonly presenters?: readonly string[];
  readonly presented_by?: string | null;
  readonly from_at?: string | null;
  readonly to_at?: string | null;
  readonly emptied?: readonly ItemPart[];
}

export interface MeetingItemPostponed {
  readonly item: string;
  readonly number: string;
  readonly title: string | null;
  readonly referral: string;
  readonly expected: OnDay | Within | DateNotStated | From | By;
}

export interface MeetingItemReopened {
  readonly item: string;
  readonly number: string;
  readonly reason: string | null;
  readonly promised?: string | null;
}

export interface MeetingItemSettled {
  readonly item: string;
  readonly number: string;
  readonly lapsed?: readonly string[];
  readonly waiting?: readonly string[];
}

export interface MeetingItemTakenUp {
  readonly item: string;
  readonly number: string;
  readonly recused?: readonly string[];
}

export interface MeetingItemWithdrawn {
  readonly item: string;
  readonly number: string;
  readonly reason?: string | null;
}

export interface MeetingLeaderChanged {
  readonly led_by: string;
}

export interface MeetingMoved {
  readonly starts_at: string;
  readonly ends_at: string;
  readonly place?: string | null;
  readonly link?: string | null;
  readonly reason?: string | null;
}

export interface MeetingOpened {
  readonly led_by: string;
}

export interface MeetingPaused {
  readonly resumes_at?: string | null;
}

export interface MeetingPointRecorded {
  readonly item: string;
  readonly number: string;
  readonly matter: OnItem | OnRecommendation | OnQuestion | OnProposals | OnInitiative;
  readonly point: Position | Remark;
}

export interface MeetingQuestionConcluded {
  readonly item: string;
  readonly number: string;
  readonly question: string;
  readonly question_text: string | null;
  readonly conclusion: Conclusion;
  readonly text?: string | null;
}

export interface MeetingQuestionRaised {
  readonly item: string;
  readonly number: string;
  readonly question: string;
  readonly text: string | null;
  readonly asked_by?: string | null;
}

export interface MeetingQuestionWithdrawn {
  readonly item: string;
  readonly number: string;
  readonly question: string;
  readonly question_text: string | null;
}

export interface MeetingRecommendationAdded {
  readonly item: string;
  readonly number: string;
  readonly recommendation: string;
  readonly asks: Asks;
  readonly text: string | null;
  readonly to_body: string;
  readonly only_if?: string | null;
}

export interface MeetingRecommendationChanged {
  readonly item: string;
  readonly number: string;
  readonly recommendation: string;
  readonly asks?: Asks | null;
  readonly text?: string | null;
}

export interface MeetingRecommendationWithdrawn {
  readonly item: string;
  readonly number: string;
  readonly recommendation: string;
}

export interface MeetingRecusalLifted {
  readonly item: string;
  readonly number: string;
  readonly person: string;
  readonly reason: string | null;
}

export interface MeetingRecused {
  readonly item: string;
  readonly number: string;
  readonly person: string;
  readonly reason: string | null;
}

export interface MeetingRegisteredAfterwards {
  readonly body: string;
  readonly held: OnDay | Within | DateNotStated | From | By;
  readonly document: string;
  readonly place?: string | null;
  readonly led_by?: string | null;
  readonly started_at?: string | null;
  readonly ended_at?: string | null;
  readonly attended?: readonly Attended[];
  readonly apologies?: readonly Apology[];
}

export interface MeetingResumed {
}

export interface MeetingSeatLeft {
  readonly seat: string;
  readonly person: string;
}

export interface MeetingSeatTaken {
  readonly seat: string;
  readonly person: string;
  readonly in_for?: readonly string[];
}

export interface MembershipChairLeft {
  readonly seat: string;
  readonly ceases_on?: string | null;
}

export interface MembershipChairTaken {
  readonly seat: string;
  readonly side: string;
  readonly from_on?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface MembershipNominationsCalled {
  readonly seats: readonly string[];
  readonly from_parties: readonly string[];
  readonly what: string | null;
  readonly answer_by?: string | null;
  readonly decision?: Taken | null;
}

export interface MembershipSeatClosed {
  readonly seat: string;
  readonly ceases_on: string;
}

export interface MembershipSeatFilled {
  readonly seat: string;
  readonly person: string;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface MembershipSeatOpened {
  readonly body: string;
  readonly seat: string;
  readonly right: SeatsByParty | ByRole | ByPatients | BySubject | ByCluster;
  readonly voice: Voice;
}

export interface MembershipSeatVacated {
  readonly seat: string;
  readonly person: string;
  readonly cause: Cause;
  readonly ceases_on?: string | null;
  readonly detail?: string | null;
  readonly decision?: Taken | null;
  readonly noted_on?: string | null;
}

export interface MembershipSubstituteEnded {
  readonly person: string;
  readonly ceases_on: string;
}

export interface MembershipSubstituteNamed {
  readonly person: string;
  readonly stands_for: readonly string[];
  readonly after?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly decision?: Taken | Cited | null;
}

export interface MergeInitiative {
  readonly type: "merge-initiative";
  readonly initiative: string;
  readonly into: string;
}

export interface Minutes {
  readonly type: "time";
  readonly minutes: number;
}

export interface MinutesApproved {
  readonly meeting: string;
  readonly revision: number;
  readonly seat: string;
  readonly as_chair?: boolean;
}

export interface MinutesCirculated {
  readonly meeting: string;
  readonly revision: number;
  readonly answer_by?: string | null;
}

export interface MinutesCommentAnswered {
  readonly meeting: string;
  readonly item: string;
  readonly number: string;
  readonly comment: string;
  readonly text: string | null;
}

export interface MinutesCommented {
  readonly meeting: string;
  readonly item: string;
  readonly number: string;
  readonly comment: string;
  readonly revision: number;
  readonly text: string | null;
  readonly seat?: string | null;
}

export interface MinutesDrafted {
  readonly meeting: string;
  readonly revision: number;
}

export interface MinutesItemWritten {
  readonly meeting: string;
  readonly item: string;
  readonly number: string;
  readonly revision: number;
  readonly text: string | null;
}

export interface MinutesNoteAdded {
  readonly meeting: string;
  readonly item: string;
  readonly number: string;
  readonly text: string | null;
  readonly when?: OnDay | Within | DateNotStated | From | By;
}

export interface MinutesPublished {
  readonly meeting: string;
  readonly revision: number;
}

export interface MinutesRevised {
  readonly meeting: string;
  readonly revision: number;
  readonly reason: string | null;
}

export interface NameOwner {
  readonly type: "name-owner";
  readonly agreement: string;
  readonly owner: string;
}

export interface NameSaid {
  readonly type: "name";
  readonly words: string | null;
}

export interface NameSubstitute {
  readonly type: "name-substitute";
  readonly membership: string;
  readonly person: string;
  readonly stands_for: readonly string[];
  readonly after?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface Narrow {
  readonly type: "narrow";
  readonly initiative: string;
  readonly aspect: Aspect;
  readonly before: string | null;
  readonly after: string | null;
}

export interface NarrowAgreement {
  readonly type: "narrow-agreement";
  readonly agreement: string;
  readonly text: string | null;
  readonly from_on?: string | null;
}

export interface NoAmount {
  readonly type: "no-amount";
  readonly words: string | null;
}

export interface NoJointConclusion {
  readonly type: "no-joint-conclusion";
  readonly question: string | null;
}

export interface NoPromiseOfOperation {
  readonly type: "no-promise-of-operation";
}

export interface NoneStated {
  readonly type: "none-stated";
}

export interface NotOperation {
  readonly type: "not-operation";
}

export interface NotOwnStaff {
  readonly type: "not-own-staff";
}

export interface NotStated {
  readonly type: "not-stated";
}

export interface NoteFocus {
  readonly type: "note-focus";
  readonly plan: string;
  readonly theme: string;
  readonly focus: Focus;
  readonly words: string | null;
}

export interface NotedWithRecognition {
  readonly type: "noted-with-recognition";
}

export interface Number {
  readonly type: "count";
  readonly count: number;
}

export interface OfBody {
  readonly type: "body";
  readonly body: string;
}

export interface OfGroup {
  readonly type: "group";
  readonly name: string | null;
  readonly parties?: readonly string[];
}

export interface OfParty {
  readonly type: "party";
  readonly party: string;
}

export interface OfSeat {
  readonly type: "seat";
  readonly seat: string;
}

export type Office = "administrator" | "auditor" | "client" | "data-protection";

export interface OnDay {
  readonly type: "on-day";
  readonly day: string;
  readonly words?: string | null;
  readonly inferred?: string | null;
}

export interface OnInitiative {
  readonly type: "initiative";
  readonly initiative: string;
}

export interface OnItem {
  readonly type: "item";
}

export interface OnProposals {
  readonly type: "proposals";
  readonly proposals: readonly string[];
}

export interface OnQuestion {
  readonly type: "question";
  readonly question: string;
}

export interface OnRecommendation {
  readonly type: "recommendation";
  readonly recommendation: string;
}

export interface OpenCondition {
  readonly type: "open-condition";
  readonly condition: string;
  readonly awaits: DecisionOf | AnswerTo | EvaluationOf | LawOrAgreement | DayReached | PartyAdopts;
  readonly blocks: readonly (DecisionBlocked | EarmarkBlocked | InitiativeBlocked | RecommendationsBlocked)[];
  readonly words: string | null;
  readonly answer_by?: string | null;
  readonly if_late?: IfLate | null;
}

export interface OpenWithWish {
  readonly type: "open-with";
  readonly year: number;
  readonly amount_oere: number;
  readonly source: Taken | Cited | null;
  readonly allocation?: string | null;
  readonly to_party?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly gaps?: readonly string[];
}

export type Operation = "full" | "part";

export interface Order {
  readonly initiative: string;
  readonly number: string;
  readonly title: string | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
}

export interface Outside {
  readonly type: "outside";
  readonly organisation: string | null;
}

export interface ParkProposal {
  readonly type: "park-proposal";
  readonly proposal: string;
  readonly reason: string | null;
  readonly linked_to?: string | null;
}

export interface PartyAdopts {
  readonly type: "party-adopts";
  readonly agreement: string;
  readonly parties: readonly string[];
}

export interface PartyAmount {
  readonly party: string;
  readonly amount_oere: number;
}

export interface PartyEnded {
  readonly ceases_on: string;
  readonly successor?: string | null;
}

export type PartyKind = "administration" | "external" | "general-practice" | "hospital" | "municipality" | "patients" | "psychiatry" | "region";

export interface PartyOrganAdded {
  readonly organ: string;
  readonly name: string | null;
  readonly adopts: boolean;
}

export interface PartyRegistered {
  readonly name: string | null;
  readonly party_kind: PartyKind;
  readonly parent?: string | null;
  readonly from_on?: string | null;
}

export interface PartyRenamed {
  readonly name: string | null;
  readonly from_on: string;
}

export interface PathwayAuditFollowedUp {
  readonly text: string | null;
}

export interface PathwayAuditHeld {
  readonly when: OnDay | Within | DateNotStated | From | By;
  readonly courses: number;
  readonly place?: string | null;
}

export interface PathwayAuditLearned {
  readonly point: string | null;
  readonly to_body?: string | null;
}

export interface PathwayAuditPlanned {
  readonly subject: string | null;
  readonly by_body: string;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
}

export interface Pause {
  readonly type: "pause";
  readonly initiative: string;
  readonly reason: string | null;
}

export interface PayWish {
  readonly type: "pay";
  readonly allocation: string;
  readonly amount_oere: number;
  readonly to_party: string;
  readonly booked_on: string;
  readonly voucher: string;
}

export interface Percent {
  readonly type: "percent";
  readonly bp: number;
}

export interface PercentSaid {
  readonly type: "percent";
  readonly bp: number;
  readonly of: string | null;
  readonly words: string | null;
}

export interface PersonDeathRecorded {
  readonly detail?: string | null;
  readonly seats: readonly Vacancy[];
  readonly stood_in?: readonly string[];
}

export interface PersonErased {
  readonly erasure: string;
  readonly classes: readonly TextClass[];
  readonly legal_basis: string | null;
  readonly places: readonly Place[];
}

export interface PersonFunctionChanged {
  readonly function: string | null;
  readonly party: string;
  readonly from_on: string;
}

export interface PersonRegistered {
  readonly name: string | null;
  readonly function: string | null;
  readonly party: string;
}

export type Phase = "ongoing" | "operation" | "part-operation" | "trial";

export interface Place {
  readonly of: string;
  readonly version: number;
  readonly field: string;
}

export interface Plain {
  readonly type: "plain";
  readonly outcome: PlainOutcome;
}

export type PlainOutcome = "agreed" | "approved" | "decided" | "discussed" | "no-remarks" | "not-approved" | "not-minuted" | "noted" | "supported";

export interface PlanAdopted {
  readonly decision: Taken | null;
  readonly orders: readonly Order[];
  readonly in_force_from_on?: string | null;
}

export interface PlanClosed {
  readonly decision: Taken | null;
  readonly successor?: string | null;
}

export interface PlanDrafted {
  readonly title: string | null;
  readonly plan_kind: PlanKind;
  readonly by_body: string;
  readonly period?: OnDay | Within | DateNotStated | From | By | null;
}

export interface PlanEditionIssued {
  readonly as_of: OnDay | Within | DateNotStated | From | By;
  readonly document: string;
}

export interface PlanFocusNoted {
  readonly theme: string;
  readonly focus: Focus;
  readonly by_body: string;
  readonly words: string | null;
}

export interface PlanHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export type PlanKind = "action-plan" | "health-agreement" | "implementation";

export interface PlanTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedPlan | null;
}

export interface PlanThemeSet {
  readonly theme: string;
  readonly number: string;
  readonly title: string | null;
  readonly theme_kind: ThemeKind;
}

export interface PlanningSpread {
  readonly type: "spread";
  readonly initiative: string;
  readonly to_parties: readonly string[];
  readonly from_on?: string | null;
}

export interface Position {
  readonly type: "position";
  readonly who: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated;
  readonly stance: Stance;
  readonly text: string | null;
}

export interface ProjectPeriodOnly {
  readonly type: "project-period-only";
}

export interface Prolong {
  readonly type: "prolong";
  readonly initiative: string;
  readonly expected: OnDay | Within | DateNotStated | From | By;
  readonly fund?: string | null;
}

export interface PromiseItem {
  readonly type: "promise-item";
  readonly referral: string;
  readonly question: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By;
}

export interface ProposalApproved {
  readonly decision: Taken | null;
  readonly initiative?: string | null;
}

export interface ProposalBudgeted {
  readonly amount_oere: number;
  readonly participants: readonly string[];
  readonly document: string;
}

export interface ProposalChosen {
  readonly decision: Taken | null;
}

export interface ProposalFormed {
  readonly title: string | null;
  readonly how: Forming;
  readonly out_of: readonly string[];
  readonly linked: readonly string[];
  readonly decision: Taken | null;
}

export interface ProposalHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface ProposalMerged {
  readonly into: string;
}

export interface ProposalParked {
  readonly reason: string | null;
  readonly linked_to?: string | null;
  readonly decision?: Taken | null;
}

export interface ProposalRanked {
  readonly by_body: string;
  readonly order?: number | null;
  readonly reason?: string | null;
  readonly decision?: Taken | null;
}

export interface ProposalReceived {
  readonly title: string | null;
  readonly text: string | null;
  readonly when: OnDay | Within | DateNotStated | From | By;
  readonly from_party?: string | null;
  readonly criteria_notes?: string | null;
}

export interface ProposalRecommended {
  readonly to_body: string;
  readonly strength: Strength;
  readonly decision: Taken | null;
}

export interface ProposalTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedProposal | null;
}

export interface ProposalTurnedDown {
  readonly reason: string | null;
  readonly decision: Taken | null;
}

export interface ProposalWithdrawn {
  readonly reason: string | null;
}

export type PurposeClass = "development" | "implementation" | "operation" | "trial";

export interface RankProposal {
  readonly type: "rank-proposal";
  readonly proposal: string;
  readonly order?: number | null;
  readonly reason?: string | null;
}

export interface ReachStep {
  readonly type: "reach-step";
  readonly initiative: string;
  readonly order: number;
  readonly state: StepState;
}

export interface RecommendProposal {
  readonly type: "recommend-proposal";
  readonly proposal: string;
  readonly to_body: string;
  readonly strength: Strength;
}

export interface RecommendationsBlocked {
  readonly type: "recommendations";
  readonly meeting: string;
  readonly item: string;
  readonly numbers: readonly string[];
}

export interface Recommends {
  readonly type: "recommends";
  readonly to_body: string;
  readonly strength: Strength;
}

export type Recurs = "every-meeting" | "monthly" | "yearly";

export interface RedactionCarriedOut {
  readonly where: Where;
  readonly legal_basis: string | null;
}

export interface RedactionRequested {
  readonly where: Where;
  readonly reason: string | null;
  readonly requested_by: string;
}

export interface ReduceEarmark {
  readonly type: "reduce-earmark";
  readonly fund: string;
  readonly earmark: string;
  readonly amount_oere: number;
}

export interface Refer {
  readonly type: "refer";
  readonly referral: string;
  readonly to_body?: string | null;
  readonly to_party?: string | null;
  readonly to_outside?: string | null;
  readonly question: string | null;
  readonly direction?: Way | null;
  readonly answer_by?: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
  readonly in_reply_to?: string | null;
}

export interface ReferralAnswered {
  readonly text: string | null;
  readonly reserved?: boolean;
  readonly decision?: Taken | null;
  readonly document?: string | null;
  readonly when?: OnDay | Within | DateNotStated | From | By | null;
  readonly meets?: readonly string[];
  readonly fails?: readonly string[];
}

export interface ReferralDeclined {
  readonly reason: string | null;
  readonly decision?: Taken | null;
  readonly document?: string | null;
}

export interface ReferralHandedOver {
  readonly successor: string;
  readonly effective_on: string;
}

export interface ReferralPlaced {
  readonly meeting: string;
  readonly item: string;
}

export interface ReferralReceived {
  readonly to_body: string;
  readonly question: string | null;
  readonly from_outside?: string | null;
  readonly from_party?: string | null;
  readonly from_body?: string | null;
  readonly direction?: Way;
  readonly answer_by?: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
  readonly document?: string | null;
}

export interface ReferralReminded {
  readonly answer_by?: string | null;
  readonly passed?: string | null;
}

export interface ReferralSent {
  readonly from_body: string;
  readonly to_body?: string | null;
  readonly to_party?: string | null;
  readonly to_outside?: string | null;
  readonly question: string | null;
  readonly direction?: Way | null;
  readonly answer_by?: string | null;
  readonly expected?: OnDay | Within | DateNotStated | From | By | null;
  readonly arises_from?: Taken | null;
  readonly in_reply_to?: string | null;
  readonly condition?: string | null;
}

export interface ReferralTakenOver {
  readonly from_stream: string;
  readonly from_version: number;
  readonly carried: CarriedReferral | null;
}

export interface ReferralWithdrawn {
  readonly reason: string | null;
  readonly decision?: Taken | null;
}

export interface Refers {
  readonly type: "refers";
  readonly to_body?: string | null;
  readonly to_party?: string | null;
  readonly to_outside?: string | null;
  readonly direction?: Way | null;
}

export interface ReleaseEarmark {
  readonly type: "release-earmark";
  readonly fund: string;
  readonly earmark: string;
}

export interface Remark {
  readonly type: "remark";
  readonly sort: Sort;
  readonly text: string | null;
  readonly who?: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated;
  readonly to?: OfParty | OfGroup | OfBody | OfSeat | Outside | NotStated;
}

export type Residual = "key" | "paid-back" | "successor";

export interface ResolveCondition {
  readonly type: "resolve-condition";
  readonly condition: string;
  readonly met?: boolean;
}

export interface Resume {
  readonly type: "resume";
  readonly initiative: string;
  readonly from_on?: string | null;
}

export interface ReturnConfirmation {
  readonly type: "return-confirmation";
  readonly initiative: string;
  readonly revision: number;
  readonly reason: string | null;
}

export interface ReverseWish {
  readonly type: "reverse";
  readonly reverses: number;
  readonly reason: string | null;
  readonly decision?: Taken | null;
}

export interface SeatPlan {
  readonly seat: string;
  readonly right: SeatsByParty | ByRole | ByPatients | BySubject | ByCluster;
  readonly voice: Voice;
}

export interface SeatsByParty {
  readonly type: "party";
  readonly party: string;
}

export type Secretariat = "joint" | "per-party";

export interface SetPath {
  readonly type: "set-path";
  readonly mandate: string;
  readonly subject: string;
  readonly steps: readonly Step[];
  readonly terms?: string | null;
  readonly from_on?: string | null;
}

export interface SetTheme {
  readonly type: "set-theme";
  readonly plan: string;
  readonly theme: string;
  readonly number: string;
  readonly title: string | null;
  readonly theme_kind: ThemeKind;
}

export interface Share {
  readonly party: string;
  readonly weight: number;
}

export type Sort = "attention" | "call" | "information" | "offer" | "remark" | "wish";

export type Span = "after-summer" | "before-summer" | "between-meetings" | "days" | "early" | "late" | "middle" | "month" | "quarter" | "school-year" | "season" | "year";

export type Stage = "final" | "midway";

export type Stance = "advises" | "asks" | "opposes" | "supports" | "wishes";

export type Standing = "listed" | "ordered" | "paused" | "underway";

export interface StartProject {
  readonly type: "start-project";
  readonly initiative: string;
  readonly phase: Phase;
  readonly from_on?: string | null;
}

export interface StartsIn {
  readonly type: "starts-in";
  readonly year: number;
}

export interface Stated {
  readonly type: "stated";
  readonly oere: number;
  readonly unit_oere: number;
  readonly words: string | null;
}

export interface StatementRef {
  readonly document: string;
  readonly number: string;
}

export interface Step {
  readonly step: string;
  readonly body: string;
  readonly binding: boolean;
}

export type StepState = "reached" | "under-way";

export type Strength = "firm" | "optional";

export interface Taken {
  readonly type: "taken";
  readonly meeting: string;
  readonly decision: string;
}

export type TextClass = "citizen" | "contact" | "item-text" | "public-record" | "speech";

export interface TextSaid {
  readonly type: "text";
  readonly words: string | null;
}

export type ThemeKind = "guidepost" | "theme";

export interface ThemeOrCommitteePilot {
  readonly type: "theme-or-committee-pilot";
}

export interface TurnDownApplication {
  readonly type: "turn-down-application";
  readonly application: string;
  readonly reason: string | null;
}

export interface TurnDownProposal {
  readonly type: "turn-down-proposal";
  readonly proposal: string;
  readonly reason: string | null;
}

export type Unit = "colour" | "count" | "percent" | "time";

export interface Vacancy {
  readonly membership: string;
  readonly seat: string;
}

export interface Vacate {
  readonly type: "vacate";
  readonly membership: string;
  readonly seat: string;
  readonly cause: Cause;
  readonly ceases_on?: string | null;
}

export type Voice = "adviser" | "observer" | "secretariat" | "support" | "vote";

export interface WaiveCondition {
  readonly type: "waive-condition";
  readonly condition: string;
}

export type Way = "down" | "in" | "out" | "promised" | "sideways" | "up";

export interface Where {
  readonly of: string;
  readonly version: number;
  readonly field: string;
}

export type Why = "expired" | "fell" | "waived";

export interface Widen {
  readonly type: "widen";
  readonly initiative: string;
  readonly aspect: Aspect;
  readonly before: string | null;
  readonly after: string | null;
}

export interface WidenAgreement {
  readonly type: "widen-agreement";
  readonly agreement: string;
  readonly text: string | null;
  readonly from_on?: string | null;
}

export interface WithdrawReferral {
  readonly type: "withdraw-referral";
  readonly referral: string;
  readonly reason: string | null;
}

export interface Within {
  readonly type: "within";
  readonly earliest: string;
  readonly latest: string;
  readonly span: Span;
  readonly words: string | null;
  readonly inferred?: string | null;
}

/** An event's type -> what it holds. */
export interface EventOf {
  readonly "dk.klynge.party.registered.v1": PartyRegistered;
  readonly "dk.klynge.party.renamed.v1": PartyRenamed;
  readonly "dk.klynge.party.organ-added.v1": PartyOrganAdded;
  readonly "dk.klynge.party.ended.v1": PartyEnded;
  readonly "dk.klynge.person.registered.v1": PersonRegistered;
  readonly "dk.klynge.person.function-changed.v1": PersonFunctionChanged;
  readonly "dk.klynge.person.death-recorded.v1": PersonDeathRecorded;
  readonly "dk.klynge.person.erased.v1": PersonErased;
  readonly "dk.klynge.cluster.established.v1": ClusterEstablished;
  readonly "dk.klynge.cluster.renamed.v1": ClusterRenamed;
  readonly "dk.klynge.cluster.name-noted.v1": ClusterNameNoted;
  readonly "dk.klynge.cluster.party-joined.v1": ClusterPartyJoined;
  readonly "dk.klynge.cluster.party-left.v1": ClusterPartyLeft;
  readonly "dk.klynge.cluster.contact-named.v1": ClusterContactNamed;
  readonly "dk.klynge.cluster.dissolution-decided.v1": ClusterDissolutionDecided;
  readonly "dk.klynge.cluster.handed-over.v1": ClusterHandedOver;
  readonly "dk.klynge.cluster.dissolved.v1": ClusterDissolved;
  readonly "dk.klynge.body.established.v1": BodyEstablished;
  readonly "dk.klynge.body.name-noted.v1": BodyNameNoted;
  readonly "dk.klynge.body.cadence-set.v1": BodyCadenceSet;
  readonly "dk.klynge.body.rules-set.v1": BodyRulesSet;
  readonly "dk.klynge.body.task-given.v1": BodyTaskGiven;
  readonly "dk.klynge.body.slot-taken.v1": BodySlotTaken;
  readonly "dk.klynge.body.slot-freed.v1": BodySlotFreed;
  readonly "dk.klynge.body.closed.v1": BodyClosed;
  readonly "dk.klynge.membership.seat-opened.v1": MembershipSeatOpened;
  readonly "dk.klynge.membership.seat-closed.v1": MembershipSeatClosed;
  readonly "dk.klynge.membership.seat-filled.v1": MembershipSeatFilled;
  readonly "dk.klynge.membership.seat-vacated.v1": MembershipSeatVacated;
  readonly "dk.klynge.membership.chair-taken.v1": MembershipChairTaken;
  readonly "dk.klynge.membership.chair-left.v1": MembershipChairLeft;
  readonly "dk.klynge.membership.substitute-named.v1": MembershipSubstituteNamed;
  readonly "dk.klynge.membership.substitute-ended.v1": MembershipSubstituteEnded;
  readonly "dk.klynge.membership.nominations-called.v1": MembershipNominationsCalled;
  readonly "dk.klynge.mandate.path-set.v1": MandatePathSet;
  readonly "dk.klynge.mandate.delegated.v1": MandateDelegated;
  readonly "dk.klynge.mandate.delegation-ended.v1": MandateDelegationEnded;
  readonly "dk.klynge.meeting.called.v1": MeetingCalled;
  readonly "dk.klynge.meeting.registered-afterwards.v1": MeetingRegisteredAfterwards;
  readonly "dk.klynge.meeting.opened.v1": MeetingOpened;
  readonly "dk.klynge.meeting.adjourned.v1": MeetingAdjourned;
  readonly "dk.klynge.meeting.moved.v1": MeetingMoved;
  readonly "dk.klynge.meeting.cancelled.v1": MeetingCancelled;
  readonly "dk.klynge.meeting.leader-changed.v1": MeetingLeaderChanged;
  readonly "dk.klynge.meeting.paused.v1": MeetingPaused;
  readonly "dk.klynge.meeting.resumed.v1": MeetingResumed;
  readonly "dk.klynge.meeting.item-added.v1": MeetingItemAdded;
  readonly "dk.klynge.meeting.recommendation-added.v1": MeetingRecommendationAdded;
  readonly "dk.klynge.meeting.attachment-added.v1": MeetingAttachmentAdded;
  readonly "dk.klynge.meeting.item-changed.v1": MeetingItemChanged;
  readonly "dk.klynge.meeting.item-withdrawn.v1": MeetingItemWithdrawn;
  readonly "dk.klynge.meeting.recommendation-changed.v1": MeetingRecommendationChanged;
  readonly "dk.klynge.meeting.recommendation-withdrawn.v1": MeetingRecommendationWithdrawn;
  readonly "dk.klynge.meeting.agenda-ordered.v1": MeetingAgendaOrdered;
  readonly "dk.klynge.meeting.agenda-sent.v1": MeetingAgendaSent;
  readonly "dk.klynge.meeting.agenda-adopted.v1": MeetingAgendaAdopted;
  readonly "dk.klynge.meeting.doors-shut.v1": MeetingDoorsShut;
  readonly "dk.klynge.meeting.doors-opened.v1": MeetingDoorsOpened;
  readonly "dk.klynge.meeting.extract-published.v1": MeetingExtractPublished;
  readonly "dk.klynge.meeting.attachment-shut.v1": MeetingAttachmentShut;
  readonly "dk.klynge.meeting.attachment-opened.v1": MeetingAttachmentOpened;
  readonly "dk.klynge.meeting.item-taken-up.v1": MeetingItemTakenUp;
  readonly "dk.klynge.meeting.item-settled.v1": MeetingItemSettled;
  readonly "dk.klynge.meeting.item-postponed.v1": MeetingItemPostponed;
  readonly "dk.klynge.meeting.item-reopened.v1": MeetingItemReopened;
  readonly "dk.klynge.meeting.apology-given.v1": MeetingApologyGiven;
  readonly "dk.klynge.meeting.apology-withdrawn.v1": MeetingApologyWithdrawn;
  readonly "dk.klynge.meeting.seat-taken.v1": MeetingSeatTaken;
  readonly "dk.klynge.meeting.seat-left.v1": MeetingSeatLeft;
  readonly "dk.klynge.meeting.recused.v1": MeetingRecused;
  readonly "dk.klynge.meeting.recusal-lifted.v1": MeetingRecusalLifted;
  readonly "dk.klynge.meeting.guest-invited.v1": MeetingGuestInvited;
  readonly "dk.klynge.meeting.guest-attended.v1": MeetingGuestAttended;
  readonly "dk.klynge.meeting.question-raised.v1": MeetingQuestionRaised;
  readonly "dk.klynge.meeting.question-concluded.v1": MeetingQuestionConcluded;
  readonly "dk.klynge.meeting.question-withdrawn.v1": MeetingQuestionWithdrawn;
  readonly "dk.klynge.meeting.point-recorded.v1": MeetingPointRecorded;
  readonly "dk.klynge.meeting.decision-recorded.v1": MeetingDecisionRecorded;
  readonly "dk.klynge.meeting.decision-took-effect.v1": MeetingDecisionTookEffect;
  readonly "dk.klynge.meeting.condition-met.v1": MeetingConditionMet;
  readonly "dk.klynge.meeting.decision-fell.v1": MeetingDecisionFell;
  readonly "dk.klynge.meeting.decision-superseded.v1": MeetingDecisionSuperseded;
  readonly "dk.klynge.meeting.decision-corrected.v1": MeetingDecisionCorrected;
  readonly "dk.klynge.minutes.drafted.v1": MinutesDrafted;
  readonly "dk.klynge.minutes.item-written.v1": MinutesItemWritten;
  readonly "dk.klynge.minutes.circulated.v1": MinutesCirculated;
  readonly "dk.klynge.minutes.revised.v1": MinutesRevised;
  readonly "dk.klynge.minutes.commented.v1": MinutesCommented;
  readonly "dk.klynge.minutes.comment-answered.v1": MinutesCommentAnswered;
  readonly "dk.klynge.minutes.approved.v1": MinutesApproved;
  readonly "dk.klynge.minutes.published.v1": MinutesPublished;
  readonly "dk.klynge.minutes.note-added.v1": MinutesNoteAdded;
  readonly "dk.klynge.referral.sent.v1": ReferralSent;
  readonly "dk.klynge.referral.received.v1": ReferralReceived;
  readonly "dk.klynge.referral.placed.v1": ReferralPlaced;
  readonly "dk.klynge.referral.answered.v1": ReferralAnswered;
  readonly "dk.klynge.referral.declined.v1": ReferralDeclined;
  readonly "dk.klynge.referral.withdrawn.v1": ReferralWithdrawn;
  readonly "dk.klynge.referral.reminded.v1": ReferralReminded;
  readonly "dk.klynge.referral.handed-over.v1": ReferralHandedOver;
  readonly "dk.klynge.referral.taken-over.v1": ReferralTakenOver;
  readonly "dk.klynge.condition.opened.v1": ConditionOpened;
  readonly "dk.klynge.condition.block-added.v1": ConditionBlockAdded;
  readonly "dk.klynge.condition.fulfilled.v1": ConditionFulfilled;
  readonly "dk.klynge.condition.failed.v1": ConditionFailed;
  readonly "dk.klynge.condition.waived.v1": ConditionWaived;
  readonly "dk.klynge.condition.deadline-passed.v1": ConditionDeadlinePassed;
  readonly "dk.klynge.condition.lapsed.v1": ConditionLapsed;
  readonly "dk.klynge.condition.handed-over.v1": ConditionHandedOver;
  readonly "dk.klynge.condition.taken-over.v1": ConditionTakenOver;
  readonly "dk.klynge.proposal.received.v1": ProposalReceived;
  readonly "dk.klynge.proposal.formed.v1": ProposalFormed;
  readonly "dk.klynge.proposal.ranked.v1": ProposalRanked;
  readonly "dk.klynge.proposal.merged.v1": ProposalMerged;
  readonly "dk.klynge.proposal.parked.v1": ProposalParked;
  readonly "dk.klynge.proposal.recommended.v1": ProposalRecommended;
  readonly "dk.klynge.proposal.chosen.v1": ProposalChosen;
  readonly "dk.klynge.proposal.turned-down.v1": ProposalTurnedDown;
  readonly "dk.klynge.proposal.budgeted.v1": ProposalBudgeted;
  readonly "dk.klynge.proposal.approved.v1": ProposalApproved;
  readonly "dk.klynge.proposal.withdrawn.v1": ProposalWithdrawn;
  readonly "dk.klynge.proposal.handed-over.v1": ProposalHandedOver;
  readonly "dk.klynge.proposal.taken-over.v1": ProposalTakenOver;
  readonly "dk.klynge.plan.drafted.v1": PlanDrafted;
  readonly "dk.klynge.plan.theme-set.v1": PlanThemeSet;
  readonly "dk.klynge.plan.focus-noted.v1": PlanFocusNoted;
  readonly "dk.klynge.plan.adopted.v1": PlanAdopted;
  readonly "dk.klynge.plan.edition-issued.v1": PlanEditionIssued;
  readonly "dk.klynge.plan.closed.v1": PlanClosed;
  readonly "dk.klynge.plan.handed-over.v1": PlanHandedOver;
  readonly "dk.klynge.plan.taken-over.v1": PlanTakenOver;
  readonly "dk.klynge.initiative.ordered.v1": InitiativeOrdered;
  readonly "dk.klynge.initiative.listed.v1": InitiativeListed;
  readonly "dk.klynge.initiative.described.v1": InitiativeDescribed;
  readonly "dk.klynge.initiative.owner-assigned.v1": InitiativeOwnerAssigned;
  readonly "dk.klynge.initiative.remarked.v1": InitiativeRemarked;
  readonly "dk.klynge.initiative.remark-answered.v1": InitiativeRemarkAnswered;
  readonly "dk.klynge.initiative.order-confirmed.v1": InitiativeOrderConfirmed;
  readonly "dk.klynge.initiative.confirmation-approved.v1": InitiativeConfirmationApproved;
  readonly "dk.klynge.initiative.confirmation-returned.v1": InitiativeConfirmationReturned;
  readonly "dk.klynge.initiative.colour-reported.v1": InitiativeColourReported;
  readonly "dk.klynge.initiative.remedy-agreed.v1": InitiativeRemedyAgreed;
  readonly "dk.klynge.initiative.escalated.v1": InitiativeEscalated;
  readonly "dk.klynge.initiative.narrowed.v1": InitiativeNarrowed;
  readonly "dk.klynge.initiative.widened.v1": InitiativeWidened;
  readonly "dk.klynge.initiative.adapted.v1": InitiativeAdapted;
  readonly "dk.klynge.initiative.spread.v1": InitiativeSpread;
  readonly "dk.klynge.initiative.started.v1": InitiativeStarted;
  readonly "dk.klynge.initiative.paused.v1": InitiativePaused;
  readonly "dk.klynge.initiative.resumed.v1": InitiativeResumed;
  readonly "dk.klynge.initiative.deprioritised.v1": InitiativeDeprioritised;
  readonly "dk.klynge.initiative.prolonged.v1": InitiativeProlonged;
  readonly "dk.klynge.initiative.operation-began.v1": InitiativeOperationBegan;
  readonly "dk.klynge.initiative.ladder-agreed.v1": InitiativeLadderAgreed;
  readonly "dk.klynge.initiative.step-reached.v1": InitiativeStepReached;
  readonly "dk.klynge.initiative.evaluation-expected.v1": InitiativeEvaluationExpected;
  readonly "dk.klynge.initiative.evaluated.v1": InitiativeEvaluated;
  readonly "dk.klynge.initiative.funding-noted.v1": InitiativeFundingNoted;
  readonly "dk.klynge.initiative.post-agreed.v1": InitiativePostAgreed;
  readonly "dk.klynge.initiative.progress-quoted.v1": InitiativeProgressQuoted;
  readonly "dk.klynge.initiative.merged.v1": InitiativeMerged;
  readonly "dk.klynge.initiative.ended.v1": InitiativeEnded;
  readonly "dk.klynge.initiative.held.v1": InitiativeHeld;
  readonly "dk.klynge.initiative.released.v1": InitiativeReleased;
  readonly "dk.klynge.initiative.handed-over.v1": InitiativeHandedOver;
  readonly "dk.klynge.initiative.taken-over.v1": InitiativeTakenOver;
  readonly "dk.klynge.action.assigned.v1": ActionAssigned;
  readonly "dk.klynge.action.replied.v1": ActionReplied;
  readonly "dk.klynge.action.fell-due.v1": ActionFellDue;
  readonly "dk.klynge.action.cancelled.v1": ActionCancelled;
  readonly "dk.klynge.action.handed-over.v1": ActionHandedOver;
  readonly "dk.klynge.action.taken-over.v1": ActionTakenOver;
  readonly "dk.klynge.agreement.registered.v1": AgreementRegistered;
  readonly "dk.klynge.agreement.scope-widened.v1": AgreementScopeWidened;
  readonly "dk.klynge.agreement.scope-narrowed.v1": AgreementScopeNarrowed;
  readonly "dk.klynge.agreement.adjusted.v1": AgreementAdjusted;
  readonly "dk.klynge.agreement.owner-named.v1": AgreementOwnerNamed;
  readonly "dk.klynge.agreement.party-adopted.v1": AgreementPartyAdopted;
  readonly "dk.klynge.agreement.entered-into-force.v1": AgreementEnteredIntoForce;
  readonly "dk.klynge.agreement.suspended.v1": AgreementSuspended;
  readonly "dk.klynge.agreement.termination-proposed.v1": AgreementTerminationProposed;
  readonly "dk.klynge.agreement.termination-approved.v1": AgreementTerminationApproved;
  readonly "dk.klynge.agreement.terminated.v1": AgreementTerminated;
  readonly "dk.klynge.agreement.ended-by-law.v1": AgreementEndedByLaw;
  readonly "dk.klynge.indicator.defined.v1": IndicatorDefined;
  readonly "dk.klynge.indicator.target-judged.v1": IndicatorTargetJudged;
  readonly "dk.klynge.indicator.reported.v1": IndicatorReported;
  readonly "dk.klynge.indicator.doubted.v1": IndicatorDoubted;
  readonly "dk.klynge.indicator.corrected.v1": IndicatorCorrected;
  readonly "dk.klynge.indicator.handed-over.v1": IndicatorHandedOver;
  readonly "dk.klynge.indicator.taken-over.v1": IndicatorTakenOver;
  readonly "dk.klynge.pathway-audit.planned.v1": PathwayAuditPlanned;
  readonly "dk.klynge.pathway-audit.held.v1": PathwayAuditHeld;
  readonly "dk.klynge.pathway-audit.learned.v1": PathwayAuditLearned;
  readonly "dk.klynge.pathway-audit.followed-up.v1": PathwayAuditFollowedUp;
  readonly "dk.klynge.document.filed.v1": DocumentFiled;
  readonly "dk.klynge.document.statement-quoted.v1": DocumentStatementQuoted;
  readonly "dk.klynge.document.statement-doubted.v1": DocumentStatementDoubted;
  readonly "dk.klynge.document.statement-corrected.v1": DocumentStatementCorrected;
  readonly "dk.klynge.document.withdrawn.v1": DocumentWithdrawn;
  readonly "dk.klynge.fund.opened.v1": FundOpened;
  readonly "dk.klynge.fund.opened-with.v1": FundOpenedWith;
  readonly "dk.klynge.fund.officer-named.v1": FundOfficerNamed;
  readonly "dk.klynge.fund.threshold-set.v1": FundThresholdSet;
  readonly "dk.klynge.fund.criteria-set.v1": FundCriteriaSet;
  readonly "dk.klynge.fund.ceiling-set.v1": FundCeilingSet;
  readonly "dk.klynge.fund.frames-set.v1": FundFramesSet;
  readonly "dk.klynge.fund.grant-received.v1": FundGrantReceived;
  readonly "dk.klynge.fund.no-grant-noted.v1": FundNoGrantNoted;
  readonly "dk.klynge.fund.carried-over.v1": FundCarriedOver;
  readonly "dk.klynge.fund.contribution-shared.v1": FundContributionShared;
  readonly "dk.klynge.fund.earmark-announced.v1": FundEarmarkAnnounced;
  readonly "dk.klynge.fund.earmarked.v1": FundEarmarked;
  readonly "dk.klynge.fund.registration-made.v1": FundRegistrationMade;
  readonly "dk.klynge.fund.second-person-confirmed.v1": FundSecondPersonConfirmed;
  readonly "dk.klynge.fund.allocated.v1": FundAllocated;
  readonly "dk.klynge.fund.allocation-closed.v1": FundAllocationClosed;
  readonly "dk.klynge.fund.earmark-reduced.v1": FundEarmarkReduced;
  readonly "dk.klynge.fund.condition-met.v1": FundConditionMet;
  readonly "dk.klynge.fund.earmark-released.v1": FundEarmarkReleased;
  readonly "dk.klynge.fund.paid.v1": FundPaid;
  readonly "dk.klynge.fund.repaid.v1": FundRepaid;
  readonly "dk.klynge.fund.reversed.v1": FundReversed;
  readonly "dk.klynge.fund.balance-asserted.v1": FundBalanceAsserted;
  readonly "dk.klynge.fund.year-closed.v1": FundYearClosed;
  readonly "dk.klynge.fund.wound-up.v1": FundWoundUp;
  readonly "dk.klynge.fund.handed-over.v1": FundHandedOver;
  readonly "dk.klynge.fund.taken-over.v1": FundTakenOver;
  readonly "dk.klynge.application.submitted.v1": ApplicationSubmitted;
  readonly "dk.klynge.application.evaluation-planned.v1": ApplicationEvaluationPlanned;
  readonly "dk.klynge.application.attested.v1": ApplicationAttested;
  readonly "dk.klynge.application.turned-down.v1": ApplicationTurnedDown;
  readonly "dk.klynge.application.withdrawn.v1": ApplicationWithdrawn;
  readonly "dk.klynge.application.accepted.v1": ApplicationAccepted;
  readonly "dk.klynge.application.handed-over.v1": ApplicationHandedOver;
  readonly "dk.klynge.application.taken-over.v1": ApplicationTakenOver;
  readonly "dk.klynge.financing-key.agreed.v1": FinancingKeyAgreed;
  readonly "dk.klynge.financing-key.ended.v1": FinancingKeyEnded;
  readonly "dk.klynge.access.granted.v1": AccessGranted;
  readonly "dk.klynge.access.withdrawn.v1": AccessWithdrawn;
  readonly "dk.klynge.redaction.requested.v1": RedactionRequested;
  readonly "dk.klynge.redaction.carried-out.v1": RedactionCarriedOut;
  readonly "dk.klynge.erasure.requested.v1": ErasureRequested;
  readonly "dk.klynge.erasure.refused.v1": ErasureRefused;
  readonly "dk.klynge.erasure.approved.v1": ErasureApproved;
  readonly "dk.klynge.erasure.confirmed.v1": ErasureConfirmed;
  readonly "dk.klynge.erasure.repeated.v1": ErasureRepeated;
  readonly "dk.klynge.erasure.completed.v1": ErasureCompleted;
  readonly "dk.klynge.log.opened.v1": LogOpened;
  readonly "dk.klynge.log.checkpoint-key-changed.v1": LogCheckpointKeyChanged;
}
