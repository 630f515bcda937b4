/** A frame with what was too long for it, read where it says: rows at their `href`, events at their `dataref`. Fetched when needed. */

import type { CloudEvent, Events, Row, RowsChanged, Snap } from "./messages.ts";

type Headers = Readonly<Record<string, string>>;

export async function whole<M extends Snap | RowsChanged | Events>(message: M, socket: string, headers: Headers): Promise<M> {
  const read = async (href: string): Promise<unknown> => {
    const answer = await fetch(new URL(href, socket.replace(/^ws/, "http")), { headers });
    if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
    return answer.json();
  };
  if (message.op === "evs") {
    const events: CloudEvent[] = [];
    for (const each of message.events) {
      const page = each.dataref === undefined ? [each] : ((await read(each.dataref)) as CloudEvent[]);
      events.push(...page.filter(({ id }) => id === each.id));
    }
    return { ...message, events };
  }
  const rows: Record<string, Row> = {};
  for (const [key, href] of Object.entries(message.href ?? {})) {
    Object.assign(rows, { [key]: ((await read(href)) as { rows: Record<string, Row> }).rows[key] });
  }
  return message.op === "snap"
    ? { ...message, rows: { ...message.rows, ...rows } }
    : { ...message, set: { ...message.set, ...rows } };
}
