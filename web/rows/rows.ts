/** What rows of several topics are made of, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";

/** Words of the record. Null: not given, or erased. */
export type Words = string | null;

export interface Place {
  readonly stream: Named;
  readonly item: string | null;
  readonly decision: string | null;
  readonly part: string | null;
}

export interface SaidDate {
  readonly earliest: string;
  readonly latest: string;
  readonly words: Words;
}

export interface SaidClaim {
  readonly kind: string;
  readonly words: Words;
  readonly oere: number | null;
  readonly count: number | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface MeetingRow {
  readonly type: "meeting";
  readonly meeting: Named;
  readonly body: Named;
  readonly phase: string;
  readonly form: string | null;
  readonly place: Words;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly held: SaidDate | null;
  readonly document: Named | null;
  readonly agenda: number | null;
  readonly minutes: string | null;
  readonly minutes_revision: number | null;
}

export interface ItemRow {
  readonly type: "item";
  readonly item: string;
  readonly number: string;
  readonly title: Words;
}

export interface EdgeRow {
  readonly type: "edge";
  readonly kind: string;
  readonly other: Place;
}
