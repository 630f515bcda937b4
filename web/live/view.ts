/** A view over HTTP: the first picture of a topic, without waiting for a socket, and every picture of the past. */

import type { Cursor, Row, Topic } from "../../clients/ts/messages.ts";
import { ask } from "./ask.ts";

export interface View {
  readonly topic: Topic;
  readonly position: number;
  readonly cursor: Cursor;
  readonly rows: Record<string, Row>;
}

interface Page extends View {
  readonly next?: string | null;
}

export interface AsOf {
  readonly at?: string;
  readonly minPosition?: number;
  /** Only the rows whose key begins so. */
  readonly prefix?: string;
  /** A day: what holds on it. For views that answer for one. */
  readonly on?: string;
}

export async function view(topic: Topic, asOf: AsOf = {}): Promise<View> {
  const query: Record<string, string> = {};
  if (asOf.at !== undefined) query["at"] = asOf.at;
  if (asOf.minPosition !== undefined) query["min_position"] = String(asOf.minPosition);
  const part = {
    ...(asOf.prefix === undefined ? {} : { prefix: asOf.prefix }),
    ...(asOf.on === undefined ? {} : { on: asOf.on }),
  };
  const first = await page(topic, { ...query, ...part });
  const rows = { ...first.rows };
  let { next } = first;
  while (next != null) {
    // All pages of one view are of one moment, or a row could move from one to the other and be missed.
    const more = await page(topic, { ...part, at: String(first.position), after: next });
    Object.assign(rows, more.rows);
    next = more.next;
  }
  return { topic, position: first.position, cursor: first.cursor, rows };
}

function page(topic: Topic, query: Record<string, string>): Promise<Page> {
  const text = new URLSearchParams(query).toString();
  return ask<Page>(`/v1/${topic}${text === "" ? "" : `?${text}`}`);
}
