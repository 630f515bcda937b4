/** Which list of which cluster an address is of, and where a stream stands on a page. */

import { sheetAddressOf } from "../rows/address.ts";
import type { SheetAddress } from "../rows/address.ts";

/** Each list by its address: the topics it shows, the first of them its own. A `{name}` is of the address. */
export const TOPICS = {
  moeder: ["meetings"],
  beslutninger: ["decisions", "meetings"],
  forudsaetninger: ["conditions", "meetings"],
  henvendelser: ["referrals", "meetings"],
  opgaver: ["actions", "meetings"],
  forum: ["people"],
  kompetencer: ["mandates"],
  dokumenter: ["documents"],
  krav: ["compliance", "meetings"],
  referat: ["minutes/{name}", "meetings"],
} as const satisfies Record<string, readonly string[]>;

export type Sheet = keyof typeof TOPICS;

export interface ListAddress extends SheetAddress<Sheet> {
  /** Only what the reader owes. */
  readonly mine: boolean;
}

/** Null: not the address of a list. */
export function listAddressOf(location: { pathname: string; search: string }): ListAddress | null {
  const address = sheetAddressOf(location, TOPICS);
  return address === null ? null : { ...address, mine: new URLSearchParams(location.search).has("mine") };
}

const SHEET_OF: Record<string, string> = {
  referral: "henvendelser",
  condition: "forudsaetninger",
  action: "opgaver",
  mandate: "kompetencer",
  document: "dokumenter",
  body: "forum",
  application: "ansoegninger",
  agreement: "aftaler",
  indicator: "indikatorer",
  "pathway-audit": "laering",
  "financing-key": "puljer",
};

/** Streams that have a page of their own. */
const PAGE_OF: Record<string, string> = { initiative: "indsats", fund: "pulje", meeting: "moede" };

/** Where a stream stands: a page of its own, or its row in a list; null where no page shows it. */
export function listOf(stream: string): string | null {
  const [scope, kind = "", name] = stream.split("/");
  const [page, sheet] = [PAGE_OF[kind], SHEET_OF[kind]];
  if (kind === "plan") return `/${scope}/handleplan`;
  if (page !== undefined) return `/${scope}/${page}/${name}`;
  return sheet === undefined ? null : `/${scope}/${sheet}#${name}`;
}
