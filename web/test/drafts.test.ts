import { beforeEach, expect, test } from "vitest";
import { Drafts } from "../live/drafts.ts";
import type { Draft, Shelf } from "../live/drafts.ts";
import { newKey } from "../live/keys.ts";

class Kept implements Shelf {
  readonly held = new Map<string, string>();
  full = false;

  get length(): number {
    return this.held.size;
  }

  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) throw new Error("full");
    this.held.set(key, value);
  }

  removeItem(key: string): void {
    this.held.delete(key);
  }

  key(index: number): string | null {
    return [...this.held.keys()][index] ?? null;
  }
}

const draft: Draft = { text: "Hvem betaler?", key: "k1", name: "q-1", savedAtMs: 0, tried: false };
const meeting = "lillebaelt/meeting/x";
const field = "question/item/2";
let device: Kept;
let tab: Kept;

beforeEach(() => {
  device = new Kept();
  tab = new Kept();
});

const drafts = (person = "dk/person/a"): Drafts => new Drafts(person, device, tab);

test("a draft survives a reload, with its key", () => {
  expect(drafts().keep(meeting, field, draft, false)).toBe(true);
  expect(drafts().of(meeting, field).value).toEqual(draft);
});

test("text of a closed item stays in the tab", () => {
  const kept = drafts();
  kept.keep(meeting, field, draft, false);
  kept.keep(meeting, field, { ...draft, text: "Fortroligt" }, true);
  expect(device.held.size).toBe(0);
  expect(tab.held.size).toBe(1);
  expect(drafts().of(meeting, field).value?.text).toBe("Fortroligt");
});

test("another person on the same device sees nothing of it", () => {
  drafts().keep(meeting, field, draft, false);
  expect(drafts("dk/person/b").of(meeting, field).value).toBeNull();
  expect(drafts("dk/person/b").count()).toBe(0);
});

test("signing out wipes one's own and nobody else's", () => {
  drafts().keep(meeting, field, draft, false);
  drafts().keep(meeting, "question/item/3", draft, true);
  drafts("dk/person/b").keep(meeting, field, draft, false);
  device.setItem("something-else", "1");
  const mine = drafts();
  expect(mine.count()).toBe(2);
  mine.wipe();
  expect(mine.count()).toBe(0);
  expect(drafts("dk/person/b").count()).toBe(1);
  expect(device.getItem("something-else")).toBe("1");
});

test("a device that keeps nothing is told of, and the text lives on in the page", () => {
  const kept = drafts();
  device.full = true;
  expect(kept.keep(meeting, field, draft, false)).toBe(false);
  expect(kept.of(meeting, field).value).toEqual(draft);
});

test("a removed draft is gone, also from who is showing it", () => {
  const kept = drafts();
  kept.keep(meeting, field, draft, false);
  const shown = kept.of(meeting, field);
  kept.remove(meeting, field);
  expect(shown.value).toBeNull();
  expect(drafts().of(meeting, field).value).toBeNull();
});

test("a spoilt draft is no draft", () => {
  drafts().keep(meeting, field, draft, false);
  const [key] = device.held.keys();
  device.held.set(key ?? "", "{not json");
  expect(drafts().of(meeting, field).value).toBeNull();
});

test("keys are UUIDs, all different, and sort by the time of their making", () => {
  const keys = [newKey(1_712_678_880_000), newKey(1_712_678_880_001), newKey(1_812_678_880_000)];
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...keys].sort()).toEqual(keys);
  expect(newKey(1)).not.toBe(newKey(1));
});

test("an item has begun when any of its fields has", () => {
  const drafts = new Drafts("p", device, tab);
  expect(drafts.begun(meeting, "/item/2")).toBe(false);
  drafts.keep(meeting, "decision/item/2", draft, true);
  expect(drafts.begun(meeting, "/item/2")).toBe(true);
  expect(drafts.begun(meeting, "/item/3")).toBe(false);
  expect(drafts.begun("lillebaelt/meeting/y", "/item/2")).toBe(false);
  device.full = true;
  drafts.keep(meeting, "point/item/3", draft, false);
  expect(drafts.begun(meeting, "/item/3")).toBe(true);
});
