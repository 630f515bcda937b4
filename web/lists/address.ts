/** Which list of which cluster an address is of, and as of when. */

const PATH = /^\/([a-z0-9-]{1,40})\/([a-z]+)(?:\/([a-z0-9-]{1,80}))?\/?$/;

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

export interface ListAddress {
  readonly scope: string;
  readonly sheet: Sheet;
  /** Of the meeting whose minutes they are; empty for a list. */
  readonly name: string;
  readonly topics: readonly string[];
  /** A position or a time; null is now. */
  readonly at: string | null;
  /** Only what the reader owes. */
  readonly mine: boolean;
}

/** Null: not the address of a list. */
export function listAddressOf({ pathname, search }: { pathname: string; search: string }): ListAddress | null {
  const [, scope, sheet, name = ""] = PATH.exec(pathname) ?? [];
  if (scope === undefined || sheet === undefined || !isSheet(sheet)) return null;
  const query = new URLSearchParams(search);
  const topics = TOPICS[sheet].map((topic) => `${scope}/${topic.replace("{name}", name)}`);
  // A plus sign in an address means a blank, and a moment is written with one: 18:20+02:00.
  const at = query.get("at")?.replace(" ", "+") ?? null;
  return { scope, sheet, name, topics, at, mine: query.has("mine") };
}

function isSheet(name: string): name is Sheet {
  return Object.hasOwn(TOPICS, name);
}

const SHEET_OF: Record<string, Sheet> = {
  referral: "henvendelser",
  condition: "forudsaetninger",
  action: "opgaver",
  mandate: "kompetencer",
  document: "dokumenter",
  body: "forum",
};

/** Where a stream stands in a list; null where no list shows it. */
export function listOf(stream: string): string | null {
  const [scope, kind = "", name] = stream.split("/");
  const sheet = SHEET_OF[kind];
  return sheet === undefined ? null : `/${scope}/${sheet}#${name}`;
}
