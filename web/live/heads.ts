/** How much of the record is sealed, and witnessed, before the first heartbeat tells it: of a page of the past none comes. */

import type { Signal } from "@preact/signals";
import type { Heartbeat } from "../../clients/ts/messages.ts";

/** A heartbeat that came meanwhile knows better. */
export async function lookAtHeads(heartbeat: Signal<Heartbeat | null>): Promise<void> {
  const [sealed, witnessed] = await Promise.all([sizeOf("sealed"), sizeOf("witnessed")]);
  if (heartbeat.peek() === null) heartbeat.value = { op: "hb", heads: {}, sealed, witnessed };
}

/** The second line of a signed head is how many events are under it. Null: nothing is signed yet, or there is no answer. */
async function sizeOf(state: string): Promise<number | null> {
  try {
    const answer = await fetch(`/v1/checkpoint?state=${state}`);
    const note = await answer.text();
    return answer.status === 200 ? Number(note.split("\n")[1]) : null;
  } catch {
    return null;
  }
}
