import { effect } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { Feed, RESET_MS } from "../live/feed.ts";
import { SLICE_MAX, Slices } from "../live/slices.ts";
import { Store } from "../live/store.ts";

const row = (text: string) => ({ type: "point", text });
const topic = "lillebaelt/meeting/x";

test("rows are set whole, and a null takes a row away", () => {
  const store = new Store();
  store.apply({ a: row("1"), b: row("2") }, 5);
  store.apply({ a: row("3"), b: null }, 6);
  expect(store.row("a").value).toEqual(row("3"));
  expect(store.row("b").value).toBeNull();
  expect(store.position.value).toBe(6);
});

test("what is known already changes nothing", () => {
  const store = new Store();
  store.apply({ a: row("new") }, 6);
  expect(store.apply({ a: row("old") }, 6)).toBe(false);
  expect(store.apply({ a: row("older") }, 5)).toBe(false);
  expect(store.row("a").value).toEqual(row("new"));
});

test("a new picture takes away what is not in it", () => {
  const store = new Store();
  store.apply({ "item/1": row("1"), "item/2": row("2") }, 6);
  expect(store.under("item/").value).toEqual(["item/1", "item/2"]);
  store.replace({ "item/2": row("2"), "item/3": row("3") }, 4);
  expect(store.under("item/").value).toEqual(["item/2", "item/3"]);
  expect(store.row("item/1").value).toBeNull();
  expect(store.position.value).toBe(4);
});

test("a list holds what stands directly under its prefix, numbers by value and å last", () => {
  const store = new Store();
  const keys = ["item/10", "item/2", "item/2/point/1", "item/aarhus", "item/vejle", "meeting"];
  store.apply(Object.fromEntries(keys.map((key) => [key, row(key)])), 1);
  expect(store.under("item/").value).toEqual(["item/2", "item/10", "item/vejle", "item/aarhus"]);
  store.apply({ "item/3": row("3") }, 2);
  expect(store.under("item/").value).toEqual(["item/2", "item/3", "item/10", "item/vejle", "item/aarhus"]);
  expect(store.under("item/2/point/").value).toEqual(["item/2/point/1"]);
});

test("a changed row does not disturb the list it stands in, nor its neighbours", () => {
  const store = new Store();
  store.apply({ "item/1": row("1"), "item/2": row("2") }, 1);
  const seen = vi.fn();
  effect(() => seen(store.under("item/").value, store.row("item/2").value));
  store.apply({ "item/1": row("changed") }, 2);
  expect(seen).toHaveBeenCalledTimes(1);
});

test("a transaction is seen at once or not at all", () => {
  const store = new Store();
  const seen: (string | undefined)[] = [];
  const text = (key: string) => store.row<ReturnType<typeof row>>(key).value?.text;
  effect(() => void seen.push(`${text("a")}${text("b")}`));
  store.apply({ a: row("1"), b: row("1") }, 1);
  store.apply({ a: row("2"), b: row("2") }, 2);
  expect(seen).toEqual(["undefinedundefined", "11", "22"]);
});

test("a catch-up is applied in slices, in order, with a pause between", () => {
  const runs: (() => void)[] = [];
  const slices = new Slices((run) => runs.push(run));
  const done: number[] = [];
  for (let n = 0; n < 250; n += 1) slices.add(() => done.push(n), false);
  slices.add(() => done.push(250), true);
  expect(done).toEqual([]);
  const counts: number[] = [];
  while (runs.length > 0) {
    runs.shift()?.();
    counts.push(done.length);
  }
  expect(counts).toEqual([SLICE_MAX, 2 * SLICE_MAX, 251]);
  expect(done).toEqual(Array.from({ length: 251 }, (_, n) => n));
});

test("what happens now is applied at once", () => {
  const slices = new Slices(() => expect.unreachable());
  const done: number[] = [];
  slices.add(() => done.push(1), true);
  expect(done).toEqual([1]);
});

test("after a reset the rows stand until the new picture is there", () => {
  vi.useFakeTimers();
  const store = new Store();
  const reasons: (string | null)[] = [];
  const feed = new Feed(store, {
    onSnapshot: (replace, reason) => {
      reasons.push(reason);
      replace();
    },
  });
  feed.heard({ kind: "snapshot", topic, pos: 9, rows: { a: row("old") } });
  feed.heard({ kind: "reset", topic, reason: "access" });
  expect(store.row("a").value).toEqual(row("old"));
  feed.heard({ kind: "snapshot", topic, pos: 3, rows: { b: row("new") } });
  vi.advanceTimersByTime(2 * RESET_MS);
  expect([store.row("a").value, store.row("b").value]).toEqual([null, row("new")]);
  expect(reasons).toEqual([null, "access"]);
  vi.useRealTimers();
});

test("after a reset without a new picture nothing is shown", () => {
  vi.useFakeTimers();
  const store = new Store();
  const feed = new Feed(store, {});
  feed.heard({ kind: "snapshot", topic, pos: 9, rows: { a: row("secret") } });
  feed.heard({ kind: "reset", topic, reason: "access" });
  vi.advanceTimersByTime(RESET_MS);
  expect(store.row("a").value).toBeNull();
  expect(store.position.value).toBe(0);
  vi.useRealTimers();
});

test("all keys are listed anew only when one comes or goes", () => {
  const store = new Store();
  let listed = 0;
  effect(() => {
    void store.all.value;
    listed += 1;
  });
  store.apply({ "b/10": row("1"), "b/2": row("1"), a: row("1") }, 1);
  expect(store.all.value).toEqual(["a", "b/2", "b/10"]);
  store.apply({ a: row("2") }, 2);
  expect(listed).toBe(2);
  store.apply({ a: null, c: row("1") }, 3);
  expect(store.all.value).toEqual(["b/2", "b/10", "c"]);
  store.forget();
  expect(store.all.value).toEqual([]);
});

test("rows that may not be seen any more are gone at once, and the place stays", () => {
  const store = new Store();
  store.replace({ "item/a": { type: "item" }, "item/b": { type: "item" } }, 5);
  const feed = new Feed(store, {});
  feed.heard({ kind: "lost", topic: "t", keys: ["item/a"] });
  expect(store.all.value).toEqual(["item/b"]);
  expect(store.position.value).toBe(5);
  feed.heard({ kind: "lost", topic: "t", keys: null });
  expect(store.all.value).toEqual([]);
});
