/** When to come back after a connection has ended. Pure. */

import type { Bye, Retry } from "./messages.ts";

export type Return = "never" | "at-once" | "later";

export const SERVICE_RESTART = 1012;
export const UNAUTHENTICATED = 4001;

/** What a close code asks for; the ranges make a table of codes unnecessary. */
export function returnAfter(code: number): Return {
  if (code >= 4000 && code < 4100) return "never";
  if (code >= 4200 && code < 4300) return "at-once";
  return "later";
}

/** Full jitter: anything below a ceiling that doubles, so that a thousand clients do not come back as one. */
export function backOffMs(tries: number, retry: Retry, random: () => number): number {
  return random() * Math.min(retry.max_ms, retry.min_ms * 2 ** tries);
}

/** The server said goodbye and named a time. */
export function byeMs(bye: Bye, random: () => number): number {
  return bye.retry.after_ms + random() * bye.retry.jitter_ms;
}
