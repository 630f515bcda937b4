/**
 * One live connection for all followed topics: it is opened, watched, lost and opened again here. What the messages
 * mean is decided in `topics.ts`, when to come back in `backoff.ts`.
 */

import { SERVICE_RESTART, UNAUTHENTICATED, backOffMs, byeMs, returnAfter } from "./backoff.ts";
import { PROTOCOL, TICKET_PREFIX } from "./messages.ts";
import type { Bye, FromServer, Heartbeat, Hello, Retry, ToServer, Topic } from "./messages.ts";
import { Topics } from "./topics.ts";
import type { News, Place, Step } from "./topics.ts";

/** Browsers show a one-use ticket in the sub-protocol, all others a token in `hello`. */
export type Credential = { readonly ticket: string } | { readonly token: string };

/** Thrown by `credential` when there is no use in trying again: whoever asks is signed out. */
export class SignedOut extends Error {}

export type Connection =
  | { readonly state: "connecting" }
  | { readonly state: "open" }
  /** Gone, and we come back. */
  | { readonly state: "lost"; readonly restarting: boolean }
  | { readonly state: "signed-out" }
  /** Gone, and we do not come back. */
  | { readonly state: "ended"; readonly code: number };

export interface Options {
  readonly url: string;
  readonly client: Hello["client"];
  readonly credential: () => Promise<Credential>;
  readonly onNews: (news: News) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onHeartbeat?: (heartbeat: Heartbeat) => void;
  /** For tests. */
  readonly open?: (url: string, protocols: string[]) => WebSocket;
  readonly random?: () => number;
}

const HANDSHAKE_MS = 10_000;
const ANSWER_MS = 5_000;
const HEARTBEATS_MISSED = 2;
const RETRY: Retry = { min_ms: 500, max_ms: 30_000 };
const NORMAL_CLOSURE = 1000;
/** Of no frame: our own watchdog gave the connection up. */
const SILENCE = 0;

export class Live {
  readonly #options: Options;
  readonly #topics = new Topics();
  #socket: WebSocket | null = null;
  #welcomed = false;
  #stopped = true;
  /** Which try to connect this is; a ticket that was asked for by an earlier one comes too late. */
  #attempt = 0;
  #tries = 0;
  #retry: Retry = RETRY;
  #silenceMs = HANDSHAKE_MS;
  #bye: Bye | null = null;
  /** Either the watchdog of a connection, from its ticket on, or the wait for the next one; never both. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#stopped = false;
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#drop(NORMAL_CLOSURE);
  }

  follow(topic: Topic, from: Place | null, presence = false): void {
    this.#topics.follow(topic, from, presence);
    if (this.#welcomed) this.#run(this.#topics.subscribe(topic));
  }

  unfollow(topic: Topic): void {
    const steps = this.#topics.unfollow(topic);
    if (this.#welcomed) this.#run(steps);
  }

  /** The network or the page came back: do not sit out the wait, and do not trust a connection that may be dead. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#socket === null) {
      this.#tries = 0;
      void this.#connect();
    } else if (this.#welcomed) {
      this.#send({ op: "ping", t: Date.now() });
      this.#watch(ANSWER_MS);
    }
  }

  async #connect(): Promise<void> {
    const mine = ++this.#attempt;
    this.#watch(HANDSHAKE_MS);
    this.#options.onConnection({ state: "connecting" });
    let credential: Credential;
    try {
      credential = await this.#options.credential();
    } catch (error) {
      if (this.#isOver(mine)) return;
      if (error instanceof SignedOut) this.#end({ state: "signed-out" });
      else this.#comeBack(SILENCE);
      return;
    }
    if (this.#isOver(mine)) return;
    const open = this.#options.open ?? ((url, protocols) => new WebSocket(url, protocols));
    const ticket = "ticket" in credential ? [`${TICKET_PREFIX}${credential.ticket}`] : [];
    const socket = open(this.#options.url, [PROTOCOL, ...ticket]);
    this.#socket = socket;
    this.#watch(HANDSHAKE_MS);
    socket.onopen = () => {
      const token = "token" in credential ? { token: credential.token } : {};
      this.#send({ op: "hello", client: this.#options.client, ...token });
    };
    socket.onmessage = (event: MessageEvent<string>) => this.#receive(JSON.parse(event.data) as FromServer);
    socket.onclose = (event) => this.#lost(event.code);
  }

  #isOver(attempt: number): boolean {
    return this.#stopped || this.#socket !== null || attempt !== this.#attempt;
  }

  #receive(message: FromServer): void {
    this.#watch(this.#silenceMs);
    switch (message.op) {
      case "welcome":
        this.#welcomed = true;
        this.#retry = message.retry;
        this.#silenceMs = message.hb_ms * HEARTBEATS_MISSED;
        this.#watch(this.#silenceMs);
        this.#options.onConnection({ state: "open" });
        this.#run(this.#topics.subscribe());
        return;
      case "hb":
        // Only a connection that lasted counts as a success: one that is closed right after `welcome` must back off.
        this.#tries = 0;
        this.#options.onHeartbeat?.(message);
        break;
      case "bye":
        this.#bye = message;
        return;
    }
    this.#run(this.#topics.received(message));
  }

  #run(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.do === "send") this.#send(step.message);
      else if (step.do === "tell") this.#options.onNews(step.news);
      else return this.#lost(SILENCE);
    }
  }

  #send(message: ToServer): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #watch(silenceMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lost(SILENCE), silenceMs);
  }

  #lost(code: number): void {
    this.#attempt += 1; // also where its ticket is still on its way
    const welcomed = this.#welcomed;
    this.#drop(NORMAL_CLOSURE);
    if (this.#stopped) return;
    if (code === UNAUTHENTICATED) this.#end({ state: "signed-out" });
    else if (returnAfter(code) === "never") this.#end({ state: "ended", code });
    else this.#comeBack(code, welcomed && returnAfter(code) === "at-once");
  }

  #comeBack(code: number, atOnce = false): void {
    if (this.#stopped) return;
    const random = this.#options.random ?? Math.random;
    const bye = this.#bye;
    this.#bye = null;
    this.#options.onConnection({ state: "lost", restarting: code === SERVICE_RESTART });
    const wait = atOnce ? 0 : bye === null ? backOffMs(this.#tries, this.#retry, random) : byeMs(bye, random);
    this.#tries += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), wait);
  }

  #end(connection: Connection): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#options.onConnection(connection);
  }

  /** Let go of the socket. Its late events must not reach the next one. */
  #drop(code: number): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
  }
}
