/** A frame with the rows that were too long for it, read where it says they are. Fetched when there is one. */

import type { Row, RowsChanged, Snap } from "./messages.ts";

export async function whole(
  message: Snap | RowsChanged,
  socket: string,
  headers: Readonly<Record<string, string>>,
): Promise<Snap | RowsChanged> {
  const rows: Record<string, Row> = {};
  for (const [key, href] of Object.entries(message.href ?? {})) {
    const answer = await fetch(new URL(href, socket.replace(/^ws/, "http")), { headers });
    if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
    Object.assign(rows, { [key]: ((await answer.json()) as { rows: Record<string, Row> }).rows[key] });
  }
  return message.op === "snap"
    ? { ...message, rows: { ...message.rows, ...rows } }
    : { ...message, set: { ...message.set, ...rows } };
}
