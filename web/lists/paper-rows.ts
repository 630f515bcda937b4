/** The rows of papers, the minutes among them, as they are shown to a reader. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Place, SaidClaim, SaidDate, Words } from "../rows/rows.ts";

export interface DocumentRow {
  readonly type: "document";
  readonly document: Named;
  readonly direction: string;
  readonly subject: Words;
  readonly dated: SaidDate | null;
  readonly journal_number: string | null;
  readonly party: Named | null;
  readonly outside: Words;
  readonly withdrawn: boolean;
}

export interface DocumentEndRow {
  readonly type: "end";
  readonly reason: Words;
}

export interface CorrectionRow {
  readonly type: "correction";
  readonly claim: SaidClaim;
  readonly reason: Words;
}

export interface StatementRow {
  readonly type: "statement";
  readonly number: string;
  readonly locator: string;
  readonly claim: SaidClaim;
  readonly words: Words;
  readonly about: Named | null;
}

export interface DoubtRow {
  readonly type: "doubt";
  readonly doubt: string;
  readonly text: Words;
  readonly read_as: SaidClaim | null;
  readonly other: Place | null;
}

export interface MinutesRow {
  readonly type: "minutes";
  readonly meeting: Named;
  readonly state: string;
  readonly revision: number;
  readonly answer_by: string | null;
  readonly published: number | null;
  readonly published_at: string | null;
  readonly reason: Words;
}

export interface TextRow {
  readonly type: "text";
  readonly item: string;
  readonly revision: number;
  readonly text: Words;
}

export interface CommentRow {
  readonly type: "comment";
  readonly item: string;
  readonly by: Named;
  readonly at: string;
  readonly text: Words;
  readonly answer: Words;
  readonly answered: boolean;
}

export interface ApprovalRow {
  readonly type: "approval";
  readonly revision: number;
  readonly seat: string;
  readonly person: Named;
}

export interface NoteRow {
  readonly type: "note";
  readonly item: string;
  readonly at: string;
  readonly text: Words;
}

export interface CounterRow {
  readonly type: "counter";
  readonly at: Place | null;
  readonly text: Words;
}
