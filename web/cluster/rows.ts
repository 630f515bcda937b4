/** The rows of a cluster's front page, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";
import type { LiesWith } from "../board/rows.ts";
import type { Place, Words } from "../rows/rows.ts";

export interface EndRow {
  readonly type: "end";
  readonly ceases_on: string;
  readonly successors: readonly Named[];
  readonly dissolved: boolean;
}

export interface BodyRow {
  readonly type: "body";
  readonly body: Named;
  readonly level: string;
  readonly from_on: string | null;
  readonly ceases_on: string | null;
}

export interface ComingRow {
  readonly type: "meeting";
  readonly meeting: Named;
  readonly body: Named;
  readonly phase: string;
  readonly starts_at: string;
  readonly ends_at: string | null;
  readonly form: string | null;
  readonly place: Words;
  readonly agenda: number | null;
}

export interface StandingRow {
  readonly type: "initiative";
  readonly initiative: Named;
  readonly colour: string | null;
  readonly colour_since: string | null;
  readonly remedied: boolean;
  readonly number: string | null;
  readonly title: Words;
  readonly lies_with: readonly LiesWith[];
}

export interface OpenConditionRow {
  readonly type: "condition";
  readonly condition: Named;
  readonly since: string;
  readonly words: Words;
  readonly awaited: Named | null;
  readonly answer_by: string | null;
  readonly late: boolean;
  readonly blocks: readonly Place[];
}

export interface VacancyRow {
  readonly type: "vacancy";
  readonly body: Named;
  readonly seat: string;
  readonly party: Named | null;
  readonly role: Words;
  readonly patients: boolean;
  readonly because: string | null;
  readonly since: string | null;
}

export interface MoneyRow {
  readonly type: "money";
  readonly fund: Named;
  readonly name: Words;
  readonly free_oere: number;
  readonly conditional_oere: number;
  readonly allocated_oere: number;
  readonly opening: boolean;
}
