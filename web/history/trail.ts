/** The audit trail as it is told: every event of a scope as a sentence. */

import type { Named } from "../../clients/ts/messages.ts";
import { ask } from "../live/ask.ts";

export interface Entry {
  readonly position: number;
  readonly at: string;
  readonly stream: Named;
  readonly tag: string;
  readonly by: Named;
  readonly seat: string | null;
  readonly rule: string;
  readonly causation: number | null;
  readonly da: string;
  readonly en: string;
}

export interface TrailPage {
  readonly position: number;
  readonly entries: readonly Entry[];
  readonly next: number | null;
}

export interface TrailAsked {
  readonly at?: string | null;
  readonly after?: number;
  readonly order?: "oldest" | "newest";
  readonly limit?: number;
  readonly body?: string | null;
  readonly person?: string | null;
  readonly kind?: string | null;
}

export type AskTrail = (asked: TrailAsked) => Promise<TrailPage>;

export function trailOf(scope: string): AskTrail {
  return (asked) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) if (value != null) query.set(name, String(value));
    return ask<TrailPage>(`/v1/${scope}/audit-trail?${query.toString()}`);
  };
}

/** A page may be empty because the record was long there: so often it is gone on from there. */
const LOOKS_MAX = 20;

/** As a page of the trail, gone on from as long as nothing at all was found. */
export async function someOf(askTrail: AskTrail, asked: TrailAsked): Promise<TrailPage> {
  let page = await askTrail(asked);
  for (let look = 1; page.entries.length === 0 && page.next !== null && look < LOOKS_MAX; look += 1) {
    page = await askTrail({ ...asked, after: page.next });
  }
  return page;
}
