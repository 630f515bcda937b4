/**
 * What the live region says. One sentence at a time, so that a screen reader finishes it; when more than three wait
 * they become one. Nothing is said of what was there before the reader came.
 */

export const PAUSE_MS = 1_200;
export const WAITING_MAX = 3;
/** Positions of own commands remembered; a meeting has no more of them under way. */
const OWN_MAX = 50;

/** A sentence of the record, row `said/{n}`. */
export interface Sentence {
  readonly n: number;
  readonly position: number;
  readonly text: string;
}

export interface Voice {
  readonly say: (text: string) => void;
  /** Take back what was said last: it may be no longer for this reader. */
  readonly hush: () => void;
}

export interface Speaking extends Voice {
  readonly several: (count: number, latest: string) => string;
  readonly later: (run: () => void, ms: number) => void;
}

export class Announcer {
  readonly #speaking: Speaking;
  readonly #waiting: Sentence[] = [];
  readonly #heard = new Set<number>();
  readonly #own = new Set<number>();
  /** The ordinal up to which everything is told or known. Counted by it, not by what is kept. */
  #told = 0;
  #pausing = false;
  on = true;

  constructor(speaking: Speaking) {
    this.#speaking = speaking;
  }

  /** Everything up to this sentence is known to the reader. */
  known(n: number): void {
    this.#told = Math.max(this.#told, n);
  }

  /** Everything is new: another picture, perhaps of another log. What waited is void, and so is what was said last. */
  restart(n: number): void {
    this.#waiting.length = 0;
    this.#told = n;
    this.#speaking.hush();
  }

  /** The record says something, now. */
  heard(sentence: Sentence): void {
    remember(this.#heard, sentence.position);
    if (this.#own.has(sentence.position)) {
      if (this.#waiting.length === 0) this.known(sentence.n);
      return;
    }
    this.#waiting.push(sentence);
    this.#next();
  }

  /** An own command was answered: said once, here or by the record, whichever comes first. */
  answered(position: number, text: string): void {
    remember(this.#own, position);
    if (!this.#heard.has(position)) this.say(text);
  }

  /** Whether the record has told anything after one position and up to another. */
  toldBetween(after: number, upTo: number): boolean {
    return [...this.#heard].some((position) => position > after && position <= upTo);
  }

  /** Something the page itself has to say. */
  say(text: string): void {
    this.#waiting.push({ n: this.#waiting.at(-1)?.n ?? this.#told, position: 0, text });
    this.#next();
  }

  /** Asked for by the reader, so it is said whether or not news are. */
  repeat(text: string): void {
    this.#speaking.say(text);
  }

  #next(): void {
    const latest = this.#waiting.at(-1);
    if (this.#pausing || latest === undefined) return;
    if (this.#waiting.length > WAITING_MAX) {
      this.#utter(this.#speaking.several(Math.max(latest.n - this.#told, 1), latest.text));
      this.#waiting.length = 0;
      this.known(latest.n);
    } else {
      const first = this.#waiting.shift() ?? latest;
      this.#utter(first.text);
      this.known(first.n);
    }
    this.#pausing = true;
    this.#speaking.later(() => {
      this.#pausing = false;
      this.#next();
    }, PAUSE_MS);
  }

  #utter(text: string): void {
    if (this.on) this.#speaking.say(text);
  }
}

function remember(positions: Set<number>, position: number): void {
  positions.add(position);
  const oldest = positions.values().next().value;
  if (positions.size > OWN_MAX && oldest !== undefined) positions.delete(oldest);
}
