import { computed, signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { Following } from "../meeting-room/following.ts";

const items = signal<readonly string[]>([]);
const floor = signal<string | null>(null);
const over = signal(false);
let begun: Set<string>;
let following: Following;

beforeEach(() => {
  items.value = ["item/1", "item/2", "item/3"];
  floor.value = null;
  over.value = false;
  begun = new Set();
  following = new Following({ items, floor, over: computed(() => over.value) }, (item) => begun.has(item));
});

test("before the meeting the first item is shown, then the one under discussion", () => {
  expect(following.showing.value).toBe("item/1");
  floor.value = "item/2";
  expect(following.showing.value).toBe("item/2");
});

test("between two items the last one stays", () => {
  floor.value = "item/2";
  floor.value = null;
  expect(following.showing.value).toBe("item/2");
  floor.value = "item/3";
  expect(following.showing.value).toBe("item/3");
});

test("who has begun something stays, and is told where the meeting is", () => {
  floor.value = "item/2";
  begun.add("item/2");
  floor.value = "item/3";
  expect(following.showing.value).toBe("item/2");
  expect(following.suggested.value).toBe("item/3");
});

test("going along wins over the draft, and is not caught by it again", () => {
  floor.value = "item/2";
  begun.add("item/2");
  floor.value = "item/3";
  following.open("item/3");
  expect(following.showing.value).toBe("item/3");
  expect(following.suggested.value).toBeNull();
});

test("who opened another item stays there", () => {
  floor.value = "item/2";
  following.open("item/1");
  floor.value = "item/3";
  expect(following.showing.value).toBe("item/1");
  expect(following.suggested.value).toBe("item/3");
  following.followAgain();
  expect(following.showing.value).toBe("item/3");
});

test("opening the item under discussion is following the meeting on from it", () => {
  floor.value = "item/2";
  following.open("item/1");
  following.open("item/2");
  floor.value = "item/3";
  expect(following.showing.value).toBe("item/3");
});

test("a meeting that is over shows its decisions, but not to who is writing", () => {
  floor.value = "item/3";
  begun.add("item/3");
  floor.value = null;
  over.value = true;
  expect(following.showing.value).toBe("item/3");
  following.followAgain();
  expect(following.showing.value).toBeNull();
});

test("an item that is gone is not shown", () => {
  floor.value = "item/3";
  following.open("item/2");
  items.value = ["item/1", "item/3"];
  expect(following.showing.value).toBe("item/3");
});
