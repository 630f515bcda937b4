/** Where one is in history: at which moment, and what is looked at there. All of it stands in the address. */

const PATH = /^\/([a-z0-9-]{1,40})\/historik\/?$/;

/** The parts of the page, by their word in the address. */
export const PARTS = ["tid", "forskel", "soeg", "raekke", "vej", "krone"] as const;
export type Part = (typeof PARTS)[number];

export interface HistoryAddress {
  readonly scope: string;
  readonly part: Part;
  /** A position, a time or a day; null is now. */
  readonly at: string | null;
  /** Between which moments, and of which topic, rows are compared. */
  readonly from: string | null;
  readonly to: string | null;
  readonly topic: string | null;
  /** Of the row whose history is shown. */
  readonly key: string | null;
  /** The thing whose way is shown, as the lineage of the scope names it: `meeting/x/decision/3.4`. */
  readonly of: string | null;
  readonly back: boolean;
  readonly sought: string | null;
  readonly body: string | null;
  readonly person: string | null;
  readonly kind: string | null;
}

/** What each of them is called in the address. */
const NAMES = {
  part: "vis",
  at: "at",
  from: "fra",
  to: "til",
  topic: "emne",
  key: "noegle",
  of: "af",
  back: "retning",
  sought: "q",
  body: "forum",
  person: "person",
  kind: "slags",
} as const;
const BACK = "tilbage";

type Named = keyof typeof NAMES;

/** Null: not the address of a history. */
export function historyAddressOf({ pathname, search }: { pathname: string; search: string }): HistoryAddress | null {
  const scope = PATH.exec(pathname)?.[1];
  if (scope === undefined) return null;
  const query = new URLSearchParams(search);
  const text = (name: Named): string | null => query.get(NAMES[name]) || null;
  // A plus sign in an address means a blank, and a moment is written with one: 18:20+02:00.
  const moment = (name: Named): string | null => text(name)?.replace(" ", "+") ?? null;
  return {
    scope,
    part: PARTS.find((each) => each === text("part")) ?? "tid",
    at: moment("at"),
    from: moment("from"),
    to: moment("to"),
    topic: text("topic"),
    key: text("key"),
    of: text("of"),
    back: text("back") === BACK,
    sought: text("sought"),
    body: text("body"),
    person: text("person"),
    kind: text("kind"),
  };
}

export type Change = Readonly<Partial<Record<Exclude<Named, "back">, string | null>>> & { readonly back?: boolean };

/** The address with some of it changed; what is null or empty is left out. */
export function changed({ pathname, search }: { pathname: string; search: string }, change: Change): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change) as [Named, string | boolean | null | undefined][]) {
    const told = name === "back" && typeof value === "boolean" ? (value ? BACK : "") : value;
    if (told === null || told === undefined || told === "") query.delete(NAMES[name]);
    else query.set(NAMES[name], String(told));
  }
  const text = query.toString();
  return pathname + (text === "" ? "" : `?${text}`);
}

/** The address of a scope's history, from anywhere. */
export function historyOf(scope: string, change: Change): string {
  return changed({ pathname: `/${scope}/historik`, search: "" }, change);
}

const POSITION = /^\d{1,15}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether something can be a moment: the record says whether it is. */
export function isMoment(text: string): boolean {
  return POSITION.test(text) || MOMENT.test(text);
}
