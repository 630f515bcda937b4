/** The rows of every view, as the service shows them. Made by `python -m klynge.client_types`; nobody edits it. */

export interface MeetingStreamRow {
  readonly type: "stream";
  readonly version: number;
  readonly position: number;
}

export interface MeetingRow {
  readonly type: "meeting";
  readonly phase: string;
  readonly body: Named;
  readonly position: number;
  readonly form?: string | null;
  readonly place?: string | null;
  readonly starts_at?: string | null;
  readonly ends_at?: string | null;
  readonly led_by?: Named | null;
  readonly floor?: string | null;
  readonly opened_at?: string | null;
  readonly adjourned_at?: string | null;
  readonly paused?: boolean;
  readonly resumes_at?: string | null;
  readonly moved?: boolean;
  readonly because?: string | null;
  readonly summoned?: readonly string[];
  readonly link?: string | null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface MeetingAgendaRow {
  readonly type: "agenda";
  readonly position: number;
  readonly revision?: number;
  readonly sent_at?: string | null;
  readonly late?: boolean;
  readonly unsent?: boolean | null;
  readonly adopted_at?: string | null;
  readonly text?: string | null;
}

export interface MeetingItemRow {
  readonly type: "item";
  readonly number: string;
  readonly position: number;
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly case?: string | null;
  readonly presenters?: readonly Named[];
  readonly from_at?: string | null;
  readonly to_at?: string | null;
  readonly state?: string;
  readonly taken_up_at?: string | null;
  readonly settled_at?: string | null;
  readonly shut?: boolean;
  readonly hidden?: boolean;
  readonly order?: number;
  readonly late?: boolean;
  readonly any_other_business?: boolean;
}

export interface MeetingNoteRow {
  readonly type: "note";
  readonly item: string;
  readonly sort: string;
  readonly at: string;
  readonly position: number;
  readonly text?: string | null;
  readonly referral?: Named | null;
  readonly expected?: MeetingSaidDate | null;
}

export interface MeetingSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface MeetingBasisRow {
  readonly type: "basis";
  readonly item: string;
  readonly position: number;
  readonly by?: string | null;
  readonly decision?: MeetingPlace | null;
  readonly who?: string | null;
  readonly on?: MeetingSaidDate | null;
  readonly words?: string | null;
  readonly document?: Named | null;
}

export interface MeetingPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface MeetingRecommendationRow {
  readonly type: "recommendation";
  readonly item: string;
  readonly number: string;
  readonly asks: string;
  readonly to_body: Named;
  readonly position: number;
  readonly text?: string | null;
  readonly only_if?: string | null;
  readonly answered_by?: string | null;
  readonly standing?: string;
  readonly then?: readonly string[];
}

export interface MeetingDecisionRow {
  readonly type: "decision";
  readonly item: string;
  readonly number: string;
  readonly outcome: string;
  readonly standing: string;
  readonly position: number;
  readonly recorded_position: number;
  readonly decided_at: string;
  readonly text?: string | null;
  readonly answers?: readonly string[];
  readonly waits_for?: readonly Named[];
  readonly outcome_says?: MeetingOutcomeSays | null;
  readonly supersedes?: readonly MeetingPlace[];
  readonly superseded_by?: MeetingPlace | null;
  readonly corrected?: boolean;
  readonly hidden?: boolean;
}

export interface MeetingOutcomeSays {
  readonly to?: Named | null;
  readonly direction?: string | null;
  readonly parties?: readonly Named[];
  readonly filled?: readonly string[];
  readonly open?: readonly string[];
  readonly words?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly step?: string | null;
  readonly body?: Named | null;
}

export interface MeetingRemarkRow {
  readonly type: "remark";
  readonly item: string;
  readonly decision: string;
  readonly position: number;
  readonly order: number;
  readonly text?: string | null;
}

export interface MeetingDissentRow {
  readonly type: "dissent";
  readonly item: string;
  readonly decision: string;
  readonly position: number;
  readonly seat: string;
  readonly text?: string | null;
}

export interface MeetingCorrectionRow {
  readonly type: "correction";
  readonly item: string;
  readonly decision: string;
  readonly position: number;
  readonly at: string;
  readonly by: Named;
  readonly before?: string | null;
  readonly reason?: string | null;
}

export interface MeetingQuestionRow {
  readonly type: "question";
  readonly item: string;
  readonly position: number;
  readonly text?: string | null;
  readonly conclusion?: string | null;
  readonly conclusion_text?: string | null;
  readonly raised_by?: Named | null;
  readonly order?: number;
}

export interface MeetingPointRow {
  readonly type: "point";
  readonly item: string;
  readonly position: number;
  readonly at: string;
  readonly sort: string;
  readonly text?: string | null;
  readonly stance?: string | null;
  readonly who?: Named | null;
  readonly who_group?: string | null;
  readonly who_seat?: string | null;
  readonly to?: Named | null;
  readonly to_group?: string | null;
  readonly to_seat?: string | null;
  readonly question?: string | null;
  readonly recommendation?: string | null;
  readonly about?: readonly Named[];
}

export interface MeetingAttachmentRow {
  readonly type: "attachment";
  readonly item: string;
  readonly position: number;
  readonly name?: string | null;
  readonly document?: Named | null;
  readonly sha256?: string | null;
  readonly size_bytes?: number | null;
  readonly shut?: boolean;
}

export interface MeetingSeatRow {
  readonly type: "seat";
  readonly seat: string;
  readonly person: Named;
  readonly position: number;
  readonly in_for?: readonly Named[];
  readonly taken_at?: string | null;
}

export interface MeetingLeftRow {
  readonly type: "left";
  readonly seat: string;
  readonly person: Named;
  readonly position: number;
  readonly left_at: string;
  readonly in_for?: readonly Named[];
  readonly taken_at?: string | null;
}

export interface MeetingApologyRow {
  readonly type: "apology";
  readonly seat: string;
  readonly person: Named;
  readonly position: number;
  readonly sends?: Named | null;
}

export interface MeetingGuestRow {
  readonly type: "guest";
  readonly person: Named;
  readonly position: number;
  readonly item?: string | null;
  readonly of_body?: Named | null;
  readonly attended_at?: string | null;
}

export interface MeetingSaidShown {
  readonly type: "said";
  readonly n: number;
  readonly at: string;
  readonly kind: string;
  readonly position: number;
  readonly da: string;
  readonly en: string;
  readonly item?: string | null;
}

export interface MinutesStreamRow {
  readonly type: "stream";
  readonly meeting: string;
  readonly version: number;
  readonly position: number;
}

export interface MinutesRow {
  readonly type: "minutes";
  readonly meeting: Named;
  readonly state: string;
  readonly revision: number;
  readonly answer_by?: string | null;
  readonly published?: number | null;
  readonly published_at?: string | null;
  readonly reason?: string | null;
}

export interface MinutesTextRow {
  readonly type: "text";
  readonly meeting: Named;
  readonly item: string;
  readonly revision: number;
  readonly position: number;
  readonly version: number;
  readonly text?: string | null;
}

export interface MinutesCommentRow {
  readonly type: "comment";
  readonly meeting: Named;
  readonly item: string;
  readonly comment: string;
  readonly revision: number;
  readonly by: Named;
  readonly at: string;
  readonly position: number;
  readonly seat?: string | null;
  readonly text?: string | null;
  readonly answer?: string | null;
  readonly answered?: boolean;
}

export interface MinutesApprovalRow {
  readonly type: "approval";
  readonly revision: number;
  readonly seat: string;
  readonly person: Named;
  readonly at: string;
  readonly position: number;
}

export interface MinutesNoteRow {
  readonly type: "note";
  readonly meeting: Named;
  readonly item: string;
  readonly at: string;
  readonly position: number;
  readonly text?: string | null;
  readonly when?: MinutesSaidDate | null;
}

export interface MinutesSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface FundStreamRow {
  readonly type: "stream";
  readonly version: number;
  readonly position: number;
}

export interface FundRow {
  readonly type: "fund";
  readonly position: number;
  readonly name?: string | null;
  readonly terms?: string | null;
  readonly state?: string;
  readonly granted_oere?: number;
  readonly free_oere?: number;
  readonly conditional_oere?: number;
  readonly allocated_oere?: number;
  readonly paid_oere?: number;
  readonly all_accounts_oere?: number;
  readonly threshold_oere?: number | null;
  readonly opening?: boolean;
  readonly successor?: Named | null;
}

export interface FundAccountRow {
  readonly type: "account";
  readonly account: string;
  readonly sort: string;
  readonly balance_oere: number;
  readonly position: number;
  readonly part?: string | null;
  readonly party?: Named | null;
}

export interface FundPostingRow {
  readonly type: "posting";
  readonly what: string;
  readonly legs: readonly FundLegRow[];
  readonly at: string;
  readonly position: number;
  readonly version: number;
  readonly free_oere: number;
  readonly granted_oere: number;
  readonly conditional_oere: number;
  readonly allocated_oere: number;
  readonly paid_oere: number;
  readonly amount_oere?: number | null;
  readonly booked_on?: string | null;
  readonly year?: number | null;
  readonly free_of_year_oere?: number | null;
  readonly decisions?: readonly FundPlace[];
  readonly text?: string | null;
  readonly earmark?: string | null;
  readonly allocation?: string | null;
  readonly party?: Named | null;
  readonly voucher?: string | null;
  readonly document?: Named | null;
  readonly cited?: string | null;
  readonly opening?: boolean;
  readonly gaps?: readonly string[];
  readonly key?: Named | null;
  readonly key_version?: number | null;
  readonly reverses?: number | null;
  readonly reversed_by?: number | null;
  readonly closed?: boolean;
}

export interface FundLegRow {
  readonly account: string;
  readonly amount_oere: number;
}

export interface FundPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface FundEarmarkRow {
  readonly type: "earmark";
  readonly earmark: string;
  readonly state: string;
  readonly position: number;
  readonly version?: number | null;
  readonly quoted_oere?: number | null;
  readonly precision?: string | null;
  readonly amount_oere?: number | null;
  readonly document?: Named | null;
  readonly words?: string | null;
  readonly purpose?: string | null;
  readonly waits_for?: readonly Named[];
  readonly waits_for_second_person?: boolean;
  readonly application?: Named | null;
  readonly proposal?: Named | null;
  readonly to_party?: Named | null;
  readonly year?: number | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly allocation?: string | null;
  readonly why?: string | null;
  readonly decisions?: readonly FundPlace[];
  readonly closed?: boolean;
}

export interface FundAllocationRow {
  readonly type: "allocation";
  readonly allocation: string;
  readonly state: string;
  readonly amount_oere: number;
  readonly paid_oere: number;
  readonly left_oere: number;
  readonly position: number;
  readonly version: number;
  readonly year?: number | null;
  readonly earmark?: string | null;
  readonly application?: Named | null;
  readonly to_party?: Named | null;
  readonly purpose?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly one_off?: boolean;
  readonly evaluation?: string | null;
  readonly evaluation_earliest?: string | null;
  readonly evaluation_latest?: string | null;
  readonly evaluated_by?: Named | null;
  readonly unspent_oere?: number | null;
  readonly decisions?: readonly FundPlace[];
  readonly opening?: boolean;
  readonly gaps?: readonly string[];
  readonly taken_from?: Named | null;
  readonly paid_before_oere?: number;
  readonly closed?: boolean;
}

export interface FundAllocationStepRow {
  readonly type: "allocation-step";
  readonly what: string;
  readonly position: number;
  readonly version: number;
  readonly amount_oere?: number | null;
  readonly application?: Named | null;
  readonly decision?: FundPlace | null;
  readonly condition?: Named | null;
  readonly document?: Named | null;
  readonly party?: Named | null;
  readonly voucher?: string | null;
  readonly on?: string | null;
}

export interface FundFramesRow {
  readonly type: "frames";
  readonly frames_oere: number;
  readonly pool_oere: number;
  readonly over_by_oere: number;
  readonly position: number;
  readonly version: number;
  readonly count?: number;
  readonly decisions?: readonly FundPlace[];
}

export interface FundFrameRow {
  readonly type: "frame";
  readonly theme: string;
  readonly frame_oere: number;
  readonly order: number;
  readonly position: number;
  readonly version: number;
  readonly words?: string | null;
}

export interface FundCriterionRow {
  readonly type: "criterion";
  readonly criterion: string;
  readonly order: number;
  readonly position: number;
  readonly version: number;
  readonly year?: number | null;
  readonly decisions?: readonly FundPlace[];
}

export interface FundCeilingRow {
  readonly type: "ceiling";
  readonly applicants: string;
  readonly ceiling_oere: number;
  readonly firmness: string;
  readonly position: number;
  readonly version: number;
  readonly words?: string | null;
  readonly decisions?: readonly FundPlace[];
}

export interface FundYearRow {
  readonly type: "year";
  readonly year: number;
  readonly state: string;
  readonly free_oere: number;
  readonly granted_oere: number;
  readonly position: number;
  readonly no_grant?: boolean;
  readonly source?: FundPlace | null;
  readonly source_words?: string | null;
  readonly document?: Named | null;
  readonly closed_at?: number | null;
}

export interface FundAssertionRow {
  readonly type: "assertion";
  readonly account: string;
  readonly as_of_on: string;
  readonly amount_oere: number;
  readonly difference_oere: number;
  readonly position: number;
  readonly document?: Named | null;
}

export interface FundOfficerRow {
  readonly type: "officer";
  readonly person: Named;
  readonly office: string;
  readonly position: number;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface FundRegistrationRow {
  readonly type: "registration";
  readonly registration: string;
  readonly wish: string;
  readonly state: string;
  readonly registered_by: Named;
  readonly position: number;
  readonly version: number;
  readonly amount_oere?: number | null;
  readonly allocation?: string | null;
  readonly party?: Named | null;
  readonly confirmed_at?: number | null;
}

export interface InitiativeStreamRow {
  readonly type: "stream";
  readonly version: number;
  readonly position: number;
}

export interface InitiativeStepRow {
  readonly type: "step";
  readonly what: string;
  readonly at: string;
  readonly version: number;
  readonly position: number;
  readonly decision?: InitiativePlace | null;
  readonly text?: string | null;
  readonly before?: string | null;
  readonly by_body?: Named | null;
  readonly to_body?: Named | null;
  readonly parties?: readonly Named[];
  readonly person?: Named | null;
  readonly group?: Named | null;
  readonly meeting?: Named | null;
  readonly plan?: Named | null;
  readonly condition?: Named | null;
  readonly document?: Named | null;
  readonly initiative?: Named | null;
  readonly label?: string | null;
  readonly code?: string | null;
  readonly revision?: number | null;
  readonly order?: number | null;
  readonly met?: boolean | null;
  readonly on?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly when_words?: string | null;
  readonly quoted_oere?: number | null;
  readonly precision?: string | null;
}

export interface InitiativePlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface InitiativePointRow {
  readonly type: "point";
  readonly what: string;
  readonly order: number;
  readonly text: string | null;
  readonly version: number;
  readonly position: number;
}

export interface PlanStreamRow {
  readonly type: "stream";
  readonly version: number;
  readonly position: number;
}

export interface PlanRow {
  readonly type: "plan";
  readonly plan: Named;
  readonly version: number;
  readonly position: number;
  readonly title?: string | null;
  readonly plan_kind?: string | null;
  readonly by_body?: Named | null;
  readonly state?: string | null;
  readonly from_on?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly period_words?: string | null;
  readonly orders?: number;
  readonly decision?: PlanPlace | null;
  readonly closed_by?: PlanPlace | null;
  readonly told_at?: readonly number[];
  readonly successor?: Named | null;
  readonly taken_from?: Named | null;
  readonly carried_at?: readonly number[];
}

export interface PlanPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface PlanThemeRow {
  readonly type: "theme";
  readonly theme: string;
  readonly number: string;
  readonly theme_kind: string;
  readonly version: number;
  readonly position: number;
  readonly title?: string | null;
  readonly decision?: PlanPlace | null;
}

export interface PlanFocusRow {
  readonly type: "focus";
  readonly theme: string;
  readonly focus: string;
  readonly version: number;
  readonly position: number;
  readonly by_body?: Named | null;
  readonly words?: string | null;
  readonly decision?: PlanPlace | null;
}

export interface PlanOrderRow {
  readonly type: "order";
  readonly number: string;
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
  readonly title?: string | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
  readonly order?: number;
}

export interface PlanEditionRow {
  readonly type: "edition";
  readonly document: Named;
  readonly version: number;
  readonly position: number;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly as_of_words?: string | null;
}

export interface DecisionsDecisionRow {
  readonly type: "decision";
  readonly meeting: Named;
  readonly body: Named;
  readonly item: string;
  readonly item_number: string;
  readonly number: string;
  readonly outcome: string;
  readonly standing: string;
  readonly position: number;
  readonly text?: string | null;
  readonly decided_on?: string | null;
  readonly answers?: readonly string[];
  readonly effects?: readonly string[];
  readonly waits_for?: readonly Named[];
  readonly outcome_says?: DecisionsOutcomeSays | null;
  readonly superseded_by?: DecisionsPlace | null;
  readonly corrected?: boolean;
  readonly dissent_by?: readonly string[];
  readonly when_met?: readonly string[];
  readonly afterwards?: boolean;
  readonly hidden?: boolean;
}

export interface DecisionsOutcomeSays {
  readonly to?: Named | null;
  readonly direction?: string | null;
  readonly parties?: readonly Named[];
  readonly filled?: readonly string[];
  readonly open?: readonly string[];
  readonly words?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly step?: string | null;
  readonly body?: Named | null;
}

export interface DecisionsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface PeopleBodyRow {
  readonly type: "body";
  readonly body: Named;
  readonly level: string;
  readonly chairs: number;
  readonly position: number;
  readonly name?: string | null;
  readonly parent?: Named | null;
  readonly secretariat?: string | null;
  readonly membership?: string | null;
  readonly cadence?: string | null;
  readonly meetings_per_year?: number | null;
  readonly from_on?: string | null;
  readonly closed_on?: string | null;
  readonly successor?: Named | null;
}

export interface PeopleNameRow {
  readonly type: "body-name";
  readonly body: Named;
  readonly position: number;
  readonly name?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly document?: Named | null;
}

export interface PeopleRulesRow {
  readonly type: "body-rules";
  readonly body: Named;
  readonly from_on: string;
  readonly decision_rule: string;
  readonly quorum: string;
  readonly chairs_sign: number;
  readonly ad_hoc_substitutes: boolean;
  readonly position: number;
  readonly at_least?: number | null;
  readonly one_at_a_time?: string | null;
  readonly agenda_days?: number | null;
  readonly decision?: PeoplePlace | null;
}

export interface PeoplePlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface PeopleTaskRow {
  readonly type: "body-task";
  readonly body: Named;
  readonly version: number;
  readonly position: number;
  readonly task?: string | null;
  readonly decision?: PeoplePlace | null;
}

export interface PeopleCarriesRow {
  readonly type: "body-carries";
  readonly body: Named;
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
  readonly leader?: Named | null;
}

export interface PeopleProjectRow {
  readonly type: "body-project";
  readonly body: Named;
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
}

export interface PeopleSeatRow {
  readonly type: "seat";
  readonly body: Named;
  readonly seat: string;
  readonly voice: string;
  readonly position: number;
  readonly version: number;
  readonly party?: Named | null;
  readonly role?: string | null;
  readonly by_subject?: boolean;
  readonly cluster?: Named | null;
  readonly patients?: boolean;
  readonly person?: Named | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly chairs_for?: string | null;
  readonly chairs_from_on?: string | null;
  readonly chairs_until?: string | null;
  readonly vacant_because?: string | null;
  readonly holders?: readonly PeopleHolderRow[];
  readonly substitutes?: readonly PeopleSubstituteRow[];
  readonly closed_on?: string | null;
}

export interface PeopleHolderRow {
  readonly person: Named;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly left?: boolean;
  readonly cause?: string | null;
  readonly chairs_for?: string | null;
  readonly chairs_from_on?: string | null;
  readonly chairs_until?: string | null;
}

export interface PeopleSubstituteRow {
  readonly person: Named;
  readonly after?: Named | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface PeopleClusterRow {
  readonly type: "cluster";
  readonly cluster: Named;
  readonly form: string;
  readonly region: Named;
  readonly position: number;
  readonly name?: string | null;
  readonly from_on?: string | null;
  readonly predecessors?: readonly Named[];
  readonly ceases_on?: string | null;
  readonly successors?: readonly Named[];
  readonly dissolved_on?: string | null;
}

export interface PeopleClusterNameRow {
  readonly type: "cluster-name";
  readonly cluster: Named;
  readonly position: number;
  readonly also: boolean;
  readonly name?: string | null;
  readonly from_on?: string | null;
  readonly document?: Named | null;
}

export interface PeopleClusterPartyRow {
  readonly type: "cluster-party";
  readonly cluster: Named;
  readonly party: Named;
  readonly position: number;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface PeopleContactRow {
  readonly type: "contact";
  readonly party: Named;
  readonly person: Named;
  readonly position: number;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface PeoplePersonRow {
  readonly type: "person";
  readonly person: Named;
  readonly party: Named;
  readonly position: number;
  readonly name?: string | null;
  readonly function?: string | null;
  readonly dead?: boolean;
}

export interface PeopleFunctionRow {
  readonly type: "person-function";
  readonly person: Named;
  readonly party: Named;
  readonly position: number;
  readonly function?: string | null;
  readonly from_on?: string | null;
}

export interface PeoplePartyRow {
  readonly type: "party";
  readonly party: Named;
  readonly party_kind: string;
  readonly position: number;
  readonly name?: string | null;
  readonly parent?: Named | null;
  readonly ended_on?: string | null;
  readonly successor?: Named | null;
}

export interface PeoplePartyNameRow {
  readonly type: "party-name";
  readonly party: Named;
  readonly position: number;
  readonly name?: string | null;
  readonly from_on?: string | null;
}

export interface PeopleOrganRow {
  readonly type: "party-organ";
  readonly party: Named;
  readonly organ: string;
  readonly adopts: boolean;
  readonly position: number;
  readonly name?: string | null;
}

export interface MeetingsMeetingRow {
  readonly type: "meeting";
  readonly meeting: Named;
  readonly body: Named;
  readonly phase: string;
  readonly position: number;
  readonly form?: string | null;
  readonly place?: string | null;
  readonly starts_at?: string | null;
  readonly ends_at?: string | null;
  readonly opened_at?: string | null;
  readonly adjourned_at?: string | null;
  readonly held?: MeetingsSaidDate | null;
  readonly document?: Named | null;
  readonly agenda?: number | null;
  readonly minutes?: string | null;
  readonly minutes_revision?: number | null;
}

export interface MeetingsSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface MeetingsItemRow {
  readonly type: "item";
  readonly meeting: Named;
  readonly item: string;
  readonly number: string;
  readonly title?: string | null;
}

export interface ConditionsConditionRow {
  readonly type: "condition";
  readonly condition: Named;
  readonly state: string;
  readonly since: string;
  readonly awaits: string;
  readonly position: number;
  readonly words?: string | null;
  readonly awaited?: Named | null;
  readonly awaited_parties?: readonly Named[];
  readonly awaited_words?: string | null;
  readonly awaited_meeting?: string | null;
  readonly awaited_stage?: string | null;
  readonly awaited_day?: string | null;
  readonly blocks?: readonly ConditionsPlace[];
  readonly answer_by?: string | null;
  readonly if_late?: string | null;
  readonly late?: boolean;
  readonly arises_from?: ConditionsPlace | null;
  readonly document?: Named | null;
  readonly ended?: number | null;
  readonly successor?: Named | null;
  readonly from_stream?: Named | null;
}

export interface ConditionsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface ConditionsEndRow {
  readonly type: "end";
  readonly condition: Named;
  readonly ended_on: string;
  readonly version: number;
  readonly position: number;
  readonly by?: ConditionsPlace | null;
  readonly words?: string | null;
}

export interface ReferralsReferralRow {
  readonly type: "referral";
  readonly referral: Named;
  readonly state: string;
  readonly sent_on: string;
  readonly position: number;
  readonly direction?: string | null;
  readonly from_body?: Named | null;
  readonly from_party?: Named | null;
  readonly to_body?: Named | null;
  readonly to_party?: Named | null;
  readonly outside?: string | null;
  readonly question?: string | null;
  readonly answer_by?: string | null;
  readonly late?: boolean;
  readonly expected?: ReferralsSaidDate | null;
  readonly arises_from?: ReferralsPlace | null;
  readonly in_reply_to?: Named | null;
  readonly document?: Named | null;
  readonly placed?: ReferralsPlace | null;
  readonly placed_at?: number | null;
  readonly ended?: string | null;
  readonly ended_at?: number | null;
  readonly successor?: Named | null;
  readonly from_stream?: Named | null;
}

export interface ReferralsSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface ReferralsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface ReferralsEndRow {
  readonly type: "end";
  readonly referral: Named;
  readonly state: string;
  readonly ended_on: string;
  readonly version: number;
  readonly position: number;
  readonly text?: string | null;
  readonly when?: ReferralsSaidDate | null;
  readonly reserved?: boolean;
  readonly decision?: ReferralsPlace | null;
  readonly document?: Named | null;
}

export interface ActionsActionRow {
  readonly type: "action";
  readonly action: Named;
  readonly owed_by: string;
  readonly report_to: Named;
  readonly state: string;
  readonly since: string;
  readonly position: number;
  readonly what?: string | null;
  readonly debtor?: Named | null;
  readonly outside?: string | null;
  readonly answer_by?: string | null;
  readonly expected?: ActionsSaidDate | null;
  readonly recurs?: string | null;
  readonly ceases_on?: string | null;
  readonly decision?: ActionsPlace | null;
  readonly reply?: string | null;
  readonly replied_on?: string | null;
  readonly document?: Named | null;
  readonly cancelled?: number | null;
  readonly handed?: number | null;
  readonly successor?: Named | null;
  readonly from_stream?: Named | null;
}

export interface ActionsSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface ActionsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface ActionsOccurrenceRow {
  readonly type: "occurrence";
  readonly action: Named;
  readonly occurrence: string;
  readonly state: string;
  readonly position: number;
  readonly answer_by?: string | null;
  readonly reply?: string | null;
  readonly replied_on?: string | null;
  readonly document?: Named | null;
}

export interface ActionsEndRow {
  readonly type: "end";
  readonly action: Named;
  readonly ended_on: string;
  readonly version: number;
  readonly position: number;
  readonly reason?: string | null;
  readonly decision?: ActionsPlace | null;
}

export interface MandatesPathRow {
  readonly type: "path";
  readonly mandate: Named;
  readonly subject: string;
  readonly steps: readonly MandatesStepRow[];
  readonly version: number;
  readonly position: number;
  readonly from_on?: string | null;
  readonly terms?: string | null;
}

export interface MandatesStepRow {
  readonly step: string;
  readonly body: Named;
  readonly binding: boolean;
}

export interface MandatesSourceRow {
  readonly type: "source";
  readonly mandate: Named;
  readonly version: number;
  readonly position: number;
  readonly decision?: MandatesPlace | null;
  readonly who?: string | null;
  readonly words?: string | null;
  readonly on?: MandatesSaidDate | null;
  readonly document?: Named | null;
}

export interface MandatesPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface MandatesSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface MandatesLeftRow {
  readonly type: "left";
  readonly mandate: Named;
  readonly step: string;
  readonly from_body: Named;
  readonly to_body: Named;
  readonly version: number;
  readonly position: number;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly terms?: string | null;
  readonly decision?: MandatesPlace | null;
}

export interface DocumentsDocumentRow {
  readonly type: "document";
  readonly document: Named;
  readonly direction: string;
  readonly position: number;
  readonly subject?: string | null;
  readonly dated?: DocumentsSaidDate | null;
  readonly sha256?: string | null;
  readonly size_bytes?: number | null;
  readonly journal_number?: string | null;
  readonly party?: Named | null;
  readonly outside?: string | null;
  readonly withdrawn?: boolean;
}

export interface DocumentsSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface DocumentsEndRow {
  readonly type: "end";
  readonly document: Named;
  readonly version: number;
  readonly position: number;
  readonly reason?: string | null;
}

export interface DocumentsStatementRow {
  readonly type: "statement";
  readonly document: Named;
  readonly number: string;
  readonly locator: string;
  readonly claim: DocumentsSaidClaim;
  readonly version: number;
  readonly position: number;
  readonly words?: string | null;
  readonly about?: Named | null;
}

export interface DocumentsSaidClaim {
  readonly kind: string;
  readonly words?: string | null;
  readonly oere?: number | null;
  readonly unit_oere?: number | null;
  readonly count?: number | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

export interface DocumentsDoubtRow {
  readonly type: "doubt";
  readonly document: Named;
  readonly number: string;
  readonly doubt: string;
  readonly by: Named;
  readonly version: number;
  readonly position: number;
  readonly text?: string | null;
  readonly read_as?: DocumentsSaidClaim | null;
  readonly other?: DocumentsPlace | null;
}

export interface DocumentsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface DocumentsCounterRow {
  readonly type: "counter";
  readonly document: Named;
  readonly number: string;
  readonly doubt: string;
  readonly at: DocumentsPlace;
  readonly version: number;
  readonly position: number;
  readonly text?: string | null;
}

export interface DocumentsCorrectionRow {
  readonly type: "correction";
  readonly document: Named;
  readonly number: string;
  readonly claim: DocumentsSaidClaim;
  readonly by: Named;
  readonly version: number;
  readonly position: number;
  readonly reason?: string | null;
}

export interface LineageEdgeRow {
  readonly type: "edge";
  readonly kind: string;
  readonly other: LineagePlace | null;
  readonly thing: LineagePlace | null;
  readonly made_in: string;
  readonly version: number;
  readonly position: number;
}

export interface LineagePlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface ComplianceRequirementRow {
  readonly type: "requirement";
  readonly requirement: string;
  readonly rule_da: string;
  readonly rule_en: string;
  readonly yearly: boolean;
  readonly state: string;
  readonly since: string;
  readonly position: number;
}

export interface ComplianceEvidenceRow {
  readonly type: "evidence";
  readonly requirement: string;
  readonly at: CompliancePlace | null;
  readonly met: boolean;
  readonly position: number;
  readonly day?: string | null;
  readonly until?: string | null;
  readonly seat?: string | null;
  readonly person?: Named | null;
  readonly attended?: boolean;
}

export interface CompliancePlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface ProposalsProposalRow {
  readonly type: "proposal";
  readonly proposal: Named;
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly title: string | null;
  readonly from_party?: Named | null;
}

export interface ProposalsFateRow {
  readonly type: "fate";
  readonly proposal: Named;
  readonly fate: string;
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly decision?: ProposalsPlace | null;
  readonly carried_from?: Named | null;
  readonly carried_version?: number | null;
}

export interface ProposalsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface InitiativesInitiativeRow {
  readonly type: "initiative";
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
  readonly told?: InitiativesToldAt;
  readonly number?: string | null;
  readonly title?: string | null;
  readonly initiative_kind?: string | null;
  readonly plan?: Named | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
  readonly ordered_by?: Named | null;
  readonly by?: readonly Named[];
  readonly stage?: string | null;
  readonly phase?: string | null;
  readonly ended_how?: string | null;
  readonly into?: Named | null;
  readonly taken_from?: Named | null;
  readonly told_before?: InitiativesToldAt | null;
  readonly deprioritised?: boolean;
  readonly owners?: readonly Named[];
  readonly leader?: Named | null;
  readonly group?: Named | null;
  readonly revision?: number | null;
  readonly returned?: boolean;
  readonly approved_by?: readonly Named[];
  readonly colour?: string | null;
  readonly colour_since?: string | null;
  readonly colour_meeting?: Named | null;
  readonly off_course_with?: Named | null;
  readonly escalated?: boolean;
  readonly remedied?: boolean;
  readonly lies_with?: readonly InitiativesLiesWith[];
  readonly remarks?: readonly string[];
  readonly held_by?: readonly Named[];
  readonly expected?: readonly InitiativesExpected[];
}

export interface InitiativesToldAt {
  readonly stage?: number | null;
  readonly phase?: number | null;
  readonly deprioritised?: number | null;
  readonly owners?: number | null;
  readonly confirmation?: readonly number[];
  readonly colour?: readonly number[];
  readonly remarks?: readonly number[];
  readonly held_by?: readonly number[];
  readonly stage_before?: number | null;
}

export interface InitiativesLiesWith {
  readonly who: Named;
  readonly why: string;
  readonly since: string;
  readonly position: number;
  readonly version: number;
  readonly condition?: Named | null;
  readonly remark?: string | null;
}

export interface InitiativesExpected {
  readonly what: string;
  readonly earliest: string;
  readonly latest: string;
  readonly version: number;
}

export interface InitiativesColourRow {
  readonly type: "colour";
  readonly initiative: Named;
  readonly meeting: Named;
  readonly colour: string;
  readonly reported_at: string;
  readonly version: number;
  readonly position: number;
  readonly day?: string | null;
  readonly reason?: string | null;
}

export interface InitiativesRemarkRow {
  readonly type: "remark";
  readonly initiative: Named;
  readonly remark: string;
  readonly text: string | null;
  readonly made_on: string;
  readonly version: number;
  readonly position: number;
  readonly by_body?: Named | null;
  readonly decision?: InitiativesPlace | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly answered?: boolean;
  readonly answer?: InitiativesPlace | null;
  readonly answered_version?: number | null;
}

export interface InitiativesPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface FundsFundSummaryRow {
  readonly type: "fund";
  readonly fund: Named;
  readonly version: number;
  readonly position: number;
  readonly name?: string | null;
  readonly state?: string;
  readonly granted_oere?: number;
  readonly free_oere?: number;
  readonly conditional_oere?: number;
  readonly allocated_oere?: number;
  readonly paid_oere?: number;
  readonly frames_oere?: number | null;
  readonly over_by_oere?: number | null;
  readonly waiting?: number;
  readonly opening?: boolean;
}

export interface ApplicationsApplicationRow {
  readonly type: "application";
  readonly application: Named;
  readonly version: number;
  readonly position: number;
  readonly state?: string | null;
  readonly fund?: Named | null;
  readonly applicant?: Named | null;
  readonly submitted_on?: string | null;
  readonly amount_oere?: number | null;
  readonly quoted_oere?: number | null;
  readonly precision?: string | null;
  readonly words?: string | null;
  readonly purpose?: string | null;
  readonly purpose_class?: string | null;
  readonly theme?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly evaluation?: string | null;
  readonly evaluated?: boolean;
  readonly evaluation_earliest?: string | null;
  readonly evaluation_latest?: string | null;
  readonly attested?: readonly string[];
  readonly attested_by?: Named | null;
  readonly allocation?: string | null;
  readonly allocated_oere?: number | null;
  readonly taken_from?: Named | null;
  readonly successor?: Named | null;
  readonly fate_version?: number | null;
}

export interface ApplicationsFateRow {
  readonly type: "fate";
  readonly application: Named;
  readonly state: string;
  readonly on: string;
  readonly version: number;
  readonly position: number;
  readonly reason?: string | null;
  readonly decision?: ApplicationsPlace | null;
}

export interface ApplicationsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface FrontEndRow {
  readonly type: "end";
  readonly cluster: Named;
  readonly ceases_on: string;
  readonly successors: readonly Named[];
  readonly decided: number;
  readonly position: number;
  readonly dissolved?: boolean;
}

export interface FrontBodyRow {
  readonly type: "body";
  readonly body: Named;
  readonly level: string;
  readonly position: number;
  readonly name?: string | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
}

export interface FrontMeetingRow {
  readonly type: "meeting";
  readonly meeting: Named;
  readonly body: Named;
  readonly phase: string;
  readonly starts_at: string;
  readonly position: number;
  readonly ends_at?: string | null;
  readonly form?: string | null;
  readonly place?: string | null;
  readonly agenda?: number | null;
}

export interface FrontInitiativeRow {
  readonly type: "initiative";
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
  readonly told?: FrontToldAt;
  readonly number?: string | null;
  readonly title?: string | null;
  readonly initiative_kind?: string | null;
  readonly plan?: Named | null;
  readonly theme?: string | null;
  readonly supports?: readonly string[];
  readonly ordered_by?: Named | null;
  readonly by?: readonly Named[];
  readonly stage?: string | null;
  readonly phase?: string | null;
  readonly ended_how?: string | null;
  readonly into?: Named | null;
  readonly taken_from?: Named | null;
  readonly told_before?: FrontToldAt | null;
  readonly deprioritised?: boolean;
  readonly owners?: readonly Named[];
  readonly leader?: Named | null;
  readonly group?: Named | null;
  readonly revision?: number | null;
  readonly returned?: boolean;
  readonly approved_by?: readonly Named[];
  readonly colour?: string | null;
  readonly colour_since?: string | null;
  readonly colour_meeting?: Named | null;
  readonly off_course_with?: Named | null;
  readonly escalated?: boolean;
  readonly remedied?: boolean;
  readonly lies_with?: readonly FrontLiesWith[];
  readonly remarks?: readonly string[];
  readonly held_by?: readonly Named[];
  readonly expected?: readonly FrontExpected[];
}

export interface FrontToldAt {
  readonly stage?: number | null;
  readonly phase?: number | null;
  readonly deprioritised?: number | null;
  readonly owners?: number | null;
  readonly confirmation?: readonly number[];
  readonly colour?: readonly number[];
  readonly remarks?: readonly number[];
  readonly held_by?: readonly number[];
  readonly stage_before?: number | null;
}

export interface FrontLiesWith {
  readonly who: Named;
  readonly why: string;
  readonly since: string;
  readonly position: number;
  readonly version: number;
  readonly condition?: Named | null;
  readonly remark?: string | null;
}

export interface FrontExpected {
  readonly what: string;
  readonly earliest: string;
  readonly latest: string;
  readonly version: number;
}

export interface FrontConditionRow {
  readonly type: "condition";
  readonly condition: Named;
  readonly since: string;
  readonly position: number;
  readonly words?: string | null;
  readonly awaited?: Named | null;
  readonly answer_by?: string | null;
  readonly late?: boolean;
  readonly blocks?: readonly FrontPlace[];
  readonly ended?: number | null;
}

export interface FrontPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface FrontVacancyRow {
  readonly type: "vacancy";
  readonly body: Named;
  readonly seat: string;
  readonly position: number;
  readonly party?: Named | null;
  readonly role?: string | null;
  readonly patients?: boolean;
  readonly because?: string | null;
  readonly since?: string | null;
}

export interface FrontMoneyRow {
  readonly type: "money";
  readonly fund: Named;
  readonly position: number;
  readonly name?: string | null;
  readonly free_oere?: number;
  readonly conditional_oere?: number;
  readonly allocated_oere?: number;
  readonly opening?: boolean;
}

export interface EstateEndRow {
  readonly type: "end";
  readonly cluster: Named;
  readonly ceases_on: string;
  readonly successors: readonly Named[];
  readonly decided_on: string;
  readonly version: number;
  readonly position: number;
  readonly basis?: string | null;
  readonly handed?: number;
  readonly dissolved_on?: string | null;
}

export interface EstateThingRow {
  readonly type: "thing";
  readonly thing: Named;
  readonly kind: string;
  readonly state: string;
  readonly since: string;
  readonly position: number;
  readonly owner?: Named | null;
  readonly answer_by?: string | null;
  readonly missing?: number | null;
  readonly successor?: Named | null;
  readonly effective_on?: string | null;
  readonly from_stream?: Named | null;
  readonly ends_at?: number | null;
}

export interface AgreementsInForceBondRow {
  readonly type: "bond";
  readonly agreement: Named;
  readonly party: Named;
  readonly history: string;
  readonly position: number;
  readonly title?: string | null;
  readonly adopted?: boolean;
  readonly organ?: string | null;
  readonly adopted_when?: AgreementsInForceSaidDate | null;
  readonly periods?: readonly AgreementsInForcePeriodRow[];
  readonly ends_on?: string | null;
  readonly ended_by?: string | null;
  readonly replaced_by?: string | null;
  readonly end_version?: number | null;
  readonly answer?: AgreementsInForceAnswerRow | null;
}

export interface AgreementsInForceSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface AgreementsInForcePeriodRow {
  readonly how: string;
  readonly begins?: AgreementsInForceSaidDate | null;
  readonly ceases_on?: string | null;
  readonly suspended?: boolean;
  readonly reason?: string | null;
}

export interface AgreementsInForceAnswerRow {
  readonly on: string;
  readonly binds: string;
  readonly why: string;
  readonly day?: string | null;
  readonly words?: string | null;
}

export interface AgreementsInForceAgreementRow {
  readonly type: "agreement";
  readonly agreement: Named;
  readonly parties: readonly Named[];
  readonly history: string;
  readonly position: number;
  readonly title?: string | null;
  readonly scope?: string | null;
  readonly agreed_said?: AgreementsInForceSaidDate | null;
  readonly owner?: Named | null;
  readonly owner_version?: number | null;
  readonly begun_who?: string | null;
  readonly begun_words?: string | null;
  readonly begun_on?: AgreementsInForceSaidDate | null;
  readonly begun_decision?: AgreementsInForcePlace | null;
  readonly document?: Named | null;
  readonly ends_on?: string | null;
  readonly ended_by?: string | null;
  readonly replaced_by?: string | null;
  readonly end_version?: number | null;
}

export interface AgreementsInForcePlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface AgreementsInForceStepRow {
  readonly type: "step";
  readonly agreement: Named;
  readonly step: string;
  readonly recorded_on: string;
  readonly version: number;
  readonly position: number;
  readonly text?: string | null;
  readonly by?: Named | null;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly decision?: AgreementsInForcePlace | null;
  readonly who?: string | null;
  readonly document?: Named | null;
}

export interface IndicatorsIndicatorRow {
  readonly type: "indicator";
  readonly indicator: Named;
  readonly unit: string;
  readonly position: number;
  readonly name?: string | null;
  readonly definition?: string | null;
  readonly from_party?: Named | null;
  readonly target?: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | null;
  readonly target_words?: string | null;
  readonly due?: IndicatorsSaidDate | null;
  readonly latest?: string | null;
  readonly value?: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | null;
  readonly met?: boolean | null;
  readonly judgement?: string | null;
  readonly judged_by?: Named | null;
  readonly judged_why?: string | null;
  readonly judged_version?: number | null;
  readonly judged_in?: Named | null;
  readonly judged_decision?: IndicatorsPlace | null;
}

export interface IndicatorsPercent {
  readonly type: "percent";
  readonly bp: number;
}

export interface IndicatorsNumber {
  readonly type: "count";
  readonly count: number;
}

export interface IndicatorsInColour {
  readonly type: "colour";
  readonly colour: IndicatorsColour;
}

export type IndicatorsColour = "green" | "red" | "yellow";

export interface IndicatorsMinutes {
  readonly type: "time";
  readonly minutes: number;
}

export interface IndicatorsSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface IndicatorsPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface IndicatorsValueRow {
  readonly type: "value";
  readonly indicator: Named;
  readonly period: string;
  readonly first: string;
  readonly last: string;
  readonly position: number;
  readonly value?: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | null;
  readonly met?: boolean | null;
  readonly trend?: string | null;
  readonly before?: string | null;
  readonly document?: Named | null;
  readonly reported_on?: string | null;
  readonly doubted?: boolean;
  readonly doubt?: string | null;
  readonly corrected?: boolean;
  readonly correction?: string | null;
  readonly reported?: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | null;
}

export interface LearningAuditRow {
  readonly type: "audit";
  readonly audit: Named;
  readonly state: string;
  readonly by_body: Named;
  readonly position: number;
  readonly subject?: string | null;
  readonly expected?: LearningSaidDate | null;
  readonly held?: LearningSaidDate | null;
  readonly courses?: number | null;
  readonly place?: string | null;
  readonly points?: number;
}

export interface LearningSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface LearningPointRow {
  readonly type: "point";
  readonly audit: Named;
  readonly recorded_on: string;
  readonly position: number;
  readonly point?: string | null;
  readonly to_body?: Named | null;
}

export interface LearningFollowUpRow {
  readonly type: "follow-up";
  readonly audit: Named;
  readonly recorded_on: string;
  readonly position: number;
  readonly text?: string | null;
}

export interface ErasuresErasureRow {
  readonly type: "erasure";
  readonly erasure: Named;
  readonly person: Named;
  readonly classes: readonly ErasuresTextClass[];
  readonly state: string;
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly requested_by?: Named | null;
  readonly reason?: string | null;
  readonly refused_because?: string | null;
  readonly approved_by?: Named | null;
  readonly legal_basis?: string | null;
  readonly authority?: string | null;
  readonly copies?: number;
}

export type ErasuresTextClass = "citizen" | "contact" | "item-text" | "public-record" | "speech";

export interface FinancingKeysKeyVersionRow {
  readonly type: "key-version";
  readonly key: Named;
  readonly key_version: number;
  readonly whole: number;
  readonly shares: readonly FinancingKeysShareRow[];
  readonly recorded_on: string;
  readonly version: number;
  readonly position: number;
  readonly from_on?: string | null;
  readonly ceases_on?: string | null;
  readonly terms?: string | null;
  readonly decision?: FinancingKeysPlace | null;
  readonly decided?: FinancingKeysSaidDate | null;
  readonly end_version?: number | null;
  readonly end_decision?: FinancingKeysPlace | null;
}

export interface FinancingKeysShareRow {
  readonly party: Named;
  readonly weight: number;
}

export interface FinancingKeysPlace {
  readonly stream: Named;
  readonly item?: string | null;
  readonly decision?: string | null;
  readonly part?: string | null;
}

export interface FinancingKeysSaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words?: string | null;
}

export interface FinancingKeysKeySourceRow {
  readonly type: "key-source";
  readonly key: Named;
  readonly version: number;
  readonly position: number;
  readonly who: string | null;
  readonly words: string | null;
  readonly document?: Named | null;
}

/** A kind of stream, or a view over many -> the rows of its topics. */
export interface RowsOf {
  readonly "meeting": MeetingStreamRow | MeetingRow | MeetingAgendaRow | MeetingItemRow | MeetingNoteRow | MeetingBasisRow | MeetingRecommendationRow | MeetingDecisionRow | MeetingRemarkRow | MeetingDissentRow | MeetingCorrectionRow | MeetingQuestionRow | MeetingPointRow | MeetingAttachmentRow | MeetingSeatRow | MeetingLeftRow | MeetingApologyRow | MeetingGuestRow | MeetingSaidShown;
  readonly "minutes": MinutesStreamRow | MinutesRow | MinutesTextRow | MinutesCommentRow | MinutesApprovalRow | MinutesNoteRow;
  readonly "fund": FundStreamRow | FundRow | FundAccountRow | FundPostingRow | FundEarmarkRow | FundAllocationRow | FundAllocationStepRow | FundFramesRow | FundFrameRow | FundCriterionRow | FundCeilingRow | FundYearRow | FundAssertionRow | FundOfficerRow | FundRegistrationRow;
  readonly "initiative": InitiativeStreamRow | InitiativeStepRow | InitiativePointRow;
  readonly "plan": PlanStreamRow | PlanRow | PlanThemeRow | PlanFocusRow | PlanOrderRow | PlanEditionRow;
  readonly "decisions": DecisionsDecisionRow;
  readonly "people": PeopleBodyRow | PeopleNameRow | PeopleRulesRow | PeopleTaskRow | PeopleCarriesRow | PeopleProjectRow | PeopleSeatRow | PeopleClusterRow | PeopleClusterNameRow | PeopleClusterPartyRow | PeopleContactRow | PeoplePersonRow | PeopleFunctionRow | PeoplePartyRow | PeoplePartyNameRow | PeopleOrganRow;
  readonly "meetings": MeetingsMeetingRow | MeetingsItemRow;
  readonly "conditions": ConditionsConditionRow | ConditionsEndRow;
  readonly "referrals": ReferralsReferralRow | ReferralsEndRow;
  readonly "actions": ActionsActionRow | ActionsOccurrenceRow | ActionsEndRow;
  readonly "mandates": MandatesPathRow | MandatesSourceRow | MandatesLeftRow;
  readonly "documents": DocumentsDocumentRow | DocumentsEndRow | DocumentsStatementRow | DocumentsDoubtRow | DocumentsCounterRow | DocumentsCorrectionRow;
  readonly "lineage": LineageEdgeRow;
  readonly "compliance": ComplianceRequirementRow | ComplianceEvidenceRow;
  readonly "proposals": ProposalsProposalRow | ProposalsFateRow;
  readonly "initiatives": InitiativesInitiativeRow | InitiativesColourRow | InitiativesRemarkRow;
  readonly "funds": FundsFundSummaryRow;
  readonly "applications": ApplicationsApplicationRow | ApplicationsFateRow;
  readonly "front": FrontEndRow | FrontBodyRow | FrontMeetingRow | FrontInitiativeRow | FrontConditionRow | FrontVacancyRow | FrontMoneyRow;
  readonly "estate": EstateEndRow | EstateThingRow;
  readonly "agreements-in-force": AgreementsInForceBondRow | AgreementsInForceAgreementRow | AgreementsInForceStepRow;
  readonly "indicators": IndicatorsIndicatorRow | IndicatorsValueRow;
  readonly "learning": LearningAuditRow | LearningPointRow | LearningFollowUpRow;
  readonly "erasures": ErasuresErasureRow;
  readonly "financing-keys": FinancingKeysKeyVersionRow | FinancingKeysKeySourceRow;
}
