/** A clock that moves when told to. */
export class Clock {
  #nowMs = Date.UTC(2024, 3, 9, 16, 29);
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];

  readonly now = (): Date => new Date(this.#nowMs);

  readonly later = (run: () => void, ms: number): (() => void) => {
    const timer = { atMs: this.#nowMs + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  pass(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#nowMs = next.atMs;
      next.run();
    }
    this.#nowMs = endMs;
  }
}
