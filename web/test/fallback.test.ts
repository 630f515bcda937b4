/** Following where no socket gets through: over HTTP, from the same cursors, and back to a socket when there is one. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SOCKET_AGAIN_MS } from "../../clients/ts/ladder.ts";
import { Live } from "../../clients/ts/live.ts";
import type { Connection } from "../../clients/ts/live.ts";
import type { News } from "../../clients/ts/topics.ts";

const topic = "lillebaelt/meeting/x";
const TOPIC = encodeURIComponent(topic);

class Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {}

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  welcomes(): void {
    this.onopen?.();
    this.says({ op: "welcome", epoch: "e", head: 1, hb_ms: 15_000, retry: { min_ms: 500, max_ms: 8_000 } });
  }
}

/** What was begun and waits for no time is done. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

/** A question over HTTP that is under way. */
class Asked {
  readonly path: string;
  readonly accept: string;
  readonly signal: AbortSignal;
  readonly answer: Promise<Response>;
  #resolve!: (answer: Response) => void;
  #reject!: (error: Error) => void;
  #stream: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(url: string, init: RequestInit) {
    this.path = url.replace("http://klynge.test/v1/", "");
    this.accept = new Headers(init.headers).get("Accept") ?? "";
    this.signal = init.signal ?? new AbortController().signal;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
  }

  async streams(...messages: object[]): Promise<void> {
    await this.says(messages.map((each) => `data: ${JSON.stringify(each)}\n\n`).join(""));
  }

  async says(text: string): Promise<void> {
    if (this.#stream === null) {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (this.#stream = controller) });
      this.#resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
    }
    this.#stream?.enqueue(new TextEncoder().encode(text));
    await settled();
  }

  async ends(): Promise<void> {
    this.#stream?.close();
    await settled();
  }

  async answers(body: unknown, init: ResponseInit = {}): Promise<void> {
    this.#resolve(new Response(JSON.stringify(body), init));
    await settled();
  }

  async fails(): Promise<void> {
    this.#reject(new TypeError("network"));
    await settled();
  }
}

let sockets: Socket[];
let asked: Asked[];
let connections: Connection[];
let news: News[];
let live: Live;
const socket = (): Socket => sockets.at(-1) ?? expect.unreachable();
const question = (): Asked => asked.at(-1) ?? expect.unreachable();
const carrier = (): string | null => {
  const last = connections.at(-1);
  return last?.state === "open" ? last.carrier : null;
};
const rows = (prev: number, pos: number): object => ({
  op: "rows", topic, prev, pos, cursor: `c${pos}`, set: { [`k${pos}`]: { type: "point" } },
});
const positions = (): number[] => news.flatMap((each) => (each.kind === "rows" ? [each.pos] : []));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  sockets = [];
  asked = [];
  connections = [];
  news = [];
  vi.stubGlobal("fetch", (url: string | URL, init: RequestInit) => {
    asked.push(new Asked(String(url), init));
    return question().answer;
  });
  live = new Live({
    url: "ws://klynge.test/v1/live",
    client: { name: "test", version: "1" },
    credential: async (by) => (by === "socket" ? { ticket: "t" } : { session: true }),
    onNews: (each) => news.push(each),
    onConnection: (connection) => connections.push(connection),
    random: () => 1,
    open: () => {
      sockets.push(new Socket());
      return socket() as unknown as WebSocket;
    },
  });
  live.follow(topic, { pos: 10, cursor: "c10" });
  live.start();
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A socket that is refused three times. */
async function refused(): Promise<void> {
  for (const wait of [500, 1_000, 0]) {
    socket().onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(wait);
  }
  await asks(1);
}

/** Until so many questions were asked; what is loaded when it is needed takes a moment of real time. */
async function asks(count: number): Promise<void> {
  while (asked.length < count) await settled();
}

test("after three sockets in vain the same frames are followed as a stream, from the same cursor", async () => {
  await refused();
  expect(question().accept).toBe("text/event-stream");
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c10`);
  await question().streams(rows(10, 12), { op: "sync", topic, pos: 12, cursor: "c12" }, rows(12, 13));
  expect(carrier()).toBe("stream");
  expect(positions()).toEqual([12, 13]);
});

test("a stream that ends is opened again from where it stood", async () => {
  await refused();
  await question().streams({ op: "sync", topic, pos: 12, cursor: "c12" }, { op: "hb", heads: {} });
  await question().ends();
  await vi.advanceTimersByTimeAsync(0);
  await asks(2);
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c12`);
});

