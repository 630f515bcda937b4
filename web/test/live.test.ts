import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backOffMs, byeMs, returnAfter } from "../../clients/ts/backoff.ts";
import { Live, SignedOut } from "../../clients/ts/live.ts";
import type { Connection } from "../../clients/ts/live.ts";
import type { News } from "../../clients/ts/topics.ts";

const topic = "lillebaelt/meeting/x";

class Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  readonly protocols: string[];
  closed = false;

  constructor(protocols: string[]) {
    this.protocols = protocols;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.closed = true;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  welcomes(): void {
    this.onopen?.();
    this.says({ op: "welcome", epoch: "e", head: 1, hb_ms: 15_000, retry: { min_ms: 500, max_ms: 8_000 } });
  }
}

let sockets: Socket[];
let connections: Connection["state"][];
let news: News[];
let credential: () => Promise<{ ticket: string }>;
let live: Live;
const latest = (): Socket => sockets.at(-1) ?? expect.unreachable();

beforeEach(async () => {
  vi.useFakeTimers();
  sockets = [];
  connections = [];
  news = [];
  let tickets = 0;
  credential = async () => ({ ticket: `t${(tickets += 1)}` });
  live = new Live({
    url: "ws://klynge.test/v1/live",
    client: { name: "test", version: "1" },
    credential: () => credential(),
    onNews: (each) => news.push(each),
    onConnection: (connection) => connections.push(connection.state),
    random: () => 1,
    open: (_url, protocols) => {
      sockets.push(new Socket(protocols));
      return latest() as unknown as WebSocket;
    },
  });
  live.follow(topic, { pos: 10, cursor: "c10" }, true);
  live.start();
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

test("a browser shows its ticket in the sub-protocol, says hello, and subscribes once welcomed", () => {
  expect(latest().protocols).toEqual(["klynge.v1.json", "ticket.t1"]);
  latest().welcomes();
  expect(latest().sent).toEqual([
    { op: "hello", client: { name: "test", version: "1" } },
    { op: "sub", id: 1, topic, since: "c10", presence: true },
  ]);
  expect(connections).toEqual(["connecting", "open"]);
});

test("a lost connection comes back with a new ticket, from the last cursor", async () => {
  latest().welcomes();
  latest().says({ op: "rows", topic, prev: 10, pos: 12, cursor: "c12", set: {} });
  latest().onclose?.({ code: 1006 });
  expect(connections.at(-1)).toBe("lost");
  await vi.advanceTimersByTimeAsync(500);
  latest().welcomes();
  expect(latest().protocols).toEqual(["klynge.v1.json", "ticket.t2"]);
  expect(latest().sent.at(-1)).toEqual({ op: "sub", id: 2, topic, since: "c12", presence: true });
});

test("silence of two heartbeats is death", async () => {
  latest().welcomes();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(connections.at(-1)).toBe("open");
  latest().says({ op: "hb", heads: {} });
  await vi.advanceTimersByTimeAsync(29_999);
  expect(connections.at(-1)).toBe("open");
  const dead = latest();
  await vi.advanceTimersByTimeAsync(1);
  expect(connections.at(-1)).toBe("lost");
  expect(dead.closed).toBe(true);
});

test("waits grow, and only a heartbeat makes them small again", async () => {
  const wait = async (): Promise<number> => {
    latest().onclose?.({ code: 4100 });
    const before = sockets.length;
    let waited = 0;
    for (; sockets.length === before; waited += 100) await vi.advanceTimersByTimeAsync(100);
    latest().welcomes();
    return waited;
  };
  latest().welcomes();
  expect([await wait(), await wait(), await wait()]).toEqual([500, 1_000, 2_000]);
  latest().says({ op: "hb", heads: {} });
  expect(await wait()).toBe(500);
});

test("4000 to 4099 end it, 4001 because nobody is signed in", async () => {
  latest().welcomes();
  latest().onclose?.({ code: 4003 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(connections.at(-1)).toBe("ended");
  live.start();
  await vi.advanceTimersByTimeAsync(0);
  latest().onclose?.({ code: 4001 });
  expect(connections.at(-1)).toBe("signed-out");
});

test("4200 to 4299 come back at once, but not in a circle", async () => {
  latest().welcomes();
  latest().onclose?.({ code: 4200 });
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(2);
  latest().onclose?.({ code: 4200 });
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(2);
});

test("a goodbye that names a time spreads those who would come back at once", async () => {
  latest().welcomes();
  latest().says({ op: "bye", code: 4202, retry: { after_ms: 3_000, jitter_ms: 1_000 } });
  latest().onclose?.({ code: 4202 });
  await vi.advanceTimersByTimeAsync(2_999);
  expect(sockets).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(sockets).toHaveLength(2);
});

test("a goodbye names the time", async () => {
  latest().welcomes();
  latest().says({ op: "bye", code: 1012, retry: { after_ms: 3_000, jitter_ms: 1_000 } });
  latest().onclose?.({ code: 1012 });
  await vi.advanceTimersByTimeAsync(3_999);
  expect(sockets).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sockets).toHaveLength(2);
});

test("without a session there is no use in trying again", async () => {
  latest().welcomes();
  credential = () => Promise.reject(new SignedOut("signed out"));
  latest().onclose?.({ code: 4200 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connections.at(-1)).toBe("signed-out");
  expect(sockets).toHaveLength(1);
});

test("a network that comes back is not waited for", async () => {
  credential = () => Promise.reject(new TypeError("offline"));
  latest().onclose?.({ code: 1006 });
  await vi.advanceTimersByTimeAsync(60_000);
  credential = async () => ({ ticket: "again" });
  live.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(latest().protocols).toEqual(["klynge.v1.json", "ticket.again"]);
});

test("a page that wakes asks whether its connection lives", async () => {
  latest().welcomes();
  live.wake();
  expect(latest().sent.at(-1)?.["op"]).toBe("ping");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(connections.at(-1)).toBe("lost");
});

test("a ticket that fails late does not undo the connection that was opened meanwhile", async () => {
  let refuse: (error: Error) => void = () => expect.unreachable();
  credential = () => new Promise((_, reject) => (refuse = reject));
  latest().onclose?.({ code: 1006 });
  await vi.advanceTimersByTimeAsync(500);
  credential = async () => ({ ticket: "awake" });
  live.wake();
  await vi.advanceTimersByTimeAsync(0);
  latest().welcomes();
  refuse(new TypeError("offline"));
  await vi.advanceTimersByTimeAsync(0);
  expect(connections.at(-1)).toBe("open");
  const silent = latest();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(silent.closed, "its silence is still watched").toBe(true);
  expect(connections.at(-1)).toBe("lost");
});

test("a ticket that comes late opens no second connection", async () => {
  let give: (ticket: { ticket: string }) => void = () => expect.unreachable();
  credential = () => new Promise((resolve) => (give = resolve));
  latest().onclose?.({ code: 1006 });
  await vi.advanceTimersByTimeAsync(500);
  credential = async () => ({ ticket: "awake" });
  live.wake();
  await vi.advanceTimersByTimeAsync(0);
  latest().onclose?.({ code: 1006 });
  const before = sockets.length;
  give({ ticket: "late" });
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets).toHaveLength(before);
});

test("a ticket that never comes is not waited for", async () => {
  credential = () => new Promise(() => undefined);
  latest().onclose?.({ code: 1006 });
  await vi.advanceTimersByTimeAsync(500);
  credential = async () => ({ ticket: "again" });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(connections.at(-1)).toBe("connecting");
  await vi.advanceTimersByTimeAsync(1);
  expect(connections.at(-1)).toBe("lost");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(latest().protocols).toEqual(["klynge.v1.json", "ticket.again"]);
});

test("one connection serves several topics", () => {
  latest().welcomes();
  live.follow("lillebaelt/people", null);
  expect(latest().sent.at(-1)).toEqual({ op: "sub", id: 2, topic: "lillebaelt/people" });
  latest().says({ op: "snap", topic: "lillebaelt/people", pos: 4, cursor: "c4", part: 1, last: true, rows: {} });
  expect(news).toEqual([{ kind: "snapshot", topic: "lillebaelt/people", pos: 4, rows: {} }]);
  live.unfollow("lillebaelt/people");
  expect(latest().sent.at(-1)).toEqual({ op: "unsub", id: 3, topic: "lillebaelt/people" });
});

test("close codes say by their range whether to return", () => {
  expect([4000, 4099, 4100, 4199, 4200, 4299, 1006, 1012].map(returnAfter)).toEqual([
    "never", "never", "later", "later", "at-once", "at-once", "later", "later",
  ]);
});

test("the wait is anything below a ceiling that doubles up to its limit", () => {
  const retry = { min_ms: 500, max_ms: 3_000 };
  expect([0, 1, 2, 3, 10].map((tries) => backOffMs(tries, retry, () => 1))).toEqual([500, 1_000, 2_000, 3_000, 3_000]);
  expect(backOffMs(3, retry, () => 0)).toBe(0);
  const bye = { op: "bye", code: 1012, retry: { after_ms: 100, jitter_ms: 50 } } as const;
  expect([byeMs(bye, () => 0), byeMs(bye, () => 1)]).toEqual([100, 150]);
});
