/** Who may ask when, and the way to the form. */

import { signal } from "@preact/signals";
import { meetingOf } from "./agenda.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

/** The item whose form was asked for from elsewhere on the page. */
export const askedFor = signal<string | null>(null);

/** Whoever holds a seat in the body may ask while the item is discussed. The server decides; this saves a vain form. */
export function mayAsk(room: Room, item: string): boolean {
  if (room.past || room.role.value === null || room.floor.value !== item) return false;
  const row = room.meeting.row<ItemRow>(item).value;
  return meetingOf(room.meeting).value?.phase === "in-session" && row !== null && !row.hidden;
}

export function startQuestion(room: Room, item: string): void {
  room.open(item);
  askedFor.value = item;
}
