/** The draft of the minutes: first what was written at the table, then what the secretary makes of it. */

import type { Missing, Ready } from "../forms/form.ts";

export interface Said {
  readonly points: readonly string[];
  readonly questions: readonly string[];
  readonly decisions: readonly string[];
}

/** What is proposed for an item: what was said, what was asked, what was decided, a paragraph each. */
export function proposed({ points, questions, decisions }: Said): string {
  return [points, questions, decisions].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}

export type Texts = Readonly<Record<string, string>>;

export interface DraftValues {
  /** By the item's name. */
  readonly texts: Texts;
  readonly reason: string;
  /** The version of the minutes that the writer began from; 0 where there were none. */
  readonly from: number;
}

export interface DraftPlace {
  readonly minutes: string;
  readonly meeting: string;
  /** The reason is asked for where a published revision is corrected. */
  readonly revises: boolean;
}

export function draftCommand(
  { texts, reason, from }: DraftValues,
  place: DraftPlace,
  lacks: { readonly text: string; readonly reason: string },
): Ready | Missing {
  const written = Object.entries(texts)
    .map(([item, text]) => ({ item, text: text.trim() }))
    .filter(({ text }) => text !== "");
  if (written.length === 0) return { missing: { texts: lacks.text } };
  if (place.revises && reason.trim() === "") return { missing: { reason: lacks.reason } };
  const body = place.revises ? { reason: reason.trim(), texts: written } : { meeting: place.meeting, texts: written };
  return {
    stream: place.minutes,
    verb: place.revises ? "revise" : "draft",
    body,
    ...(from === 0 ? {} : { ifMatch: from }),
  };
}

/** Both texts in one, for whoever wants to make one of them. */
export function together(mine: string, other: string): string {
  return mine.trim() === other.trim() ? mine : `${mine.trim()}\n\n${other.trim()}`;
}

/** The items of which somebody else has written something else meanwhile. */
export function apart(mine: Texts, standing: Texts): readonly string[] {
  return Object.keys(mine).filter((item) => {
    const other = standing[item] ?? "";
    return other !== "" && other.trim() !== (mine[item] ?? "").trim();
  });
}
