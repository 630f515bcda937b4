/** Seats as people speak of them. */

import { words } from "../words/words.ts";

const CHAIR = "chair";
/** Chairs first, then those who decide, then those who advise and look on; the secretariat last. */
const RANKS = [CHAIR, "vote", "adviser", "observer", "support", "secretariat"];

/** The key of a seat in the people view. */
export function seatKey(body: string, seat: string): string {
  return `body/${body.split("/").at(-1)}/seat/${seat}`;
}

export function roleName(voice: string, chairsFor: string | null): string {
  return words.roles[chairsFor === null ? voice : CHAIR] ?? voice;
}

export function rank(voice: string, chairsFor: string | null): number {
  const place = RANKS.indexOf(chairsFor === null ? voice : CHAIR);
  return place === -1 ? RANKS.length : place;
}
