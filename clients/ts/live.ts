/**
 * One live connection for all followed topics: it is opened, watched, lost and opened again here. What the messages mean
 * is decided in `topics.ts`, by which carrier to come back in `ladder.ts`, and when in `backoff.ts`.
 */

import { SERVICE_RESTART, UNAUTHENTICATED, backOffMs, byeMs, returnAfter } from "./backoff.ts";
import { held } from "./held.ts";
import type { Held } from "./held.ts";
import { Ladder } from "./ladder.ts";
import type { Loss } from "./ladder.ts";
import { bySocket } from "./line.ts";
import type { Credential, Ears, Line } from "./line.ts";
import type { Bye, Cursor, FromServer, Retry, State, ToServer, Topic } from "./messages.ts";
import { SignedOut } from "./options.ts";
import type { Connection, Options } from "./options.ts";
import { CHANGES, Topics } from "./topics.ts";
import type { Place, Step, Wish } from "./topics.ts";

export { SignedOut } from "./options.ts";
export type { Connection, Options } from "./options.ts";

const HANDSHAKE_MS = 10_000;
const ANSWER_MS = 5_000;
const HEARTBEATS_MISSED = 2;
const RETRY: Retry = { min_ms: 500, max_ms: 30_000 };
/** Of no frame: our own watchdog gave the connection up. */
const SILENCE = 0;
const FOREVER = Infinity;

/** Of `auth` and `presence`, so that their answers are never taken for that of a `sub`. */
const OWN_ID = 0;
const nothing = (): void => undefined;

