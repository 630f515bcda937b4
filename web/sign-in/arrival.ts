/**
 * What a reader arrives with. A one-use code in the fragment is taken out of the address before it is used, so that it
 * is neither kept in the history nor sent on with a link.
 */

import { Refusal } from "../live/ask.ts";
import { currentSession, redeem } from "../live/session.ts";
import type { Session } from "../live/session.ts";
import { localPath } from "./landing.ts";

const CODE = /^#kode=(.+)$/;

export type Arrival =
  | { readonly kind: "signed-in"; readonly session: Session }
  | { readonly kind: "signed-out" }
  | { readonly kind: "code-refused"; readonly reason: string | null }
  | { readonly kind: "no-answer" };

export interface Arrived {
  /** The page to go on to, of this site. */
  readonly next: string | null;
  readonly expired: boolean;
  /** The code of what went wrong on the way back from the issuer. */
  readonly fault: string | null;
  readonly arrival: Promise<Arrival>;
}

function arrive(): Arrived {
  const query = new URLSearchParams(location.search);
  const code = CODE.exec(location.hash)?.[1];
  if (code !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return {
    next: localPath(query.get("next"), location.origin),
    expired: query.get("aarsag") === "udloebet",
    fault: query.get("fejl"),
    arrival: code === undefined ? recognised() : redeemed(decodeURIComponent(code)),
  };
}

async function recognised(): Promise<Arrival> {
  try {
    const session = await currentSession();
    return session === null ? { kind: "signed-out" } : { kind: "signed-in", session };
  } catch {
    return { kind: "no-answer" };
  }
}

async function redeemed(code: string): Promise<Arrival> {
  try {
    return { kind: "signed-in", session: await redeem(code) };
  } catch (error) {
    if (!(error instanceof Refusal)) return { kind: "no-answer" };
    // A code used already by this very browser, on a reload, is no reason to stop.
    const known = await recognised();
    return known.kind === "signed-in" ? known : { kind: "code-refused", reason: error.problem.detail ?? null };
  }
}

export const arrived = arrive();
// A link opened in a tab that stands here already changes the fragment and loads nothing.
addEventListener("hashchange", () => {
  if (CODE.test(location.hash)) location.reload();
});
