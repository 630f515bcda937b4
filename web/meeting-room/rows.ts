/** The rows of the topics `{scope}/meeting/{name}` and `{scope}/people`, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";

/** Words of the record. Null: not given, or erased. */
type Words = string | null;

export interface MeetingRow {
  readonly type: "meeting";
  readonly phase: "called" | "in-session" | "adjourned" | "cancelled" | "reported";
  readonly body: Named;
  readonly place: Words;
  /** To a virtual meeting; null also for whoever does not come to it. */
  readonly link: Words;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  /** The name of the item under discussion. */
  readonly floor: string | null;
  readonly adjourned_at: string | null;
  readonly paused: boolean;
}

export interface AgendaRow {
  readonly type: "agenda";
  /** The last that was sent; 0: none yet. */
  readonly revision: number;
  readonly sent_at: string | null;
  /** Whether it has changed since; null where that is not the reader's to know. */
  readonly unsent: boolean | null;
  readonly adopted_at: string | null;
}

export interface ItemRow {
  readonly type: "item";
  readonly number: string;
  readonly title: Words;
  readonly summary: Words;
  readonly case: Words;
  readonly presenters: readonly Named[];
  readonly from_at: string | null;
  readonly to_at: string | null;
  readonly state: "planned" | "discussed" | "settled" | "postponed" | "withdrawn";
  readonly taken_up_at: string | null;
  readonly settled_at: string | null;
  /** Held behind closed doors. */
  readonly shut: boolean;
  /** This reader sees the outline only. */
  readonly hidden: boolean;
  readonly order: number;
}

/** An earlier decision that an item rests on: in the record, or as a paper cites it. */
export interface BasisRow {
  readonly type: "basis";
  readonly decision: { readonly stream: Named; readonly decision: string } | null;
  readonly who: Words;
  readonly on: { readonly earliest: string; readonly latest: string; readonly words: Words } | null;
  readonly words: Words;
}

export interface RecommendationRow {
  readonly type: "recommendation";
  readonly number: string;
  /** What the body is to do with it: discuss, decide, approve, appoint, note. */
  readonly asks: string;
  readonly text: Words;
  readonly only_if: string | null;
  readonly answered_by: string | null;
}

export interface DecisionRow {
  readonly type: "decision";
  readonly number: string;
  readonly outcome: string;
  readonly standing: "in-effect" | "waiting" | "fallen" | "superseded";
  readonly position: number;
  /** Where it was made; `position` moves with what becomes of it. */
  readonly recorded_position: number;
  readonly decided_at: string;
  readonly text: Words;
  readonly answers: readonly string[];
  readonly waits_for: readonly Named[];
  readonly hidden: boolean;
}

export interface QuestionRow {
  readonly type: "question";
  readonly position: number;
  readonly text: Words;
  readonly conclusion: string | null;
  readonly conclusion_text: Words;
  readonly raised_by: Named | null;
  readonly order: number;
}

export interface PointRow {
  readonly type: "point";
  readonly position: number;
  readonly sort: string;
  readonly text: Words;
  readonly stance: string | null;
  readonly who: Named | null;
  readonly who_group: Words;
  readonly to: Named | null;
  readonly to_group: Words;
}

/** What else is told of an item: an extract of a closed one, why it was reopened, withdrawn. */
export interface ItemNoteRow {
  readonly type: "note";
  readonly sort: string;
  readonly text: Words;
}

/** A guest of the meeting, or of one item. */
export interface GuestRow {
  readonly type: "guest";
  readonly person: Named;
  readonly item: string | null;
  readonly of_body: Named | null;
  readonly attended_at: string | null;
}

export interface AttachmentRow {
  readonly type: "attachment";
  readonly name: Words;
  /** Null: the paper is named, and its file is not here. */
  readonly sha256: string | null;
  readonly size_bytes: number | null;
}

/** Formal attendance; `SeatRow` of the people view says whose seat it is. */
export interface PresentRow {
  readonly type: "seat";
  readonly seat: string;
  readonly person: Named;
}

export interface SaidRow {
  readonly type: "said";
  readonly n: number;
  readonly at: string;
  readonly position: number;
  readonly item: string | null;
  readonly da: string;
  readonly en: string;
}

/** Of the people view: `body/{name}/seat/{seat}`. */
export interface SeatRow {
  readonly type: "seat";
  readonly voice: string;
  readonly party: Named | null;
  readonly role: Words;
  readonly chairs_for: string | null;
  readonly substitutes?: readonly { readonly person: Named }[];
}
