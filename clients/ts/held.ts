/** Messages in their order, though a row that was too long for one of them must first be read elsewhere. */

import type { FromServer } from "./messages.ts";

export class Held {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #pass: (message: FromServer) => void;
  readonly #failed: () => void;
  #waiting: Promise<void> | null = null;
  #dropped = false;

  constructor(
    url: string,
    headers: Readonly<Record<string, string>>,
    pass: (message: FromServer) => void,
    failed: () => void,
  ) {
    this.#url = url;
    this.#headers = headers;
    this.#pass = pass;
    this.#failed = failed;
  }

  take(message: FromServer): void {
    if (this.#waiting === null && !("href" in message)) return this.#pass(message);
    const before = this.#waiting ?? Promise.resolve();
    const waiting = before
      .then(async () => ("href" in message ? (await import("./whole.ts")).whole(message, this.#url, this.#headers) : message))
      .then((all) => (this.#dropped ? undefined : this.#pass(all)))
      .catch(() => (this.#dropped ? undefined : this.#failed()))
      .then(() => {
        if (this.#waiting === waiting) this.#waiting = null;
      });
    this.#waiting = waiting;
  }

  drop(): void {
    this.#dropped = true;
  }
}
