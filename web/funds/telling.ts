/** What is read aloud of news in a fund. */

import type { Changes } from "../../clients/ts/messages.ts";
import { format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import type { PostingRow } from "./rows.ts";

/** A posting: what, how much, and for whom. */
export function tellPosting(set: Changes): string | null {
  const row = Object.values(set).find((each) => each?.type === "posting") as PostingRow | undefined;
  if (row === undefined) return null;
  const amount = row.amount_oere === null ? null : format.amount(row.amount_oere);
  return money.fund.told(money.fund.what[row.what] ?? row.what, amount, row.party?.name ?? null);
}
