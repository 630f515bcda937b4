/**
 * The moment that is looked at. Sliding over it asks the record once it rests; whatever was asked before and comes later
 * is thrown away.
 */

import { signal } from "@preact/signals";
import { isStatus } from "../live/ask.ts";
import { someOf } from "./trail.ts";
import type { AskTrail, Entry, TrailPage } from "./trail.ts";

export const REST_MS = 150;

export interface World {
  /** Do it later; what comes back takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** It was moved and rests: the address follows. Null: at what is now. */
  readonly rested: (position: number | null, entry: Entry | null) => void;
}

export type Fault = "no-moment" | "no-answer";

export class Moment {
  /** Where the slider stands. 0: before the first event. */
  readonly position = signal(0);
  /** The last event there is. 0: not known yet. */
  readonly head = signal(0);
  /** The latest event of the scope there; null: none. */
  readonly entry = signal<Entry | null>(null);
  /** There is no telling that there is none: it was looked for far enough back, and not to the beginning. */
  readonly goesOn = signal(false);
  /** Where it rested last: what else is shown is of this moment. */
  readonly shown = signal(0);
  readonly fault = signal<Fault | null>(null);
  readonly #askTrail: AskTrail;
  readonly #world: World;
  #asked = 0;
  #takeBack: () => void = () => undefined;

  constructor(askTrail: AskTrail, world: World) {
    this.#askTrail = askTrail;
    this.#world = world;
  }

  /** Begin at what the address says. */
  async enter(at: string | null): Promise<void> {
    const now = await this.#ask({ order: "newest", limit: 1 });
    if (now === null) return;
    const then = at === null ? now : await this.#ask({ at, order: "newest", limit: 1 });
    if (then !== null) this.#place(then);
    else if (this.fault.peek() === "no-moment") this.#place(now);
    this.grew(now.position);
  }

  /** The slider is moved. */
  slide(position: number): void {
    this.position.value = Math.min(Math.max(position, 1), Math.max(this.head.peek(), 1));
    this.#takeBack();
    this.#takeBack = this.#world.later(() => void this.go(String(this.position.peek())), REST_MS);
  }

  /** To a position, a time or a day; null is now. */
  async go(at: string | null): Promise<void> {
    const page = await this.#ask({ at, order: "newest", limit: 1 });
    if (page === null) return;
    this.#place(page);
    this.#world.rested(at === null ? null : page.position, page.entries[0] ?? null);
  }

  /** To the event of the scope before this one, or after it; where there is none it stays, and where it lies far off it comes nearer. */
  async step(to: -1 | 1): Promise<void> {
    const here = this.position.peek();
    const from = to === 1 ? here : (this.entry.peek()?.position ?? here);
    const page = await this.#ask({ order: to === 1 ? "oldest" : "newest", after: from, limit: 1 });
    const position = page?.entries[0]?.position ?? page?.next ?? null;
    if (page === null || position === null) return;
    this.#place({ ...page, position });
    this.#world.rested(position, page.entries[0] ?? null);
  }

  /** The record has grown. */
  grew(head: number): void {
    if (head > this.head.peek()) this.head.value = head;
  }

  async #ask(asked: Parameters<AskTrail>[0]) {
    this.#takeBack();
    this.#asked += 1;
    const mine = this.#asked;
    this.fault.value = null;
    try {
      const page = await someOf(this.#askTrail, asked);
      return mine === this.#asked ? page : null;
    } catch (error) {
      if (mine === this.#asked) this.fault.value = isStatus(error, 400) ? "no-moment" : "no-answer";
      return null;
    }
  }

  #place({ position, entries, next }: TrailPage): void {
    const entry = entries[0] ?? null;
    this.grew(position);
    this.position.value = position;
    this.entry.value = entry;
    this.goesOn.value = entry === null && next !== null;
    this.shown.value = position;
  }
}
