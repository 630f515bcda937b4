/** Who has the page open right now. Not attendance: that is a fact of the record, this is gone with the connection. */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Connected, Presence } from "../../clients/ts/messages.ts";
import { inDanishOrder } from "../words/order.ts";

export class Online {
  /** Null: not known yet. */
  readonly people: ReadonlySignal<readonly Connected[] | null>;
  readonly #people = signal<readonly Connected[] | null>(null);

  constructor() {
    this.people = this.#people;
  }

  changed({ full, join = [], leave = [] }: Presence): void {
    const known = new Map((full ?? this.#people.peek() ?? []).map((each) => [each.person.id, each]));
    for (const each of join) known.set(each.person.id, each);
    for (const person of leave) known.delete(person);
    this.#people.value = [...known.values()].sort((a, b) => inDanishOrder(a.person.name, b.person.name));
  }
}
