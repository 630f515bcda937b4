/**
 * Which item is shown. The room follows the meeting until the reader opens another item or has begun something in the
 * one that is shown; from then on the meeting's place is a suggestion.
 */

import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

export interface Meeting {
  /** Keys of the items (`item/{name}`), in the order of the agenda. */
  readonly items: ReadonlySignal<readonly string[]>;
  /** The item under discussion. */
  readonly floor: ReadonlySignal<string | null>;
  readonly over: ReadonlySignal<boolean>;
}

export class Following {
  readonly showing: ReadonlySignal<string | null>;
  /** The item under discussion, while another is shown. */
  readonly suggested: ReadonlySignal<string | null>;
  readonly #kept = signal<string | null>(null);
  readonly #lastFloor = signal<string | null>(null);
  readonly #meeting: Meeting;

  /** `begun`: whether the reader has begun something in an item, a text or a place they read at. */
  constructor(meeting: Meeting, begun: (item: string) => boolean) {
    this.#meeting = meeting;
    const there = (key: string | null): string | null =>
      key !== null && meeting.items.value.includes(key) ? key : null;
    const target = computed(() => {
      const floor = there(meeting.floor.value);
      // A meeting that is over shows what it decided, and no item before another.
      if (floor !== null || meeting.over.value) return floor;
      return there(this.#lastFloor.value) ?? meeting.items.value[0] ?? null;
    });
    this.showing = computed(() => there(this.#kept.value) ?? target.value);
    this.suggested = computed(() => {
      const floor = there(meeting.floor.value);
      return floor !== null && floor !== this.showing.value ? floor : null;
    });
    let shown = this.showing.peek();
    let aim = target.peek();
    effect(() => {
      const floor = meeting.floor.value;
      if (floor !== null) this.#lastFloor.value = floor;
      // Only the meeting's own moves are held back; the reader's wish to go along is not caught by their draft.
      const moved = target.value !== aim;
      aim = target.value;
      if (moved && shown !== null && this.#kept.peek() === null && begun(shown)) this.#kept.value = shown;
      shown = this.showing.value;
    });
  }

  /** The reader opens an item. Opening the one under discussion is following again, draft or not. */
  open(item: string): void {
    this.#kept.value = item === this.#meeting.floor.peek() ? null : item;
  }

  followAgain(): void {
    this.#kept.value = null;
  }
}
