/**
 * Which topics are followed and where each of them stands. Pure: messages go in, steps come out, and nothing here
 * knows a socket or a clock.
 *
 * A topic is never shown with a hole. What does not follow on from the place we stand at is not applied; we subscribe
 * again from that place instead, and the server fills the gap from the log.
 */

import type {
  Access,
  Changes,
  CloudEvent,
  Cursor,
  Events,
  FromServer,
  Heartbeat,
  Presence,
  Problem,
  ResetReason,
  Row,
  Rows,
  RowsChanged,
  Snap,
  Sub,
  Sync,
  ToServer,
  Topic,
} from "./messages.ts";

/** The topic of everything that happens, told as events; all others are told as rows. */
export const CHANGES = "changes";
/** Cursors of that topic that everybody knows: before the first event, and after the last. */
export const START = "start";
export const NOW = "now";

export interface Place {
  /** -1 where a cursor is all that is known. */
  readonly pos: number;
  readonly cursor: Cursor;
}

/** What of a topic is asked for. */
export interface Wish {
  readonly presence?: true;
  readonly topics?: readonly string[];
  readonly types?: readonly string[];
}

/** What the user of a topic is told. `live` is false while catching up. */
export type News =
  | { readonly kind: "snapshot"; readonly topic: Topic; readonly pos: number; readonly rows: Rows }
  | {
      readonly kind: "rows";
      readonly topic: Topic;
      readonly pos: number;
      readonly set: Changes;
      readonly live: boolean;
    }
  /** `cursor` is where to go on after these events; keep it with what was done because of them. */
  | {
      readonly kind: "events";
      readonly topic: Topic;
      readonly pos: number;
      readonly cursor: Cursor;
      readonly events: readonly CloudEvent[];
      readonly live: boolean;
    }
  | { readonly kind: "synced"; readonly topic: Topic; readonly pos: number; readonly cursor: Cursor }
  /** These rows, or all (null), are not to be seen any more; a reset follows. */
  | { readonly kind: "lost"; readonly topic: Topic; readonly keys: readonly string[] | null }
  | { readonly kind: "reset"; readonly topic: Topic; readonly reason: ResetReason }
  | { readonly kind: "presence"; readonly topic: Topic; readonly change: Presence }
  | { readonly kind: "refused"; readonly topic: Topic; readonly problem: Problem };

export type Step =
  | { readonly do: "send"; readonly message: ToServer }
  | { readonly do: "tell"; readonly news: News }
  /** The server could not serve the topic just now: come back later. */
  | { readonly do: "come-back" };

interface Parts {
  readonly op: "snap" | "rows";
  readonly pos: number;
  readonly next: number;
  readonly rows: Record<string, Row | null>;
}

interface Followed {
  readonly wish: Wish;
  place: Place | null;
  live: boolean;
  /** The `sub` not answered yet. */
  asked: number | null;
  parts: Parts | null;
  /** Where the last gap was met: a second one at the same place is answered by a snapshot. */
  gapAt: number | null;
}

const SERVER_FAULT = 500;

export class Topics {
  readonly #followed = new Map<Topic, Followed>();
  #lastId = 0;

  /** Follow a topic, from a place already known (a view fetched by HTTP) or from the beginning. */
  follow(topic: Topic, from: Place | null, wish: Wish = {}): void {
    this.#followed.set(topic, { wish, place: from, live: false, asked: null, parts: null, gapAt: null });
  }

