/** The rows of money, as they are shown to a reader. Every amount is whole øre and comes from the record. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Place, SaidDate, Words } from "../rows/rows.ts";

/** A fund's sum, in the list and on its own page. */
interface Sum {
  readonly position: number;
  readonly name: Words;
  readonly state: string;
  readonly granted_oere: number;
  readonly free_oere: number;
  readonly conditional_oere: number;
  readonly allocated_oere: number;
  readonly paid_oere: number;
  readonly opening: boolean;
}

export interface FundSummaryRow extends Sum {
  readonly type: "fund";
  readonly fund: Named;
  readonly frames_oere: number | null;
  readonly over_by_oere: number | null;
  readonly waiting: number;
}

export interface FundRow extends Sum {
  readonly type: "fund";
  readonly terms: Words;
  readonly all_accounts_oere: number;
  readonly threshold_oere: number | null;
  readonly successor: Named | null;
}

export interface AccountRow {
  readonly type: "account";
  readonly account: string;
  readonly sort: string;
  readonly balance_oere: number;
  readonly position: number;
  readonly part: string | null;
  readonly party: Named | null;
}

export interface PostingRow {
  readonly type: "posting";
  readonly what: string;
  readonly legs: readonly { readonly account: string; readonly amount_oere: number }[];
  readonly at: string;
  readonly position: number;
  /** Of the fund's stream: in the key of its row. */
  readonly version: number;
  readonly free_oere: number;
  readonly amount_oere: number | null;
  readonly booked_on: string | null;
  readonly year: number | null;
  readonly decisions: readonly Place[];
  readonly text: Words;
  readonly earmark: string | null;
  readonly allocation: string | null;
  readonly party: Named | null;
  readonly voucher: string | null;
  readonly document: Named | null;
  readonly cited: Words;
  readonly opening: boolean;
  readonly gaps: readonly string[];
  readonly key: Named | null;
  readonly key_version: number | null;
  /** The versions of the postings that it mirrors, and that mirrors it. */
  readonly reverses: number | null;
  readonly reversed_by: number | null;
  /** It rests on a decision at an item that is closed to the reader. */
  readonly closed: boolean;
}

export interface EarmarkRow {
  readonly type: "earmark";
  readonly earmark: string;
  readonly state: string;
  readonly position: number;
  readonly quoted_oere: number | null;
  readonly precision: string | null;
  readonly amount_oere: number | null;
  readonly document: Named | null;
  readonly words: Words;
  readonly purpose: Words;
  readonly waits_for: readonly Named[];
  readonly waits_for_second_person: boolean;
  readonly application: Named | null;
  readonly proposal: Named | null;
  readonly to_party: Named | null;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly allocation: string | null;
  readonly why: string | null;
  readonly decisions: readonly Place[];
}

export interface AllocationRow {
  readonly type: "allocation";
  readonly allocation: string;
  readonly state: string;
  readonly amount_oere: number;
  readonly paid_oere: number;
  readonly left_oere: number;
  readonly position: number;
  readonly year: number | null;
  readonly application: Named | null;
  readonly to_party: Named | null;
  readonly purpose: Words;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly one_off: boolean;
  readonly evaluation: Words;
  readonly evaluation_earliest: string | null;
  readonly evaluation_latest: string | null;
  readonly evaluated_by: Named | null;
  readonly unspent_oere: number | null;
  readonly decisions: readonly Place[];
  readonly opening: boolean;
  readonly gaps: readonly string[];
}

export interface AllocationStepRow {
  readonly type: "allocation-step";
  readonly what: string;
  readonly position: number;
  readonly amount_oere: number | null;
  readonly application: Named | null;
  readonly decision: Place | null;
  readonly condition: Named | null;
  readonly document: Named | null;
  readonly party: Named | null;
  readonly voucher: string | null;
  readonly on: string | null;
}

export interface FramesRow {
  readonly type: "frames";
  readonly frames_oere: number;
  readonly pool_oere: number;
  readonly over_by_oere: number;
  readonly position: number;
  readonly decisions: readonly Place[];
}

export interface FrameRow {
  readonly type: "frame";
  readonly theme: string;
  readonly frame_oere: number;
  readonly order: number;
  readonly words: Words;
}

export interface CriterionRow {
  readonly type: "criterion";
  readonly criterion: string;
  readonly order: number;
  readonly year: number | null;
  readonly decisions: readonly Place[];
}

export interface CeilingRow {
  readonly type: "ceiling";
  readonly applicants: string;
  readonly ceiling_oere: number;
  readonly firmness: string;
  readonly words: Words;
  readonly decisions: readonly Place[];
}

export interface YearRow {
  readonly type: "year";
  readonly year: number;
  readonly state: string;
  readonly free_oere: number;
  readonly granted_oere: number;
  readonly no_grant: boolean;
  readonly source: Place | null;
  readonly source_words: Words;
  readonly document: Named | null;
}

export interface AssertionRow {
  readonly type: "assertion";
  readonly account: string;
  readonly as_of_on: string;
  readonly amount_oere: number;
  readonly difference_oere: number;
  readonly document: Named | null;
}

export interface OfficerRow {
  readonly type: "officer";
  readonly person: Named;
  readonly office: string;
  readonly from_on: string | null;
}

export interface RegistrationRow {
  readonly type: "registration";
  readonly registration: string;
  readonly wish: string;
  readonly state: string;
  readonly registered_by: Named;
  readonly position: number;
  readonly amount_oere: number | null;
  readonly allocation: string | null;
  readonly party: Named | null;
}

export interface KeyVersionRow {
  readonly type: "key-version";
  readonly key: Named;
  readonly key_version: number;
  readonly whole: number;
  readonly shares: readonly { readonly party: Named; readonly weight: number }[];
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly terms: Words;
  readonly decision: Place | null;
  readonly decided: SaidDate | null;
}

export interface KeySourceRow {
  readonly type: "key-source";
  readonly who: Words;
  readonly words: Words;
  readonly document: Named | null;
}

export interface ApplicationRow {
  readonly type: "application";
  readonly application: Named;
  readonly position: number;
  readonly state: string | null;
  readonly fund: Named | null;
  readonly applicant: Named | null;
  readonly submitted_on: string | null;
  readonly amount_oere: number | null;
  readonly quoted_oere: number | null;
  readonly precision: string | null;
  readonly words: Words;
  readonly purpose: Words;
  readonly purpose_class: string | null;
  readonly theme: string | null;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
  readonly evaluation: Words;
  readonly evaluated: boolean;
  readonly evaluation_earliest: string | null;
  readonly evaluation_latest: string | null;
  readonly attested: readonly string[];
  readonly attested_by: Named | null;
  readonly allocation: string | null;
  readonly allocated_oere: number | null;
  readonly taken_from: Named | null;
  readonly successor: Named | null;
}

/** Why an application was turned down or withdrawn. */
export interface FateRow {
  readonly type: "fate";
  readonly state: string;
  readonly on: string;
  readonly reason: Words;
  readonly decision: Place | null;
}
