/**
 * Unsent text, kept on this device until the record has it. It survives a reload, another item, an expired session and
 * a withdrawn right. Text of a closed item stays in the tab and is gone with it.
 */

import { signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";

const PREFIX = "klynge:draft:";

export interface Draft {
  readonly text: string;
  /** The Idempotency-Key, made when the form was opened: sending twice records once. */
  readonly key: string;
  /** The name of what the command would make. */
  readonly name: string;
  readonly savedAtMs: number;
  /** Whether it was sent without a clear answer: the same words must then go with the same key. */
  readonly tried: boolean;
  /** How many of the form's commands are recorded, where it is more than one. */
  readonly done?: number;
}

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

export class Drafts {
  readonly #person: string;
  readonly #device: Shelf;
  readonly #tab: Shelf;
  readonly #signals = new Map<string, Signal<Draft | null>>();

  constructor(person: string, device: Shelf, tab: Shelf) {
    this.#person = person;
    this.#device = device;
    this.#tab = tab;
  }

  of(stream: string, field: string): ReadonlySignal<Draft | null> {
    return this.#of(this.#keyOf(stream, field));
  }

  /** False: this device keeps nothing (storage full or forbidden); the text then lives as long as the page. */
  keep(stream: string, field: string, draft: Draft, closed: boolean): boolean {
    const key = this.#keyOf(stream, field);
    this.#of(key).value = draft;
    const [shelf, other] = closed ? [this.#tab, this.#device] : [this.#device, this.#tab];
    try {
      other.removeItem(key);
      shelf.setItem(key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  remove(stream: string, field: string): void {
    this.#remove(this.#keyOf(stream, field));
  }

  /** Whether anything is begun in a field of a stream that ends so: `/item/middelfart` is all of an item's. */
  begun(stream: string, ending: string): boolean {
    const start = this.#keyOf(stream, "");
    const kept = [...this.#keys(), ...[...this.#signals].filter(([, draft]) => draft.peek() !== null).map(([key]) => key)];
    return kept.some((key) => key.startsWith(start) && key.endsWith(ending));
  }

  /** How many texts would be lost by signing out. */
  count(): number {
    return this.#keys().length;
  }

  wipe(): void {
    for (const key of this.#keys()) this.#remove(key);
  }

  #keyOf(stream: string, field: string): string {
    return `${PREFIX}${this.#person}:${stream}:${field}`;
  }

  #of(key: string): Signal<Draft | null> {
    let found = this.#signals.get(key);
    if (found === undefined) {
      found = signal(this.#read(key));
      this.#signals.set(key, found);
    }
    return found;
  }

  #read(key: string): Draft | null {
    try {
      const kept = this.#device.getItem(key) ?? this.#tab.getItem(key);
      return kept === null ? null : (JSON.parse(kept) as Draft);
    } catch {
      return null;
    }
  }

  #remove(key: string): void {
    this.#of(key).value = null;
    this.#device.removeItem(key);
    this.#tab.removeItem(key);
  }

  #keys(): string[] {
    const mine = `${PREFIX}${this.#person}:`;
    const keys = new Set<string>();
    for (const shelf of [this.#device, this.#tab]) {
      for (let index = 0; index < shelf.length; index += 1) {
        const key = shelf.key(index);
        if (key?.startsWith(mine)) keys.add(key);
      }
    }
    return [...keys];
  }
}
