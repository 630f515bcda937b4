import type { Choice } from "../forms/fields.tsx";
import { words } from "../words/words.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

/** The items a reader may follow, by number and title; the value is the item's name. */
export function itemChoices(room: Room): readonly Choice[] {
  return room.items.value.flatMap((key) => {
    const item = room.meeting.row<ItemRow>(key).value;
    if (item === null || item.hidden) return [];
    return [{ value: key.slice("item/".length), label: words.item(item.number, item.title ?? words.closedItem) }];
  });
}
