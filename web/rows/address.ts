/** Which page of rows an address is of, and as of when. */

const PATH = /^\/([a-z0-9-]{1,40})(?:\/([a-z]+)(?:\/([a-z0-9-]{1,80}))?)?\/?$/;

export interface SheetAddress<S extends string> {
  readonly scope: string;
  readonly sheet: S;
  /** Of the one thing that is shown; empty for a list. */
  readonly name: string;
  readonly topics: readonly string[];
  /** A position or a time; null is now. */
  readonly at: string | null;
}

/** `topics`: each page by its word, with what it shows, the first its own; `{name}` is of the address. Null: none of them. */
export function sheetAddressOf<S extends string>(
  { pathname, search }: { pathname: string; search: string },
  topics: Readonly<Record<S, readonly string[]>>,
): SheetAddress<S> | null {
  const [, scope, sheet = "", name = ""] = PATH.exec(pathname) ?? [];
  if (scope === undefined || !isOf(sheet, topics)) return null;
  const shown = topics[sheet].map((topic) => `${scope}/${topic.replace("{name}", name)}`);
  // A plus sign in an address means a blank, and a moment is written with one: 18:20+02:00.
  const at = new URLSearchParams(search).get("at")?.replace(" ", "+") ?? null;
  return { scope, sheet, name, topics: shown, at };
}

function isOf<S extends string>(sheet: string, topics: Readonly<Record<S, unknown>>): sheet is S {
  return Object.hasOwn(topics, sheet);
}
