/** The guests of a meeting: of all of it, and of its items. */

import { itemsOf } from "./agenda.ts";
import type { Store } from "../live/store.ts";
import type { GuestRow } from "./rows.ts";

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
