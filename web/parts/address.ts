/** Where you are stands in the address and nowhere else: which meeting, as of when, and at which item. */

const PATH = /^\/([a-z0-9-]{1,40})\/(?:moede|skrivebord)\/([a-z0-9-]{1,80})\/?$/;
const ITEM = /^#punkt-(.+)$/;

export interface Address {
  readonly scope: string;
  readonly topic: string;
  readonly people: string;
  /** A position or a time; null is now. */
  readonly at: string | null;
}

/** Null: not the address of a meeting. */
export function addressOf({ pathname, search }: { pathname: string; search: string }): Address | null {
  const [, scope, name] = PATH.exec(pathname) ?? [];
  if (scope === undefined || name === undefined) return null;
  // A plus sign in an address means a blank, and a moment is written with one: 18:20+02:00.
  const at = new URLSearchParams(search).get("at")?.replace(" ", "+") ?? null;
  return { scope, topic: `${scope}/meeting/${name}`, people: `${scope}/people`, at };
}

/** The page of a meeting's topic. */
export function pageOf(topic: string): string {
  const [scope, , name] = topic.split("/");
  return `/${scope}/moede/${name}`;
}

/** The secretary's desk of a meeting's topic. */
export function deskOf(topic: string): string {
  const [scope, , name] = topic.split("/");
  return `/${scope}/skrivebord/${name}`;
}

export function itemNumberIn(hash: string): string | null {
  const number = ITEM.exec(hash)?.[1];
  return number === undefined ? null : decodeURIComponent(number);
}

export function hashOf(itemNumber: string): string {
  return `#punkt-${encodeURIComponent(itemNumber)}`;
}

/** The same page as it was at a position, or with null as it is now. */
export function asOf(at: number | null, { pathname, search }: { pathname: string; search: string }): string {
  const query = new URLSearchParams(search);
  if (at === null) query.delete("at");
  else query.set("at", String(at));
  const text = query.toString();
  return pathname + (text === "" ? "" : `?${text}`);
}
