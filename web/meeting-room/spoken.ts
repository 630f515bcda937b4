/** The sentences of the meeting, `said/{n}`: the latest stands on the page, new ones are spoken. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Changes } from "../../clients/ts/messages.ts";
import type { Announcer } from "../live/announcer.ts";
import type { Store } from "../live/store.ts";
import { language } from "../words/language.ts";
import { words } from "../words/words.ts";
import type { SaidRow } from "./rows.ts";

const SAID = "said/";

export class Spoken {
  readonly latest: ReadonlySignal<SaidRow | null>;
  /** How many sentences came while the reader was away; null once something new has been said. */
  readonly missed: ReadonlySignal<number | null>;
  readonly #missed = signal<number | null>(null);
  readonly #announcer: Announcer;
  /** The ordinal of the last sentence before the connection was lost. */
  #beforeLoss = 0;

  constructor(store: Store, announcer: Announcer) {
    this.#announcer = announcer;
    this.missed = this.#missed;
    this.latest = computed(() => {
      const key = store.under(SAID).value.at(-1);
      return key === undefined ? null : store.row<SaidRow>(key).value;
    });
  }

  /** Another picture, or none any more: nothing of it is spoken, and nothing of the one before stands in the live region. */
  pictured(): void {
    this.#announcer.restart(this.#last());
  }

  changed(set: Changes, live: boolean): void {
    const rows = Object.entries(set).filter(([key, row]) => key.startsWith(SAID) && row !== null);
    const said = rows.map(([, row]) => row as unknown as SaidRow).sort((a, b) => a.n - b.n);
    for (const row of said) {
      if (live) {
        this.#missed.value = null;
        this.#announcer.heard({ n: row.n, position: row.position, text: row[language] });
      } else this.#announcer.known(row.n);
    }
  }

  lost(): void {
    this.#beforeLoss = this.#last();
  }

  /** Back again. A loss nobody was told of, in which nothing happened, is not worth a word. */
  returned(lossWasSaid: boolean): void {
    const missed = Math.max(0, this.#last() - this.#beforeLoss);
    if (!lossWasSaid && missed === 0) return;
    this.#missed.value = missed;
    this.#announcer.say(words.back(missed));
  }

  repeat(): void {
    const latest = this.latest.peek();
    if (latest !== null) this.#announcer.repeat(latest[language]);
  }

  #last(): number {
    return this.latest.peek()?.n ?? 0;
  }
}