test("a socket silent for two heartbeats gives way to the stream at once, and a silent stream to the long poll", async () => {
  socket().welcomes();
  socket().says(rows(10, 12));
  await vi.advanceTimersByTimeAsync(30_001);
  await asks(1);
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c12`);
  await question().streams({ op: "sync", topic, pos: 12, cursor: "c12" });
  const stream = question();
  await vi.advanceTimersByTimeAsync(20_001);
  await asks(2);
  expect(stream.signal.aborted).toBe(true);
  expect(question().accept).toBe("application/json");
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c12&wait=25`);
  await question().answers([rows(12, 14), { op: "sync", topic, pos: 14, cursor: "c14" }]);
  expect(carrier()).toBe("poll");
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c14&wait=25`);
  await question().answers([rows(12, 14), rows(14, 15)]);
  expect(positions()).toEqual([12, 14, 15]);
});

test("a silence on the stream is measured from what was heard last", async () => {
  await refused();
  await question().streams({ op: "sync", topic, pos: 12, cursor: "c12" });
  for (let times = 0; times < 5; times += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    await question().streams({ op: "hb", heads: {} });
  }
  expect(asked).toHaveLength(1);
});

test("a socket is tried again after five minutes, beside what is followed, which ends when it is welcomed", async () => {
  await refused();
  await question().streams({ op: "sync", topic, pos: 12, cursor: "c12" });
  const beat = async (ms: number): Promise<void> => {
    for (let gone = 0; gone < ms; gone += 10_000) {
      await vi.advanceTimersByTimeAsync(10_000);
      await question().streams({ op: "hb", heads: {} });
    }
  };
  expect(sockets).toHaveLength(3);
  await beat(SOCKET_AGAIN_MS);
  expect(sockets).toHaveLength(4);
  socket().onclose?.({ code: 1006 });
  await question().streams(rows(12, 13));
  expect(positions()).toEqual([13]);
  await beat(SOCKET_AGAIN_MS);
  expect(sockets).toHaveLength(5);
  const stream = question();
  socket().welcomes();
  expect(stream.signal.aborted).toBe(true);
  expect(carrier()).toBe("socket");
  expect(socket().sent.at(-1)).toMatchObject({ op: "sub", topic, since: "c13" });
  socket().says(rows(13, 14));
  expect(positions()).toEqual([13, 14]);
});

test("a server that is gone altogether is looked for by the socket", async () => {
  await refused();
  await question().fails();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(sockets).toHaveLength(4);
});

test("the server's own no is waited out as it says", async () => {
  await refused();
  const busy = { headers: { "Content-Type": "application/problem+json", "Retry-After": "7" }, status: 503 };
  await question().answers({ status: 503 }, busy);
  await vi.advanceTimersByTimeAsync(6_999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_001);
  await asks(2);
});

test("whoever is signed out is not let in over HTTP either", async () => {
  await refused();
  await question().answers({ status: 401 }, { headers: { "Content-Type": "application/problem+json" }, status: 401 });
  expect(connections.at(-1)).toEqual({ state: "signed-out" });
});

test("another topic is followed by the same way", async () => {
  await refused();
  await question().streams({ op: "sync", topic, pos: 12, cursor: "c12" });
  live.follow("lillebaelt/people", null);
  await asks(2);
  expect(question().path).toBe(`live/frames?topic=${TOPIC}&since=c12&topic=${encodeURIComponent("lillebaelt/people")}&since=`);
  await question().streams({ op: "snap", topic: "lillebaelt/people", pos: 4, cursor: "p4", part: 1, last: true, rows: {} });
  expect(news.at(-1)).toEqual({ kind: "snapshot", topic: "lillebaelt/people", pos: 4, rows: {} });
});

test("events come from the feed, after the cursor that was kept", async () => {
  live.unfollow(topic);
  live.followChanges("f7", { types: ["fund.allocated"] });
  await refused();
  expect(question().path).toBe("changes/stream?after=f7&type=fund.allocated");
  await question().says(`event: change\nid: f9\ndata: ${JSON.stringify({ id: "e9", sequence: "0000000000009" })}\n\n`);
  await question().says("event: sync\nid: f11\ndata: {}\n\n");
  expect(news).toMatchObject([
    { kind: "events", pos: 9, cursor: "f9", events: [{ id: "e9" }] },
    { kind: "synced", cursor: "f11" },
  ]);
  await question().ends();
  await vi.advanceTimersByTimeAsync(8_000);
  await asks(2);
  expect(question().path).toBe("changes/stream?after=f11&type=fund.allocated");
});

test("a stream of events that says goodbye is opened again in the time that it names", async () => {
  live.unfollow(topic);
  live.followChanges("f7");
  await refused();
  await question().says('event: bye\ndata: {"code":1012,"retry":{"after_ms":0,"jitter_ms":5000}}\n\n');
  expect(connections.at(-1)).toEqual({ state: "lost", restarting: true });
  await vi.advanceTimersByTimeAsync(4_999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await asks(2);
});

test("a sign-in that ends soon goes on by a fresh ticket, on the same socket", async () => {
  socket().welcomes();
  socket().says({ op: "auth_expiring", in_s: 60 });
  await vi.advanceTimersByTimeAsync(0);
  expect(socket().sent.at(-1)).toEqual({ op: "auth", id: 0, ticket: "t" });
  expect(sockets).toHaveLength(1);
});

test("a row too long for its frame is read where the frame says, and what comes after waits for it", async () => {
  socket().welcomes();
  socket().says({ ...rows(10, 12), href: { long: "/v1/long" } });
  socket().says(rows(12, 13));
  await asks(1);
  expect(positions()).toEqual([]);
  expect(String(question().path)).toContain("long");
  await question().answers({ rows: { long: { type: "item" } } });
  expect(positions()).toEqual([12, 13]);
  expect(news.find((each) => each.kind === "rows")).toMatchObject({ set: { long: { type: "item" }, k12: { type: "point" } } });
});

test("an event too long for its frame is read where it says, and what comes after waits for it", async () => {
  live.followChanges("f7");
  socket().welcomes();
  const event = (position: number, more: object): object => ({ id: `e${position}`, sequence: `${position}`, ...more });
  const evs = (prev: number, pos: number, more: object): object => ({
    op: "evs", topic: "changes", prev, pos, cursor: `f${pos}`, events: [event(pos, more)],
  });
  socket().says(evs(7, 8, { dataref: "/v1/changes?after=f7&limit=1" }));
  socket().says(evs(8, 9, { data: { da: "Kort." } }));
  await asks(1);
  expect(String(question().path)).toContain("changes?after=f7&limit=1");
  expect(news.filter((each) => each.kind === "events")).toEqual([]);
  await question().answers([event(8, { data: { da: "Langt." } })]);
  expect(news.flatMap((each) => (each.kind === "events" ? each.events.map(({ data }) => data.da) : []))).toEqual(["Langt.", "Kort."]);
});
