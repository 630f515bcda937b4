/**
 * Work in slices. What happens now is applied at once; a long catch-up is applied a hundred transactions at a time, so
 * that the page answers in between. Order is kept.
 */

import { batch } from "@preact/signals";

export const SLICE_MAX = 100;

export class Slices {
  readonly #jobs: (() => void)[] = [];
  readonly #later: (run: () => void) => void;
  #scheduled = false;

  constructor(later: (run: () => void) => void = (run) => void setTimeout(run, 0)) {
    this.#later = later;
  }

  add(job: () => void, now: boolean): void {
    this.#jobs.push(job);
    if (this.#scheduled) return;
    if (now) this.#run();
    else this.#schedule();
  }

  #schedule(): void {
    this.#scheduled = true;
    this.#later(() => {
      this.#scheduled = false;
      this.#run();
    });
  }

  #run(): void {
    const slice = this.#jobs.splice(0, SLICE_MAX);
    batch(() => {
      for (const job of slice) job();
    });
    if (this.#jobs.length > 0) this.#schedule();
  }
}
