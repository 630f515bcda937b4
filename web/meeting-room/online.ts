/** Who has the page open right now. Not attendance: that is a fact of the record, this is gone with the connection. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Connected, Presence } from "../../clients/ts/messages.ts";
import { inDanishOrder } from "../words/order.ts";

export class Online {
  /** Null: not known yet. Of many, those with a hand up alone. */
  readonly people: ReadonlySignal<readonly Connected[] | null>;
  /** How many there are. */
  readonly count: ReadonlySignal<number>;
  /** Those with a hand up, in the order in which the hands went up. */
  readonly hands: ReadonlySignal<readonly Connected[]>;
  readonly #people = signal<readonly Connected[] | null>(null);
  readonly #count = signal<number | null>(null);

  constructor() {
    this.people = this.#people;
    this.count = computed(() => this.#count.value ?? this.#people.value?.length ?? 0);
    this.hands = computed(() =>
      (this.#people.value ?? []).filter(({ hand }) => hand !== null).sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0)),
    );
  }

  /** Nobody tells any more: over HTTP, where no socket gets through. */
  forget(): void {
    this.#people.value = this.#count.value = null;
  }

  changed({ full, join = [], leave = [], update = [], count }: Presence): void {
    const known = new Map((full ?? this.#people.peek() ?? []).map((each) => [each.person.id, each]));
    for (const each of [...join, ...update]) known.set(each.person.id, each);
    for (const person of leave) known.delete(person);
    if (full !== undefined || count !== undefined) this.#count.value = count ?? null;
    this.#people.value = [...known.values()].sort((a, b) => inDanishOrder(a.person.name, b.person.name));
  }
}
