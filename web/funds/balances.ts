/** What was free after each posting, as points of a line that never goes back in time. */

import { dayIn } from "../forms/days.ts";
import type { Balance } from "../plots/BalancePlot.tsx";
import type { PostingRow } from "./rows.ts";

type Posted = Pick<PostingRow, "at" | "booked_on" | "free_oere">;

export function balancesOf(postings: readonly Posted[]): readonly Balance[] {
  let latest = "";
  return postings.map(({ at, booked_on, free_oere }) => {
    const day = booked_on ?? dayIn(at);
    latest = day > latest ? day : latest;
    return { day: latest, oere: free_oere };
  });
}
