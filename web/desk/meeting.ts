/** The meeting as its secretary needs it: what is next, what lacks an outcome, how late it is. Rows in, answers out. */

import type { Store } from "../live/store.ts";
import type { ItemRow, RecommendationRow } from "../meeting-room/rows.ts";

const MINUTE_MS = 60_000;

/** The next item that has not been discussed, by the order of the agenda. */
export function nextItem(store: Store, items: readonly string[], floor: string | null): string | null {
  const planned = items.filter((key) => key !== floor && store.row<ItemRow>(key).value?.state === "planned");
  const after = floor === null ? -1 : items.indexOf(floor);
  return planned.find((key) => items.indexOf(key) > after) ?? planned[0] ?? null;
}

/** Recommendations of an item that no decision answers. */
export function unanswered(store: Store, item: string): readonly RecommendationRow[] {
  return store.under(`${item}/recommendation/`).value.flatMap((key) => {
    const row = store.row<RecommendationRow>(key).value;
    return row === null || row.answered_by !== null ? [] : [row];
  });
}

/** How much later than planned an item was begun. */
export function minutesLate({ from_at, taken_up_at }: ItemRow): number {
  if (from_at === null || taken_up_at === null) return 0;
  return Math.max(0, Math.floor((Date.parse(taken_up_at) - Date.parse(from_at)) / MINUTE_MS));
}

/** `item/middelfart` as the record names it: `middelfart`. */
export function itemName(key: string): string {
  return key.slice("item/".length);
}

/** The number of a new item: one more than the highest there is. */
export function nextItemNumber(numbers: readonly string[]): string {
  return String(Math.max(0, ...numbers.map(Number).filter((number) => !Number.isNaN(number))) + 1);
}

/** The agenda with one item a step further up or down; null where it is at the end. */
export function moved(items: readonly string[], item: string, step: number): readonly string[] | null {
  const from = items.indexOf(item);
  const to = from + step;
  if (from === -1 || to < 0 || to >= items.length) return null;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
