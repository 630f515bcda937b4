/** The guests of a meeting: of all of it, and of its items. */

import { itemsOf } from "./agenda.ts";
import type { Store } from "../live/store.ts";
import type { Room } from "./room.ts";
import type { GuestRow, ItemRow } from "./rows.ts";
import { words } from "../words/words.ts";

export interface Guest extends GuestRow {
  readonly key: string;
}

/** First those of the whole meeting, then item by item. */
export function guestsOf(store: Store): readonly Guest[] {
  const places = ["guest/", ...itemsOf(store).value.map((item) => `${item}/guest/`)];
  return places.flatMap((place) =>
    store.under(place).value.flatMap((key) => {
      const row = store.row<GuestRow>(key).value;
      return row === null ? [] : [{ ...row, key }];
    }),
  );
}

/** Whether the reader is a guest and has no seat here; of an item: at that one. */
export function isGuest(room: Room, itemKey: string | null = null): boolean {
  const person = room.session.value?.person.id;
  if (person === undefined || room.role.value !== null) return false;
  return guestsOf(room.meeting).some(
    (guest) => guest.person.id === person && (itemKey === null || guest.item === null || `item/${guest.item}` === itemKey),
  );
}

/** Whether an item that the reader is a guest at is still to come. */
export function waitsAsGuest(room: Room): boolean {
  return itemsOf(room.meeting).value.some((key) => {
    const item = room.meeting.row<ItemRow>(key).value;
    return item !== null && item.hidden && item.state === "planned" && isGuest(room, key);
  });
}

/** What an item is called to this reader: by its title, where it is theirs to read. */
export function titleOf(room: Room, item: ItemRow, itemKey: string): string {
  if (item.title !== null) return item.title;
  if (isGuest(room, itemKey)) return words.itemOfGuest;
  return item.shut ? words.closedItem : words.itemWithoutYou;
}
