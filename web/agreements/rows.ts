/** The rows of agreements, indicators and audits, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Place, SaidDate, Words } from "../rows/rows.ts";

export interface PeriodRow {
  readonly how: string;
  readonly begins: SaidDate | null;
  readonly ceases_on: string | null;
  readonly suspended: boolean;
  readonly reason: Words;
}

export interface BondRow {
  readonly type: "bond";
  readonly agreement: Named;
  readonly party: Named;
  readonly history: string;
  readonly title: Words;
  readonly adopted: boolean;
  readonly organ: string | null;
  readonly adopted_when: SaidDate | null;
  readonly periods: readonly PeriodRow[];
  readonly ends_on: string | null;
  readonly ended_by: string | null;
  readonly replaced_by: Words;
  /** Where a day was asked about. */
  readonly answer: {
    readonly on: string;
    readonly binds: string;
    readonly why: string;
    readonly day: string | null;
    readonly words: string | null;
  } | null;
}

export interface AgreementRow {
  readonly type: "agreement";
  readonly agreement: Named;
  readonly parties: readonly Named[];
  readonly history: string;
  readonly title: Words;
  readonly scope: Words;
  readonly agreed_said: SaidDate | null;
  readonly owner: Named | null;
  readonly begun_who: Words;
  readonly begun_words: Words;
  readonly begun_on: SaidDate | null;
  readonly begun_decision: Place | null;
  readonly document: Named | null;
  readonly ends_on: string | null;
  readonly ended_by: string | null;
  readonly replaced_by: Words;
}

export interface AgreementStepRow {
  readonly type: "step";
  readonly agreement: Named;
  readonly step: string;
  readonly recorded_on: string;
  readonly version: number;
  readonly text: Words;
  readonly by: Named | null;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly decision: Place | null;
  readonly who: Words;
  readonly document: Named | null;
}

export type Value =
  | { readonly type: "percent"; readonly bp: number }
  | { readonly type: "count"; readonly count: number }
  | { readonly type: "colour"; readonly colour: string }
  | { readonly type: "time"; readonly minutes: number };

export interface IndicatorRow {
  readonly type: "indicator";
  readonly indicator: Named;
  readonly unit: string;
  readonly name: Words;
  readonly definition: Words;
  readonly from_party: Named | null;
  readonly target: Value | null;
  readonly target_words: Words;
  readonly due: SaidDate | null;
  readonly latest: string | null;
  readonly value: Value | null;
  readonly met: boolean | null;
  readonly judgement: string | null;
  readonly judged_by: Named | null;
  readonly judged_why: Words;
  readonly judged_decision: Place | null;
}

export interface ValueRow {
  readonly type: "value";
  readonly indicator: Named;
  readonly period: string;
  readonly first: string;
  readonly last: string;
  readonly value: Value | null;
  readonly met: boolean | null;
  readonly trend: string | null;
  readonly before: string | null;
  readonly document: Named | null;
  readonly reported_on: string | null;
  readonly doubted: boolean;
  readonly doubt: Words;
  readonly corrected: boolean;
  readonly correction: Words;
  readonly reported: Value | null;
}

export interface AuditRow {
  readonly type: "audit";
  readonly audit: Named;
  readonly state: string;
  readonly by_body: Named;
  readonly subject: Words;
  readonly expected: SaidDate | null;
  readonly held: SaidDate | null;
  readonly courses: number | null;
  readonly place: Words;
}

export interface LearntRow {
  readonly type: "point";
  readonly audit: Named;
  readonly recorded_on: string;
  readonly position: number;
  readonly point: Words;
  readonly to_body: Named | null;
}

export interface FollowUpRow {
  readonly type: "follow-up";
  readonly audit: Named;
  readonly recorded_on: string;
  readonly position: number;
  readonly text: Words;
}

/** The end of a cluster. */
export interface EndRow {
  readonly type: "end";
  readonly cluster: Named;
  readonly ceases_on: string;
  readonly successors: readonly Named[];
  readonly decided_on: string;
  readonly basis: Words;
  readonly handed: number;
  readonly dissolved_on: string | null;
}

/** A thing that is open, or was handed over. */
export interface ThingRow {
  readonly type: "thing";
  readonly thing: Named;
  readonly kind: string;
  readonly state: string;
  readonly since: string;
  readonly owner: Named | null;
  readonly answer_by: string | null;
  readonly missing: number | null;
  readonly successor: Named | null;
  readonly effective_on: string | null;
  readonly from_stream: Named | null;
}
