/** Agreements, indicators, learning and the estate; of agreements for which party, and on which day. */

import { sheetAddressOf } from "../rows/address.ts";
import type { SheetAddress } from "../rows/address.ts";

export const TOPICS = {
  aftaler: ["agreements-in-force", "meetings"],
  indikatorer: ["indicators", "meetings"],
  laering: ["learning", "meetings"],
  bo: ["estate", "meetings"],
} as const;

export interface Asked {
  /** Null: all of them. */
  readonly party: string | null;
  /** Null: today. */
  readonly on: string | null;
}

export function agreementsAddressOf(location: {
  pathname: string;
  search: string;
}): SheetAddress<keyof typeof TOPICS> | null {
  return sheetAddressOf(location, TOPICS);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function askedIn(search: string): Asked {
  const query = new URLSearchParams(search);
  const on = query.get("on");
  return { party: query.get("party") || null, on: on !== null && DAY.test(on) ? on : null };
}

/** The same page for a party, on a day, as was known on a day; what is empty is not asked. */
export function asking(
  { pathname, search }: { pathname: string; search: string },
  { party, on, at }: { party: string; on: string; at: string },
): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries({ party, on, at })) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return pathname + (text === "" ? "" : `?${text}`);
}
