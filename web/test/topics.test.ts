import { beforeEach, expect, test } from "vitest";
import type { FromServer, Row } from "../../clients/ts/messages.ts";
import { Topics } from "../../clients/ts/topics.ts";
import type { News, Step } from "../../clients/ts/topics.ts";

const topic = "lillebaelt/meeting/x";
const cursor = (pos: number): string => `c${pos}`;
const row: Row = { type: "point" };
let topics: Topics;

beforeEach(() => {
  topics = new Topics();
});

const rows = (prev: number, pos: number, more: object = {}): FromServer => ({
  op: "rows", topic, prev, pos, cursor: cursor(pos), set: { [`k${pos}`]: row }, ...more,
});
const snap = (pos: number, part = 1, last = true): FromServer => ({
  op: "snap", topic, pos, cursor: cursor(pos), part, last, rows: { [`part${part}`]: row },
});
const sync = (pos: number): FromServer => ({ op: "sync", topic, pos, cursor: cursor(pos) });
const told = (steps: readonly Step[]): News[] => steps.flatMap((step) => (step.do === "tell" ? [step.news] : []));
const sent = (steps: readonly Step[]) => steps.flatMap((step) => (step.do === "send" ? [step.message] : []));

const applied = (pos: number, live: boolean): News => ({ kind: "rows", topic, pos, set: { [`k${pos}`]: row }, live });

/** Followed from a view at position 10, subscribed and caught up. */
function caughtUp(): void {
  topics.follow(topic, { pos: 10, cursor: cursor(10) });
  topics.subscribe();
  topics.received({ op: "ok", id: 1, topic, mode: "resumed" });
  topics.received(sync(10));
}

test("a known place is resumed by its cursor, an unknown one begins with a snapshot", () => {
  topics.follow(topic, { pos: 10, cursor: cursor(10) }, { presence: true });
  topics.follow("lillebaelt/people", null);
  expect(sent(topics.subscribe())).toEqual([
    { op: "sub", id: 1, topic, since: "c10", presence: true },
    { op: "sub", id: 2, topic: "lillebaelt/people" },
  ]);
});

test("a new connection resumes where the last one stood", () => {
  caughtUp();
  topics.received(rows(10, 12));
  expect(sent(topics.subscribe())).toEqual([{ op: "sub", id: 2, topic, since: "c12" }]);
});

test("what follows on is applied, and is live after the sync", () => {
  topics.follow(topic, { pos: 10, cursor: cursor(10) });
  topics.subscribe();
  expect(told(topics.received(rows(10, 11)))).toEqual([applied(11, false)]);
  expect(told(topics.received(sync(11)))).toEqual([{ kind: "synced", topic, pos: 11, cursor: "c11" }]);
  expect(told(topics.received(rows(11, 14)))).toEqual([applied(14, true)]);
});

test("duplicates are ignored", () => {
  caughtUp();
  topics.received(rows(10, 12));
  expect(topics.received(rows(10, 12))).toEqual([]);
  expect(topics.received(rows(9, 10))).toEqual([]);
});

test("a gap is not applied; the topic is subscribed again from its place, once", () => {
  caughtUp();
  expect(topics.received(rows(13, 14))).toEqual([
    { do: "send", message: { op: "sub", id: 2, topic, since: "c10" } },
  ]);
  expect(topics.received(rows(14, 15))).toEqual([]);
  topics.received({ op: "ok", id: 2, topic, mode: "resumed" });
  expect(told(topics.received(rows(10, 13)))).toHaveLength(1);
  expect(told(topics.received(rows(13, 14)))).toHaveLength(1);
});

test("a gap that cannot be filled ends in a snapshot, not in a circle", () => {
  caughtUp();
  topics.received(rows(13, 14));
  topics.received({ op: "ok", id: 2, topic, mode: "resumed" });
  expect(sent(topics.received(rows(13, 14)))).toEqual([{ op: "sub", id: 3, topic }]);
});

test("a frame that overlaps the place is applied, since rows are sent whole", () => {
  caughtUp();
  topics.received(sync(12));
  expect(told(topics.received(rows(10, 13)))).toEqual([applied(13, true)]);
});

test("parts are applied with the last", () => {
  caughtUp();
  expect(topics.received(rows(10, 12, { set: { a: row }, part: 1, last: false }))).toEqual([]);
  expect(told(topics.received(rows(10, 12, { set: { b: null }, part: 2, last: true })))).toEqual([
    { kind: "rows", topic, pos: 12, set: { a: row, b: null }, live: true },
  ]);
});

test("a snapshot in parts is shown when it is whole", () => {
  topics.follow(topic, null);
  topics.subscribe();
  topics.received({ op: "ok", id: 1, topic, mode: "snapshot" });
  expect(topics.received(snap(20, 1, false))).toEqual([]);
  expect(told(topics.received(snap(20, 2, true)))).toEqual([
    { kind: "snapshot", topic, pos: 20, rows: { part1: row, part2: row } },
  ]);
  expect(sent(topics.subscribe())).toEqual([{ op: "sub", id: 2, topic, since: "c20" }]);
});

test("a missing part is asked for again", () => {
  topics.follow(topic, null);
  topics.subscribe();
  topics.received({ op: "ok", id: 1, topic, mode: "snapshot" });
  topics.received(snap(20, 1, false));
  expect(sent(topics.received(snap(20, 3, true)))).toEqual([{ op: "sub", id: 2, topic }]);
});

test("after a reset nothing is applied until the snapshot", () => {
  caughtUp();
  expect(told(topics.received({ op: "reset", topic, reason: "access" }))).toEqual([
    { kind: "reset", topic, reason: "access" },
  ]);
  expect(topics.received(rows(10, 11))).toEqual([]);
  expect(told(topics.received(snap(11)))).toHaveLength(1);
  expect(told(topics.received(rows(11, 12)))).toHaveLength(1);
});

test("a lost last message is found by the heartbeat", () => {
  caughtUp();
  expect(topics.received({ op: "hb", heads: { [topic]: 10 } })).toEqual([]);
  expect(sent(topics.received({ op: "hb", heads: { [topic]: 11, "some/other": 99 } }))).toEqual([
    { op: "sub", id: 2, topic, since: "c10" },
  ]);
});

test("a refused topic is told of and not asked for again", () => {
  topics.follow(topic, null);
  topics.subscribe();
  const problem = { type: "about:blank", title: "Nej", status: 403 };
  expect(topics.received({ op: "error", id: 1, problem })).toEqual([
    { do: "tell", news: { kind: "refused", topic, problem } },
  ]);
  expect(topics.subscribe()).toEqual([]);
});

test("a server that cannot just now is asked later", () => {
  topics.follow(topic, null);
  topics.subscribe();
  const problem = { type: "about:blank", title: "Travlt", status: 503 };
  expect(topics.received({ op: "error", id: 1, problem })).toEqual([{ do: "come-back" }]);
  expect(sent(topics.subscribe())).toHaveLength(1);
});

test("messages of other topics and of later protocols are ignored", () => {
  caughtUp();
  expect(topics.received({ ...rows(10, 11), topic: "some/other" } as FromServer)).toEqual([]);
  expect(topics.received({ op: "something-new" } as unknown as FromServer)).toEqual([]);
});
