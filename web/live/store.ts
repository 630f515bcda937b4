/**
 * The rows of one topic, as signals: a component reads the rows it shows, a list reads keys only, so that a change
 * repaints what changed. (One sorted list for everything took 83 s for 2,000 changes; this takes a second.)
 *
 * Nothing but the server's rows ever stands here.
 */

import { batch, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Changes, Row, Rows } from "../../clients/ts/messages.ts";
import { inDanishOrder } from "../words/order.ts";

export class Store {
  readonly #rows = new Map<string, Signal<Row | null>>();
  readonly #lists = new Map<string, Signal<readonly string[]>>();
  readonly #all = signal<readonly string[]>([]);
  #membersChanged = false;
  readonly #position = signal(0);

  /** The position up to which the rows tell everything. 0: nothing is known yet. */
  get position(): ReadonlySignal<number> {
    return this.#position;
  }

  /** One row; null while there is none. */
  row<R extends Row>(key: string): ReadonlySignal<R | null> {
    return this.#row(key) as unknown as ReadonlySignal<R | null>;
  }

  /** Every key, in Danish and numeric order: for a page that shows all of a topic. Sorted once a transaction. */
  get all(): ReadonlySignal<readonly string[]> {
    return this.#all;
  }

  /** The keys directly under a prefix that ends in `/`, in Danish and numeric order. */
  under(prefix: string): ReadonlySignal<readonly string[]> {
    let list = this.#lists.get(prefix);
    if (list === undefined) {
      const keys = [...this.#rows].filter(([key, row]) => prefixOf(key) === prefix && row.peek() !== null);
      list = signal(keys.map(([key]) => key).sort(inDanishOrder));
      this.#lists.set(prefix, list);
    }
    return list;
  }

  /** All rows there are, for topics that are short; it is read anew with every change. */
  rows(): readonly Row[] {
    return this.#position.value === 0 ? [] : [...this.#rows.values()].flatMap((row) => row.peek() ?? []);
  }

  /** The rows of a transaction. False: it was known already, and is ignored. */
  apply(set: Changes, position: number): boolean {
    if (position <= this.#position.peek()) return false;
    batch(() => {
      for (const [key, row] of Object.entries(set)) this.#set(key, row);
      this.#list();
      this.#position.value = position;
    });
    return true;
  }

  /** All rows as of a position; what is not among them is gone. */
  replace(rows: Rows, position: number): void {
    batch(() => {
      for (const key of this.#rows.keys()) if (!(key in rows)) this.#set(key, null);
      for (const [key, row] of Object.entries(rows)) this.#set(key, row);
      this.#list();
      this.#position.value = position;
    });
  }

  /** Rows, or all (null), that may not stand here a moment longer. */
  lose(keys: readonly string[] | null): void {
    batch(() => {
      for (const key of keys ?? this.#rows.keys()) this.#set(key, null);
      this.#list();
    });
  }

  /** Nothing is known any more. */
  forget(): void {
    this.replace({}, 0);
  }

  #list(): void {
    if (!this.#membersChanged) return;
    this.#membersChanged = false;
    const keys = [...this.#rows].filter(([, row]) => row.peek() !== null).map(([key]) => key);
    this.#all.value = keys.sort(inDanishOrder);
  }

  #row(key: string): Signal<Row | null> {
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = signal<Row | null>(null);
      this.#rows.set(key, row);
    }
    return row;
  }

  #set(key: string, value: Row | null): void {
    const row = this.#row(key);
    const before = row.peek();
    row.value = value;
    if ((before === null) === (value === null)) return;
    this.#membersChanged = true;
    const list = this.#lists.get(prefixOf(key));
    if (list === undefined) return;
    list.value = value === null ? list.peek().filter((other) => other !== key) : inserted(list.peek(), key);
  }
}

function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/") + 1);
}

/** By halves: comparing by Danish order is slow, and a list may hold thousands. */
function inserted(keys: readonly string[], key: string): readonly string[] {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (inDanishOrder(keys[middle] ?? "", key) > 0) to = middle;
    else from = middle + 1;
  }
  return keys.toSpliced(from, 0, key);
}
