/** The rows of initiatives, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Place, Words } from "../rows/rows.ts";

export interface LiesWith {
  readonly who: Named;
  readonly why: string;
  readonly since: string;
  readonly position: number;
  readonly condition: Named | null;
  readonly remark: string | null;
}

export interface InitiativeRow {
  readonly type: "initiative";
  readonly initiative: Named;
  readonly version: number;
  readonly position: number;
  readonly number: string | null;
  readonly title: Words;
  readonly initiative_kind: string | null;
  readonly plan: Named | null;
  readonly theme: string | null;
  readonly supports: readonly string[];
  readonly ordered_by: Named | null;
  readonly by: readonly Named[];
  readonly stage: string | null;
  readonly phase: string | null;
  readonly ended_how: string | null;
  readonly into: Named | null;
  readonly taken_from: Named | null;
  readonly deprioritised: boolean;
  readonly owners: readonly Named[];
  readonly leader: Named | null;
  readonly group: Named | null;
  readonly revision: number | null;
  readonly returned: boolean;
  readonly approved_by: readonly Named[];
  readonly colour: string | null;
  readonly colour_since: string | null;
  readonly colour_meeting: Named | null;
  readonly remedied: boolean;
  readonly lies_with: readonly LiesWith[];
  readonly remarks: readonly string[];
  readonly held_by: readonly Named[];
  readonly expected: readonly { readonly what: string; readonly earliest: string; readonly latest: string }[];
}

export interface ColourRow {
  readonly type: "colour";
  readonly initiative: Named;
  readonly meeting: Named;
  readonly colour: string;
  readonly reported_at: string;
  readonly position: number;
  readonly day: string | null;
  readonly reason: Words;
}

export interface RemarkRow {
  readonly type: "remark";
  readonly initiative: Named;
  readonly remark: string;
  readonly text: Words;
  readonly made_on: string;
  readonly by_body: Named | null;
  readonly decision: Place | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly answered: boolean;
  readonly answer: Place | null;
}

/** One step of an initiative's trail. */
export interface StepRow {
  readonly type: "step";
  readonly what: string;
  readonly at: string;
  readonly version: number;
  readonly position: number;
  readonly decision: Place | null;
  readonly text: Words;
  readonly before: Words;
  readonly by_body: Named | null;
  readonly to_body: Named | null;
  readonly parties: readonly Named[];
  readonly person: Named | null;
  readonly group: Named | null;
  readonly meeting: Named | null;
  readonly plan: Named | null;
  readonly condition: Named | null;
  readonly document: Named | null;
  readonly initiative: Named | null;
  readonly label: string | null;
  readonly code: string | null;
  readonly revision: number | null;
  readonly order: number | null;
  readonly met: boolean | null;
  readonly on: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly when_words: Words;
  readonly quoted_oere: number | null;
  readonly precision: string | null;
}

export interface PointRow {
  readonly type: "point";
  readonly what: string;
  readonly order: number;
  readonly text: Words;
}
