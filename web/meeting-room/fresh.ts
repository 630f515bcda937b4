/** Decisions that came while the page was open and have not been looked at yet. */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Changes } from "../../clients/ts/messages.ts";

const DECISION = /^item\/[^/]+\/decision\/[^/]+$/;

export class Fresh {
  readonly keys: ReadonlySignal<ReadonlySet<string>>;
  readonly #keys = signal<ReadonlySet<string>>(new Set());

  constructor() {
    this.keys = this.#keys;
  }

  arrived(set: Changes): void {
    const keys = Object.keys(set).filter((key) => DECISION.test(key) && set[key] !== null);
    if (keys.length > 0) this.#keys.value = new Set([...this.#keys.peek(), ...keys]);
  }

  seen(key: string): void {
    this.#keys.value = new Set([...this.#keys.peek()].filter((other) => other !== key));
  }
}