  /** Subscribe to one topic, or on a new connection to all of them, each from where it stands. */
  subscribe(topic?: Topic): Step[] {
    const topics = topic === undefined ? [...this.#followed.keys()] : [topic];
    return topics.flatMap((name) => {
      const followed = this.#followed.get(name);
      if (followed === undefined) return [];
      followed.live = false;
      followed.parts = null;
      return [this.#ask(name, followed, followed.place)];
    });
  }

  /** Where a topic stands; null: nothing of it is known. */
  place(topic: Topic): Place | null {
    return this.#followed.get(topic)?.place ?? null;
  }

  unfollow(topic: Topic): Step[] {
    if (!this.#followed.delete(topic)) return [];
    this.#lastId += 1;
    return [{ do: "send", message: { op: "unsub", id: this.#lastId, topic } }];
  }

  received(message: FromServer): Step[] {
    switch (message.op) {
      case "snap":
      case "rows":
      case "evs":
      case "sync":
      case "reset":
      case "access":
      case "pres":
      case "ok":
        return this.#receivedOf(message.topic ?? "", message);
      case "error":
        return this.#refused(message.id, message.problem.topic, message.problem);
      case "hb":
        return this.#behind(message);
      default:
        return [];
    }
  }

  #receivedOf(topic: Topic, message: FromServer): Step[] {
    const followed = this.#followed.get(topic);
    if (followed === undefined) return [];
    switch (message.op) {
      case "ok":
        if (followed.asked === message.id) followed.asked = null;
        return [];
      case "snap":
        return this.#snapshot(message, followed);
      case "rows":
        return this.#rows(message, followed);
      case "evs":
        return this.#events(message, followed);
      case "access":
        return lost(message, followed);
      case "sync":
        return synced(message, followed);
      case "reset":
        Object.assign(followed, { place: beginning(topic), live: false, parts: null });
        return [{ do: "tell", news: { kind: "reset", topic, reason: message.reason } }];
      case "pres":
        return [{ do: "tell", news: { kind: "presence", topic, change: message } }];
      default:
        return [];
    }
  }

  #snapshot(message: Snap, followed: Followed): Step[] {
    const { topic, pos, cursor } = message;
    if (!collected(followed, "snap", pos, message.part, message.rows)) return this.#again(topic, followed, null);
    if (!message.last) return [];
    const rows = (followed.parts?.rows ?? {}) as Record<string, Row>;
    Object.assign(followed, { place: { pos, cursor }, parts: null, gapAt: null });
    return [{ do: "tell", news: { kind: "snapshot", topic, pos, rows } }];
  }

  #rows(message: RowsChanged, followed: Followed): Step[] {
    const { place } = followed;
    const { topic, pos, prev, cursor } = message;
    if (place === null || pos <= place.pos) return [];
    // A row is sent whole, so a frame that starts before our place and ends after it holds nothing stale.
    if (prev > place.pos) return this.#again(topic, followed, place);
    if (!collected(followed, "rows", pos, message.part ?? 1, message.set)) return this.#again(topic, followed, place);
    if (message.last === false) return [];
    const set = followed.parts?.rows ?? {};
    Object.assign(followed, { place: { pos, cursor }, parts: null });
    return [{ do: "tell", news: { kind: "rows", topic, pos, set, live: followed.live } }];
  }

  #events(message: Events, followed: Followed): Step[] {
    const { topic, pos, prev, cursor, events } = message;
    const at = followed.place?.pos ?? -1;
    if (at >= 0 && pos <= at) return [];
    if (at >= 0 && prev > at) return this.#again(topic, followed, followed.place);
    followed.place = { pos, cursor };
    // Of events that overlap the place, those before it were told.
    const fresh = events.filter((event) => Number(event.sequence) > at);
    return [{ do: "tell", news: { kind: "events", topic, pos, cursor, events: fresh, live: followed.live } }];
  }

  /** The last message before a silence cannot be missed by its successor; the heartbeat tells. */
  #behind(message: Heartbeat): Step[] {
    return Object.entries(message.heads).flatMap(([topic, head]) => {
      const followed = this.#followed.get(topic);
      if (!followed?.live || followed.place === null || head <= followed.place.pos) return [];
      return this.#again(topic, followed, followed.place);
    });
  }

  #refused(id: number | undefined, named: Topic | undefined, problem: Problem): Step[] {
    const found = [...this.#followed].find(([topic, { asked }]) => topic === named || (id !== undefined && asked === id));
    if (found === undefined) return [];
    const [topic, followed] = found;
    followed.asked = null;
    if (problem.status >= SERVER_FAULT) return [{ do: "come-back" }];
    this.#followed.delete(topic);
    return [{ do: "tell", news: { kind: "refused", topic, problem } }];
  }

  #again(topic: Topic, followed: Followed, from: Place | null): Step[] {
    followed.parts = null;
    if (followed.asked !== null) return [];
    followed.live = false;
    const at = from?.pos ?? null;
    const stuck = at !== null && followed.gapAt === at;
    followed.gapAt = at;
    return [this.#ask(topic, followed, stuck && topic !== CHANGES ? null : from)];
  }

  #ask(topic: Topic, followed: Followed, from: Place | null): Step {
    this.#lastId += 1;
    followed.asked = this.#lastId;
    const message: Sub = {
      op: "sub",
      id: this.#lastId,
      topic,
      ...(from === null || from.cursor === NOW ? {} : { since: from.cursor }),
      ...followed.wish,
    };
    return { do: "send", message };
  }
}

/** Where a topic stands of which nothing is known any more: rows are shown anew, events are all told again. */
function beginning(topic: Topic): Place | null {
  return topic === CHANGES ? { pos: -1, cursor: START } : null;
}

function synced(message: Sync, followed: Followed): Step[] {
  const { topic, pos, cursor } = message;
  // -1: over HTTP a position is not known before there is an event, but the cursor leads on all the same.
  if (followed.place === null || pos === -1 || pos >= followed.place.pos) {
    followed.place = { pos: Math.max(pos, followed.place?.pos ?? -1), cursor };
  }
  followed.live = true;
  return [{ do: "tell", news: { kind: "synced", topic, pos, cursor: followed.place.cursor } }];
}

function lost(message: Access, followed: Followed): Step[] {
  Object.assign(followed, { live: false, parts: null });
  return [{ do: "tell", news: { kind: "lost", topic: message.topic, keys: message.lost ?? null } }];
}

/** Add one part to what is being collected. False: a part is missing. */
function collected(followed: Followed, op: Parts["op"], pos: number, part: number, rows: Changes): boolean {
  const before = followed.parts;
  if (part === 1) {
    followed.parts = { op, pos, next: 2, rows: { ...rows } };
    return true;
  }
  if (before === null || before.op !== op || before.pos !== pos || before.next !== part) return false;
  followed.parts = { op, pos, next: part + 1, rows: Object.assign(before.rows, rows) };
  return true;
}