export class Live {
  readonly #options: Options;
  readonly #topics = new Topics();
  readonly #ladder = new Ladder();
  #line: Line | null = null;
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
  /** Fetched when no socket gets through. */
  #over: typeof import("./over-http.ts") | null = null;
  /** While following over HTTP, a socket is tried beside it now and then. */
  #dropTrial = nothing;
  #trialTimer: ReturnType<typeof setTimeout> | undefined;
  #held: Held | null = null;
  #headers: Record<string, string> = {};
  readonly #ears: Ears = {
    heard: (message) => (this.#held ??= this.#hold()).take(message),
    lost: (loss, code) => this.#lost(loss, code),
  };

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
    this.#drop();
  }

  /** The rows of a topic, from a place already known or from the beginning. */
  follow(topic: Topic, from: Place | null, presence = false): void {
    this.#follow(topic, from, presence ? { presence } : {});
  }

  /** What happens, as events: after a cursor that was kept, from the `start` of the record, or from `now` on. */
  followChanges(after: Cursor, wish: Pick<Wish, "topics" | "types"> = {}): void {
    this.#follow(CHANGES, { pos: -1, cursor: after }, wish);
  }

  unfollow(topic: Topic): void {
    const steps = this.#topics.unfollow(topic);
    if (this.#welcomed) this.#run(steps);
  }

  /** How one is there at a topic whose presence one follows, or `person` by the word of whoever gives the floor. */
  attend(topic: Topic, state: State | null, person?: string): void {
    if (this.#welcomed) this.#send({ op: "presence", id: OWN_ID, topic, state, ...(person && { person }) });
  }

  /** The network or the page came back: do not sit out the wait, and do not trust a connection that may be dead. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#line === null) {
      this.#tries = 0;
      void this.#connect();
    } else if (this.#welcomed) {
      this.#send({ op: "ping", t: Date.now() });
      this.#watch(ANSWER_MS, "cut");
      // Away for long, the socket may have been given up for no fault of a proxy's.
      if (this.#ladder.carrier !== "socket") this.#trySocket();
    }
  }

  #follow(topic: Topic, from: Place | null, wish: Wish): void {
    this.#topics.follow(topic, from, wish);
    if (this.#welcomed) this.#run(this.#topics.subscribe(topic));
  }

  // --- coming ---

  async #connect(): Promise<void> {
    const mine = ++this.#attempt;
    const { carrier } = this.#ladder;
    this.#watch(HANDSHAKE_MS, "told");
    this.#options.onConnection({ state: "connecting" });
    let credential: Credential;
    try {
      credential = await this.#options.credential(carrier);
      if (carrier !== "socket") this.#over ??= await import("./over-http.ts");
    } catch (error) {
      if (this.#isOver(mine)) return;
      if (error instanceof SignedOut) this.#end({ state: "signed-out" });
      else this.#comeBack(SILENCE);
      return;
    }
    if (this.#isOver(mine)) return;
    this.#headers = "token" in credential ? { Authorization: `Bearer ${credential.token}` } : {};
    if (this.#over === null || carrier === "socket") {
      this.#line = this.#socket(credential, this.#ears);
      this.#watch(HANDSHAKE_MS, "cut");
      return;
    }
    this.#line = this.#over.overHttp({ url: this.#options.url, carrier, headers: this.#headers, ears: this.#ears });
    this.#silenceMs = FOREVER; // each of its questions is watched there
    clearTimeout(this.#timer);
    this.#trySocketLater();
    this.#run(this.#topics.subscribe());
  }

  #socket(credential: Credential, ears: Ears): Line {
    const { url, client, open = (at, protocols) => new WebSocket(at, protocols) } = this.#options;
    return bySocket(url, open, client, credential, ears);
  }

  #isOver(attempt: number): boolean {
    return this.#stopped || this.#line !== null || attempt !== this.#attempt;
  }

  // --- while over HTTP: is there a socket again? ---

  #trySocketLater(): void {
    clearTimeout(this.#trialTimer);
    const wait = this.#ladder.socketInMs(Date.now());
    if (wait !== null) this.#trialTimer = setTimeout(() => this.#trySocket(), wait);
  }

  #trySocket(): void {
    this.#dropTrial();
    let own: Ears | null = null;
    if (this.#over === null) return;
    this.#dropTrial = this.#over.trySocket({
      open: async (heard, failed) => {
        const credential = await this.#options.credential("socket");
        return this.#socket(credential, {
          heard: (message) => (own?.heard ?? heard)(message),
          lost: (loss, code) => (own === null ? failed() : own.lost(loss, code)),
        });
      },
      works: (line, welcome) => {
        this.#dropTrial = nothing;
        this.#drop();
        this.#ladder.back();
        this.#line = line;
        own = this.#ears;
        own.heard(welcome);
      },
      inVain: () => {
        this.#ladder.inVain(Date.now());
        this.#trySocketLater();
      },
    });
  }

  // --- what comes ---

  #hold(): Held {
    const { url } = this.#options;
    return held(url, this.#headers, (message) => this.#receive(message), () => this.#lost("told", SILENCE));
  }

  #receive(message: FromServer): void {
    this.#watch(this.#silenceMs);
    switch (message.op) {
      case "welcome":
        this.#retry = message.retry;
        this.#silenceMs = message.hb_ms * HEARTBEATS_MISSED;
        this.#watch(this.#silenceMs);
        this.#opened();
        this.#run(this.#topics.subscribe());
        return;
      case "hb":
      case "pong":
        if (message.op === "hb") this.#options.onHeartbeat?.(message);
        else if (this.#ladder.carrier === "socket") return;
        // Only a connection that lasted counts as a success: one that is closed right after `welcome` must back off.
        this.#tries = 0;
        this.#ladder.lasted();
        break;
      case "bye":
        this.#bye = message;
        return;
      case "auth_expiring":
        void this.#renew();
        return;
    }
    if (message.op !== "ok" && message.op !== "error") this.#opened();
    this.#run(this.#topics.received(message));
  }

  #opened(): void {
    if (this.#welcomed) return;
    this.#welcomed = true;
    this.#options.onConnection({ state: "open", carrier: this.#ladder.carrier });
  }

  /** The sign-in ends soon: go on by a fresh one, on the same connection. Without one, the server closes in its time. */
  async #renew(): Promise<void> {
    const line = this.#line;
    const credential = await this.#options.credential(this.#ladder.carrier).catch(() => null);
    if (credential !== null && line !== null && line === this.#line) {
      line.send({ op: "auth", id: OWN_ID, ...credential });
    }
  }

  #run(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.do === "send") this.#send(step.message);
      else if (step.do === "tell") this.#options.onNews(step.news);
      else return this.#lost("told", SILENCE);
    }
  }

  #send(message: ToServer): void {
    this.#line?.send(message);
  }

  // --- going ---

  #watch(silenceMs: number, loss: Loss = "silent"): void {
    clearTimeout(this.#timer);
    if (silenceMs !== FOREVER) this.#timer = setTimeout(() => this.#lost(loss, SILENCE), silenceMs);
  }

  #lost(loss: Loss, code: number): void {
    this.#attempt += 1; // also where its ticket is still on its way
    const welcomed = this.#welcomed;
    const overHttp = this.#ladder.carrier !== "socket";
    this.#drop();
    if (this.#stopped) return;
    // Over HTTP a token that ran out is refused like any other; a fresh one is asked for first.
    const unknown = code === UNAUTHENTICATED;
    if (returnAfter(code) === "never" && !(unknown && overHttp && welcomed)) {
      return this.#end(unknown ? { state: "signed-out" } : { state: "ended", code });
    }
    const expected = welcomed && (returnAfter(code) === "at-once" || (overHttp && this.#tries === 0));
    const steppedDown = this.#ladder.lost(loss, Date.now());
    this.#tries -= Number(steppedDown); // another carrier was not tried yet
    this.#comeBack(code, steppedDown || expected);
  }

  #comeBack(code: number, atOnce = false): void {
    if (this.#stopped) return;
    const random = this.#options.random ?? Math.random;
    const bye = this.#bye;
    this.#bye = null;
    this.#options.onConnection({ state: "lost", restarting: code === SERVICE_RESTART });
    // A time that was named holds whatever the code: a process that is drained spreads those it lets go of.
    const named = bye !== null && bye.retry.after_ms + bye.retry.jitter_ms > 0;
    const wait = named ? byeMs(bye, random) : atOnce ? 0 : backOffMs(this.#tries, this.#retry, random);
    this.#tries += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), wait);
  }

  #end(connection: Connection): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#options.onConnection(connection);
  }

  #drop(): void {
    const line = this.#line;
    this.#line = null;
    this.#welcomed = false;
    this.#held?.drop();
    this.#held = null;
    this.#silenceMs = HANDSHAKE_MS;
    clearTimeout(this.#trialTimer);
    this.#dropTrial();
    this.#dropTrial = nothing;
    line?.close();
  }
}
