/** Messages in their order, though a row or an event that was too long for one of them must first be read elsewhere. */

import type { Events, FromServer, RowsChanged, Snap } from "./messages.ts";

export interface Held {
  readonly take: (message: FromServer) => void;
  /** Nothing that waits is passed on any more. */
  readonly drop: () => void;
}

const lacks = (message: FromServer): message is Snap | RowsChanged | Events =>
  "href" in message || (message.op === "evs" && message.events.some((each) => each.dataref));

export function held(
  url: string,
  headers: Readonly<Record<string, string>>,
  pass: (message: FromServer) => void,
  failed: () => void,
): Held {
  let waiting = 0;
  let last = Promise.resolve();
  let dropped = false;
  const next = async (before: Promise<void>, message: FromServer): Promise<void> => {
    await before;
    const all = lacks(message) ? await (await import("./whole.ts")).whole(message, url, headers) : message;
    waiting -= 1;
    if (!dropped) pass(all);
  };
  const take = (message: FromServer): void => {
    if (waiting === 0 && !lacks(message)) return pass(message);
    waiting += 1;
    last = next(last, message).catch(() => (dropped ? undefined : failed()));
  };
  return { take, drop: () => void (dropped = true) };
}
