/** What the record answers about its own history. */

import type { Named, Row } from "../../clients/ts/messages.ts";
import type { AllocationRow, EarmarkRow, PostingRow } from "../funds/rows.ts";
import { ask } from "../live/ask.ts";
import type { Place } from "../rows/rows.ts";
import type { Entry } from "./trail.ts";

export interface RowVersion {
  readonly position: number;
  readonly at: string;
  /** Null: from here on there was no such row. */
  readonly row: Row | null;
  /** What changed it; null where that is not for the reader. */
  readonly event: Entry | null;
}

export interface RowVersions {
  readonly topic: string;
  readonly key: string;
  readonly position: number;
  /** Oldest first. */
  readonly versions: readonly RowVersion[];
  readonly next: number | null;
}

export interface Difference {
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
  readonly events: readonly number[];
}

export interface Comparison {
  readonly topic: string;
  readonly from_position: number;
  readonly to_position: number;
  readonly rows: readonly Difference[];
  readonly sentences: readonly Entry[];
  readonly next: string | null;
}

export interface WayThing {
  readonly key: string;
  readonly place: Place;
  readonly away: number;
}

export interface WayStep {
  readonly kind: string;
  readonly earlier: string;
  readonly later: string;
  readonly position: number | null;
}

export interface WayTold {
  readonly position: number;
  /** The first is the one asked for. */
  readonly things: readonly WayThing[];
  readonly steps: readonly WayStep[];
  readonly whole: boolean;
}

export interface KronePosting {
  readonly fund: string;
  /** Of its row in the fund. */
  readonly key: string;
  readonly row: PostingRow;
}

export interface KroneStep {
  /** `{fund}|{key}`, as the later one. */
  readonly earlier: string;
  readonly later: string;
  readonly account: string;
  readonly at_most_oere: number;
}

export interface KroneTold {
  readonly fund: Named;
  readonly position: number;
  /** The first is the one asked for. */
  readonly postings: readonly KronePosting[];
  readonly steps: readonly KroneStep[];
  /** Earmarks and allocations it was held or granted as, by `{fund}|{key}`. */
  readonly held: Readonly<Record<string, EarmarkRow | AllocationRow>>;
  readonly whole: boolean;
}

export interface Hit {
  readonly position: number;
  readonly at: string;
  readonly stream: Named;
  readonly da: string;
  readonly en: string;
  /** A field of the event, or `sentence`. */
  readonly where: string;
  readonly excerpt: string;
  readonly words: readonly string[];
}

export interface Hits {
  readonly position: number;
  readonly hits: readonly Hit[];
  readonly next: number | null;
}

type Asked = Readonly<Record<string, string | number | null>>;

function asking<A>(path: string, asked: Asked): Promise<A> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, String(value));
  return ask<A>(`/v1/${path}?${query.toString()}`);
}

export function versionsOf(topic: string, key: string, after: number | null): Promise<RowVersions> {
  return asking(`${topic}/history`, { key, after });
}

export function compared(topic: string, from: string, to: string | null, after: string | null): Promise<Comparison> {
  return asking(`${topic}/compare`, { from, to, after });
}

export function wayOf(scope: string, of: string, back: boolean, at: string | null): Promise<WayTold> {
  return asking(`${scope}/lineage/way`, { of, direction: back ? "back" : "forth", at });
}

/** `posting`: the key of its row. */
export function kroneOf(fund: string, posting: string, back: boolean, at: string | null): Promise<KroneTold> {
  return asking(`${fund}/krone`, { posting: posting.split("/")[1] ?? "", direction: back ? "back" : "forth", at });
}

export function found(scope: string, sought: string, at: string | null, after: number | null): Promise<Hits> {
  return asking(`${scope}/search`, { q: sought, at, after });
}
