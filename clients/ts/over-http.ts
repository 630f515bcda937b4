/**
 * Following without a socket, where a proxy lets none through: the socket's own frames as a stream of events, or as answers
 * to long questions. Loaded when it is needed. The cursors are the same, so nothing is lost or doubled between carriers.
 */

import type { Ears, Line } from "./line.ts";
import type { Bye, CloudEvent, Cursor, FromServer, Problem, Sub, ToServer, Topic } from "./messages.ts";
import { Events } from "./sse.ts";
import type { Sent } from "./sse.ts";
import { CHANGES, NOW, START } from "./topics.ts";

export { trySocket } from "./trial.ts";

export interface Http {
  /** Of the socket; the others are beside it. */
  readonly url: string;
  readonly carrier: "stream" | "poll";
  readonly headers: Readonly<Record<string, string>>;
  readonly ears: Ears;
}

/** Silence on a stream for so long means that somebody holds it back: between two heartbeats lie 15 s. */
const SILENCE_MS = 20_000;
/** So long a question may wait for its answer. */
const WAIT_S = 25;
const UNAUTHENTICATED = 4001;
const OVERLOADED = 4100;
const ANSWER_MS = 10_000;
const SECOND_MS = 1_000;

export function overHttp(http: Http): Line {
  let over = false;
  const ears: Ears = {
    heard: (message) => void (over || http.ears.heard(message)),
    lost: (loss, code) => {
      if (over) return;
      close();
      http.ears.lost(loss, code);
    },
  };
  const rows = new RowsPull({ ...http, ears });
  const events = new EventsPull({ ...http, ears });
  const close = (): void => {
    over = true;
    rows.stop();
    events.stop();
  };
  const send = (message: ToServer): void => {
    switch (message.op) {
      case "sub":
        (message.topic === CHANGES ? events : rows).follow(message);
        return;
      case "unsub":
        (message.topic === CHANGES ? events : rows).unfollow(message.topic);
        return;
      case "ping":
        rows.again();
        events.again();
        return;
    }
  };
  return { send, close };
}

/** One question that is asked again and again. */
abstract class Pull {
  protected readonly http: Http;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answered = false;

  constructor(http: Http) {
    this.http = http;
  }

  /** Where to ask; null: there is nothing to ask for. */
  protected abstract address(): string | null;
  protected abstract sent(sent: Sent): void;
  protected abstract page(answer: Response): Promise<void>;
  protected abstract refused(problem: Problem): void;

  abstract follow(sub: Sub): void;
  abstract unfollow(topic: Topic): void;

  stop(): void {
    this.#asking.abort();
    clearTimeout(this.#timer);
  }

  /** Leave the question that is out and ask anew, once what is being said now has been said. */
  again(): void {
    this.stop();
    const asking = (this.#asking = new AbortController());
    queueMicrotask(() => void this.#ask(asking.signal));
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { carrier, headers, ears } = this.http;
    const stream = carrier === "stream";
    try {
      for (let address; !signal.aborted && (address = this.address()) !== null; ) {
        this.#watch(stream ? ANSWER_MS : WAIT_S * SECOND_MS + ANSWER_MS);
        const accept = stream ? "text/event-stream" : "application/json";
        const wait = stream ? "" : `&wait=${WAIT_S}`;
        const answer = await fetch(address + wait, { headers: { ...headers, Accept: accept }, signal });
        if (signal.aborted) return;
        if (!answer.ok) return await this.#no(answer);
        if (!stream) await this.page(answer);
        else await this.#read(answer, signal);
        this.#answered = true;
        if (stream && !signal.aborted) return ears.lost("cut", 0);
        ears.heard({ op: "pong", t: 0 });
      }
    } catch {
      if (!signal.aborted) ears.lost(this.#answered ? "cut" : "unreachable", 0);
    }
  }

  async #read(answer: Response, signal: AbortSignal): Promise<void> {
    if (!answer.headers.get("Content-Type")?.startsWith("text/event-stream")) return this.http.ears.lost("refused", 0);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    const events = new Events();
    for (;;) {
      this.#watch(SILENCE_MS);
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      this.#answered = true;
      const found = events.take(value);
      for (const each of found) {
        this.sent(each);
        if (signal.aborted) return;
      }
      // A comment says that somebody is there.
      if (found.length === 0 && value.startsWith(":")) this.http.ears.heard({ op: "pong", t: 0 });
    }
  }

  async #no(answer: Response): Promise<void> {
    const { ears } = this.http;
    const ours = answer.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
    // A proxy's word, or that of a release before these ways: what the server thinks of a topic it says in a frame.
    if (!ours || answer.status === 404) return ears.lost("refused", 0);
    if (answer.status === 401) return ears.lost("told", UNAUTHENTICATED);
    if (answer.status === 429 || answer.status >= 500) {
      const after_ms = Number(answer.headers.get("Retry-After") ?? 0) * SECOND_MS;
      ears.heard({ op: "bye", code: OVERLOADED, retry: { after_ms, jitter_ms: SECOND_MS } });
      return ears.lost("told", OVERLOADED);
    }
    this.refused((await answer.json()) as Problem);
  }

  #watch(silenceMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.http.ears.lost("silent", 0), silenceMs);
  }
}

/** Topics of rows: the frames are the socket's own. */
class RowsPull extends Pull {
  readonly #topics = new Map<Topic, Cursor | null>();

