/** The rows of the lists, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Place, SaidDate, Words } from "../rows/rows.ts";

export interface DecisionRow {
  readonly type: "decision";
  readonly meeting: Named;
  readonly body: Named;
  readonly item: string;
  readonly number: string;
  readonly outcome: string;
  readonly standing: string;
  readonly position: number;
  readonly text: Words;
  readonly decided_on: string | null;
  readonly waits_for: readonly Named[];
  readonly superseded_by: Place | null;
  readonly corrected: boolean;
  readonly dissent_by: readonly string[];
  readonly afterwards: boolean;
  readonly hidden: boolean;
}

export interface ConditionRow {
  readonly type: "condition";
  readonly condition: Named;
  readonly state: string;
  readonly since: string;
  readonly awaits: string;
  readonly words: Words;
  readonly awaited: Named | null;
  readonly awaited_words: Words;
  readonly awaited_day: string | null;
  readonly blocks: readonly Place[];
  readonly answer_by: string | null;
  readonly if_late: string | null;
  readonly late: boolean;
  readonly arises_from: Place | null;
  readonly document: Named | null;
}

export interface ConditionEndRow {
  readonly type: "end";
  readonly ended_on: string;
  readonly by: Place | null;
  readonly words: Words;
}

export interface ReferralRow {
  readonly type: "referral";
  readonly referral: Named;
  readonly state: string;
  readonly sent_on: string;
  readonly direction: string | null;
  readonly from_body: Named | null;
  readonly from_party: Named | null;
  readonly to_body: Named | null;
  readonly to_party: Named | null;
  readonly outside: Words;
  readonly question: Words;
  readonly answer_by: string | null;
  readonly late: boolean;
  readonly expected: SaidDate | null;
  readonly arises_from: Place | null;
  readonly in_reply_to: Named | null;
  readonly placed: Place | null;
}

export interface ReferralEndRow {
  readonly type: "end";
  readonly state: string;
  readonly ended_on: string;
  readonly text: Words;
  readonly reserved: boolean;
  readonly decision: Place | null;
  readonly document: Named | null;
}

export interface ActionRow {
  readonly type: "action";
  readonly action: Named;
  readonly owed_by: string;
  readonly report_to: Named;
  readonly state: string;
  readonly since: string;
  readonly what: Words;
  readonly debtor: Named | null;
  readonly outside: string | null;
  readonly answer_by: string | null;
  readonly expected: SaidDate | null;
  readonly recurs: string | null;
  readonly ceases_on: string | null;
  readonly decision: Place | null;
  readonly reply: Words;
  readonly replied_on: string | null;
  readonly document: Named | null;
}

export interface OccurrenceRow {
  readonly type: "occurrence";
  readonly occurrence: string;
  readonly state: string;
  readonly answer_by: string | null;
  readonly reply: Words;
}

export interface BodyRow {
  readonly type: "body";
  readonly body: Named;
  readonly level: string;
  readonly chairs: number;
  readonly parent: Named | null;
  readonly cadence: Words;
  readonly closed_on: string | null;
}

export interface BodyNameRow {
  readonly type: "body-name";
  readonly name: Words;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
}

export interface BodyRulesRow {
  readonly type: "body-rules";
  readonly from_on: string;
  readonly decision_rule: string;
  readonly quorum: string;
  readonly chairs_sign: number;
  readonly at_least: number | null;
  readonly agenda_days: number | null;
}

export interface BodyTaskRow {
  readonly type: "body-task";
  readonly task: Words;
  readonly decision: Place | null;
}

export interface Holder {
  readonly person: Named;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly left: boolean;
  readonly cause: string | null;
  readonly chairs_for: string | null;
  readonly chairs_from_on: string | null;
  readonly chairs_until: string | null;
}

export interface SeatRow {
  readonly type: "seat";
  readonly seat: string;
  readonly voice: string;
  readonly party: Named | null;
  readonly role: Words;
  readonly cluster: Named | null;
  readonly patients: boolean;
  readonly vacant_because: string | null;
  readonly holders: readonly Holder[];
  readonly substitutes: readonly {
    readonly person: Named;
    readonly after: Named | null;
    readonly from_on: string | null;
    readonly ceases_on: string | null;
  }[];
  readonly closed_on: string | null;
}

export interface ContactRow {
  readonly type: "contact";
  readonly party: Named;
  readonly person: Named;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
}

export interface PathRow {
  readonly type: "path";
  readonly mandate: Named;
  readonly subject: string;
  readonly steps: readonly { readonly step: string; readonly body: Named; readonly binding: boolean }[];
  readonly from_on: string | null;
  readonly terms: Words;
}

export interface LeftRow {
  readonly type: "left";
  readonly mandate: Named;
  readonly step: string;
  readonly from_body: Named;
  readonly to_body: Named;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly terms: Words;
  readonly decision: Place | null;
}

export interface SourceRow {
  readonly type: "source";
  readonly decision: Place | null;
  readonly who: Words;
  readonly words: Words;
  readonly on: SaidDate | null;
  readonly document: Named | null;
}

export interface RequirementRow {
  readonly type: "requirement";
  readonly requirement: string;
  readonly rule_da: string;
  readonly rule_en: string;
  readonly state: string;
  readonly since: string | null;
  readonly yearly: boolean;
}

export interface EvidenceRow {
  readonly type: "evidence";
  readonly requirement: string;
  readonly day: string | null;
  readonly until: string | null;
  readonly at: Place | null;
  readonly seat: string | null;
  readonly person: Named | null;
  readonly met: boolean;
}
