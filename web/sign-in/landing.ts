/** Where a reader lands after signing in. */

import type { MeetingRef, Session } from "../live/session.ts";
import { pageOf } from "../parts/address.ts";
import { inLanguage } from "../words/language.ts";
import type { Language } from "../words/language.ts";

const HERE = "/log-ind";

/** A path of this site and nothing else: `//elsewhere` and `/\elsewhere` are other sites to a browser. */
export function localPath(next: string | null, origin: string): string | null {
  if (next === null || !next.startsWith("/")) return null;
  const url = new URL(next, origin);
  if (url.origin !== origin || url.pathname === HERE) return null;
  return url.pathname + url.search + url.hash;
}

const PHASES = ["in-session", "called", "adjourned"];

/** What is going on first, then what comes, the soonest first, then what was, the latest first; papers last. */
export function byNearness(a: MeetingRef, b: MeetingRef): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  const byTime = (a.starts_at ?? "").localeCompare(b.starts_at ?? "");
  return a.phase === "called" ? byTime : -byTime;
}

function rank({ phase }: MeetingRef): number {
  const place = PHASES.indexOf(phase);
  return place === -1 ? PHASES.length : place;
}

/**
 * The page asked for, or the only meeting there is; null: there is something to choose. A meeting that is known from a
 * paper only has nothing to follow, and does not make a choice of it.
 */
export function landing(session: Session, next: string | null, language: Language): string | null {
  if (next !== null) return next;
  const [meeting, another] = session.meetings.filter(({ phase }) => phase !== "reported");
  return meeting === undefined || another !== undefined ? null : inLanguage(pageOf(meeting.topic), language);
}
