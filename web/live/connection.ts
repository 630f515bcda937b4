/** What the page says of its connection. A short loss is no news; a long one is, and so is the way back. */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Connection as Reported } from "../../clients/ts/live.ts";

export const SPOKEN_AFTER_MS = 5_000;
export const OFFLINE_AFTER_MS = 30_000;

export type Standing =
  | { readonly state: "loading" }
  | { readonly state: "live" }
  /** `away`: the reader was cut off before, and knows it. */
  | { readonly state: "catching-up"; readonly away: boolean }
  | { readonly state: "lost"; readonly at: Date; readonly restarting: boolean }
  | { readonly state: "offline"; readonly at: Date }
  | { readonly state: "signed-out" }
  | { readonly state: "ended" }
  | { readonly state: "history" };

export interface Surroundings {
  readonly now: () => Date;
  readonly later: (run: () => void, ms: number) => () => void;
  /** Lost, just now. */
  readonly onLoss: () => void;
  /** The loss has lasted long enough to be said. */
  readonly onLastingLoss: (at: Date) => void;
  /** Caught up again; whether the loss had been said. */
  readonly onReturn: (said: boolean) => void;
}

export class Connection {
  readonly #surroundings: Surroundings;
  readonly #standing;
  #lostAt: Date | null = null;
  #said = false;
  /** The server said it would be back; the failed tries in between do not make that untrue. */
  #restarting = false;
  #cancel: (() => void)[] = [];

  constructor(surroundings: Surroundings, first: "loading" | "history") {
    this.#surroundings = surroundings;
    this.#standing = signal<Standing>({ state: first });
  }

  get standing(): ReadonlySignal<Standing> {
    return this.#standing;
  }

  /** The first view is painted; the socket is on its way, and what is shown is fresh. */
  painted(): void {
    if (this.#standing.peek().state === "loading") this.#standing.value = { state: "catching-up", away: false };
  }

  reported(connection: Reported): void {
    switch (connection.state) {
      case "lost":
        this.#lost(connection.restarting);
        return;
      case "open":
        if (this.#lostAt !== null) this.#standing.value = { state: "catching-up", away: true };
        return;
      case "signed-out":
      case "ended":
        this.#forgetLoss();
        this.#standing.value = { state: connection.state };
        return;
      case "connecting":
        return;
    }
  }

  /** Every followed topic is caught up. */
  synced(): void {
    const wasLost = this.#lostAt !== null;
    const said = this.#said;
    this.#forgetLoss();
    this.#standing.value = { state: "live" };
    if (wasLost) this.#surroundings.onReturn(said);
  }

  #lost(restarting: boolean): void {
    const { now, later, onLoss, onLastingLoss } = this.#surroundings;
    if (this.#lostAt === null) {
      const lostAt = now();
      this.#lostAt = lostAt;
      onLoss();
      this.#cancel = [
        later(() => {
          this.#said = true;
          onLastingLoss(lostAt);
        }, SPOKEN_AFTER_MS),
        later(() => {
          if (this.#standing.peek().state === "lost") this.#lost(false);
        }, OFFLINE_AFTER_MS),
      ];
    }
    this.#restarting ||= restarting;
    const at = this.#lostAt;
    const long = now().getTime() - at.getTime() >= OFFLINE_AFTER_MS;
    this.#standing.value = long ? { state: "offline", at } : { state: "lost", at, restarting: this.#restarting };
  }

  #forgetLoss(): void {
    for (const cancel of this.#cancel) cancel();
    this.#cancel = [];
    this.#lostAt = null;
    this.#said = false;
    this.#restarting = false;
  }
}