  override follow({ id, topic, since }: Sub): void {
    this.#topics.set(topic, since ?? null);
    this.http.ears.heard({ op: "ok", id, topic });
    this.again();
  }

  override unfollow(topic: Topic): void {
    this.#topics.delete(topic);
    this.again();
  }

  protected override address(): string | null {
    if (this.#topics.size === 0) return null;
    const query = [...this.#topics].map(([topic, since]) => `topic=${encodeURIComponent(topic)}&since=${since ?? ""}`);
    return `${beside(this.http.url, "live/frames")}?${query.join("&")}`;
  }

  protected override sent({ data }: Sent): void {
    this.#take(JSON.parse(data) as FromServer);
  }

  protected override async page(answer: Response): Promise<void> {
    for (const message of (await answer.json()) as FromServer[]) this.#take(message);
  }

  protected override refused(problem: Problem): void {
    const topics = [...this.#topics.keys()];
    this.#topics.clear();
    for (const topic of topics) this.http.ears.heard({ op: "error", problem: { ...problem, topic } });
  }

  #take(message: FromServer): void {
    if ("cursor" in message && message.op !== "access" && (!("last" in message) || message.last !== false)) {
      if (this.#topics.has(message.topic)) this.#topics.set(message.topic, message.cursor);
    } else if (message.op === "reset") this.#topics.set(message.topic, null);
    else if (message.op === "error" && message.problem.topic) this.#topics.delete(message.problem.topic);
    this.http.ears.heard(message);
    if (message.op === "bye") this.http.ears.lost("told", message.code);
  }
}

/** The topic `changes`, by the feed of events: each page becomes the frame that a socket would have brought. */
class EventsPull extends Pull {
  #wish: Sub | null = null;
  #after: Cursor = NOW;
  #pos = -1;

  override follow(sub: Sub): void {
    this.#wish = sub;
    this.#after = sub.since ?? NOW;
    this.#pos = -1;
    this.http.ears.heard({ op: "ok", id: sub.id, topic: CHANGES });
    this.again();
  }

  override unfollow(): void {
    this.#wish = null;
    this.again();
  }

  protected override address(): string | null {
    if (this.#wish === null) return null;
    const query = new URLSearchParams({ after: this.#after });
    for (const topic of this.#wish.topics ?? []) query.append("topic", topic);
    for (const type of this.#wish.types ?? []) query.append("type", type);
    const path = this.http.carrier === "stream" ? "changes/stream" : "changes";
    return `${beside(this.http.url, path)}?${query.toString()}`;
  }

  protected override sent({ event, data, id }: Sent): void {
    if (event === "change") this.#take([JSON.parse(data) as CloudEvent], id);
    else if (event === "reset") this.#begin();
    else if (event === "sync") this.#synced(id);
    else if (event === "bye") this.#bye({ op: "bye", ...(JSON.parse(data) as Omit<Bye, "op">) });
  }

  protected override async page(answer: Response): Promise<void> {
    const cursor = answer.headers.get("Klynge-Next") ?? this.#after;
    this.#take((await answer.json()) as CloudEvent[], cursor);
    if (answer.headers.get("Klynge-Up-To-Date") === "true") this.#synced(cursor);
  }

  protected override refused(problem: Problem): void {
    if (problem.status === 409) return this.#begin();
    this.#wish = null;
    this.http.ears.heard({ op: "error", problem: { ...problem, topic: CHANGES } });
  }

  /** The log was put back from a copy: everything is told anew. */
  #begin(): void {
    this.#after = START;
    this.#pos = -1;
    this.http.ears.heard({ op: "reset", topic: CHANGES, reason: "epoch" });
    this.again();
  }

  #bye(bye: Bye): void {
    this.http.ears.heard(bye);
    this.http.ears.lost("told", bye.code);
  }

  #take(events: readonly CloudEvent[], cursor: Cursor): void {
    this.#after = cursor;
    const last = events.at(-1);
    if (last === undefined) return;
    const prev = this.#pos;
    this.#pos = Number(last.sequence);
    this.http.ears.heard({ op: "evs", topic: CHANGES, pos: this.#pos, prev, cursor, events });
  }

  #synced(cursor: Cursor): void {
    this.#after = cursor;
    this.http.ears.heard({ op: "sync", topic: CHANGES, pos: this.#pos, cursor });
  }
}

function beside(socket: string, path: string): string {
  return socket.replace(/^ws/, "http").replace(/live$/, path);
}
