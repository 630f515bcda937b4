/**
 * By which carrier to follow: a socket, a stream of events over HTTP, or one long question after the other. Proxies that
 * refuse sockets, cut them or hold back what they carry are met by stepping down; after a while a socket is tried again.
 * Pure: the time comes in from outside.
 */

export type Carrier = "socket" | "stream" | "poll";

/** How a line ended. */
export type Loss =
  /** Nothing was heard for too long, though nothing said that the line is gone. */
  | "silent"
  /** It ended, or never opened, without a word of the server. */
  | "cut"
  /** Something that is not the server, or cannot do this, answered. */
  | "refused"
  /** Nothing answers at all: not the carrier's fault. */
  | "unreachable"
  /** The server itself ended it. */
  | "told";

/** In a row, of a carrier that never lasted; then the next one is used. */
export const FAILURES_MAX = 3;
/** So long after the socket was given up, or tried in vain, it is tried again. */
export const SOCKET_AGAIN_MS = 300_000;

const NEXT = { socket: "stream", stream: "poll", poll: "socket" } as const;

export class Ladder {
  #carrier: Carrier = "socket";
  #failures = 0;
  #socketAgainAt = 0;

  get carrier(): Carrier {
    return this.#carrier;
  }

  /** The carrier brought something for long enough to be trusted. */
  lasted(): void {
    this.#failures = 0;
  }

  /** A line ended. True: another carrier is to be used now, and there is nothing to wait for. */
  lost(loss: Loss, nowMs: number): boolean {
    if (loss === "told") return false;
    if (loss === "unreachable" && this.#carrier !== "socket") {
      this.back();
      return false;
    }
    this.#failures += 1;
    if (loss !== "silent" && this.#failures < FAILURES_MAX) return false;
    if (this.#carrier === "socket") this.#socketAgainAt = nowMs + SOCKET_AGAIN_MS;
    this.#carrier = NEXT[this.#carrier];
    this.#failures = 0;
    return this.#carrier !== "socket";
  }

  /** How long until a socket is to be tried again; null while one is used. */
  socketInMs(nowMs: number): number | null {
    return this.#carrier === "socket" ? null : Math.max(0, this.#socketAgainAt - nowMs);
  }

  /** A socket was tried in vain. */
  inVain(nowMs: number): void {
    this.#socketAgainAt = nowMs + SOCKET_AGAIN_MS;
  }

  /** To the socket again: it opened, or whatever else was tried had nobody at the other end either. */
  back(): void {
    this.#carrier = "socket";
    this.#failures = 0;
  }
}
