/** One topic into one store, in order, with the listener told what arrived. */

import type { Changes, Presence, Problem, ResetReason } from "../../clients/ts/messages.ts";
import type { News } from "../../clients/ts/topics.ts";
import { Slices } from "./slices.ts";
import type { Store } from "./store.ts";

/**
 * After a reset the rows are void, but the snapshot is on its way, and taking the page down for the time between would
 * take a form from under its writer's hands. If it is not there by then, nothing is shown.
 */
export const RESET_MS = 1_000;

export interface Listener {
  /** Rows were applied; `live` is false for what happened while the reader was away. */
  readonly onRows?: (set: Changes, live: boolean) => void;
  /** What is known is void from now on, though it stands a moment longer. */
  readonly onReset?: () => void;
  /** Rows are about to go that the reader may not see any more; a new picture follows. */
  readonly onLosing?: () => void;
  /** A new picture: `replace` puts it in place. */
  readonly onSnapshot?: (replace: () => void, reason: ResetReason | null) => void;
  readonly onSynced?: () => void;
  readonly onPresence?: (change: Presence) => void;
  readonly onRefused?: (problem: Problem) => void;
}

export class Feed {
  readonly #store: Store;
  readonly #listener: Listener;
  readonly #slices: Slices;
  #reset: { reason: ResetReason; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(store: Store, listener: Listener, slices: Slices = new Slices()) {
    this.#store = store;
    this.#listener = listener;
    this.#slices = slices;
  }

  heard(news: News): void {
    const { onPresence, onRefused, onSynced } = this.#listener;
    switch (news.kind) {
      case "snapshot":
        this.#slices.add(() => this.#replace(news.rows, news.pos), true);
        return;
      case "rows":
        this.#slices.add(() => {
          if (this.#store.apply(news.set, news.pos)) this.#listener.onRows?.(news.set, news.live);
        }, news.live);
        return;
      case "synced":
        this.#slices.add(() => onSynced?.(), true);
        return;
      case "reset":
        this.#slices.add(() => this.#condemn(news.reason), true);
        return;
      case "lost":
        this.#slices.add(() => {
          this.#listener.onLosing?.();
          this.#store.lose(news.keys);
        }, true);
        return;
      case "events":
        return; // of the topic `changes`, which has no rows
      case "presence":
        onPresence?.(news.change);
        return;
      case "refused":
        onRefused?.(news.problem);
        return;
    }
  }

  #condemn(reason: ResetReason): void {
    clearTimeout(this.#reset?.timer);
    this.#reset = { reason, timer: setTimeout(() => this.#store.forget(), RESET_MS) };
    this.#listener.onReset?.();
  }

  #replace(rows: Parameters<Store["replace"]>[0], position: number): void {
    clearTimeout(this.#reset?.timer);
    const reason = this.#reset?.reason ?? null;
    this.#reset = null;
    const replace = (): void => this.#store.replace(rows, position);
    if (this.#listener.onSnapshot === undefined) replace();
    else this.#listener.onSnapshot(replace, reason);
  }
}
