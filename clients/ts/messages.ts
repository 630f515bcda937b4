/** Every message of the live protocol `klynge.v1.json`, in both directions. Nothing else defines one. */

import type { EventOf } from "./events.ts";

export const PROTOCOL = "klynge.v1.json";
export const TICKET_PREFIX = "ticket.";

/** The address of a view without `/v1/`: `lillebaelt/meeting/2024-04-09-strategic`. */
export type Topic = string;
/** Where a reader stands, opaque; handed back unchanged as `since`. */
export type Cursor = string;
/** A row as shown; `type` names its class. */
export type Row = { readonly type: string };
export type Rows = Readonly<Record<string, Row>>;
/** key -> the whole new row, or null where it is gone. */
export type Changes = Readonly<Record<string, Row | null>>;

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** RFC 9457. `detail` is the Danish reason. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly detail_en?: string;
  readonly pointer?: string;
  /** Of a topic that may not be followed any more. */
  readonly topic?: Topic;
}

/** A person who is online in a meeting. */
export interface Connected {
  readonly person: Named;
  /** Whom the person sits for. */
  readonly roles: readonly string[];
  readonly connections: number;
  /** Where in the order of raised hands theirs went up, from 1; null: it is down. */
  readonly hand: number | null;
}

/** How somebody is there, by their own word. */
export interface State {
  readonly hand: boolean;
}

// --- to the server ---

export interface Hello {
  readonly op: "hello";
  readonly client: { readonly name: string; readonly version: string };
  /** Only from clients that are no browser; a browser shows its ticket in the sub-protocol. */
  readonly token?: string;
}

export interface Sub {
  readonly op: "sub";
  readonly id: number;
  readonly topic: Topic;
  readonly since?: Cursor;
  readonly presence?: true;
  /** False: only what changes from now on. */
  readonly snapshot?: false;
  /** Of the topic `changes`: events of these streams alone. */
  readonly topics?: readonly string[];
  /** Of the topic `changes`: events of these types alone. */
  readonly types?: readonly string[];
}

/** Go on after the sign-in ends, on the same connection: a fresh ticket or a fresh token, of the same person. */
export interface Auth {
  readonly op: "auth";
  readonly id: number;
  readonly token?: string;
  readonly ticket?: string;
}

export interface Unsub {
  readonly op: "unsub";
  readonly id: number;
  readonly topic: Topic;
}

/** How one is there at a topic whose presence one follows; of `person`: whoever gives the floor takes their hand down. */
export interface Attend {
  readonly op: "presence";
  readonly id: number;
  readonly topic: Topic;
  readonly state: State | null;
  readonly person?: string;
}

export interface Ping {
  readonly op: "ping";
  readonly t: number;
}

export type ToServer = Hello | Auth | Sub | Unsub | Attend | Ping;

// --- from the server ---

export interface Retry {
  readonly min_ms: number;
  readonly max_ms: number;
}

export interface Welcome {
  readonly op: "welcome";
  readonly conn?: string;
  readonly epoch: string;
  readonly head: number;
  readonly hb_ms: number;
  /** By name, what a socket may ask for and how long it lasts. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly retry: Retry;
  /** When the sign-in ends, seconds since 1970 UTC. */
  readonly exp?: number;
}

export interface Ok {
  readonly op: "ok";
  readonly id: number;
  readonly topic?: Topic;
  readonly mode?: "resumed" | "snapshot" | "live";
  /** Of a `sub`: where the topic stands. */
  readonly pos?: number;
  /** Of a `sub` that resumes: how many positions of the log were missed. */
  readonly behind?: number;
  /** Of an `auth`: when the sign-in ends now, seconds since 1970 UTC. */
  readonly exp?: number;
}

export interface Snap {
  readonly op: "snap";
  readonly topic: Topic;
  readonly pos: number;
  readonly cursor: Cursor;
  /** Counted from 1; applied with the last. */
  readonly part: number;
  readonly last: boolean;
  readonly rows: Rows;
  /** Rows that are too long for a frame, and where they are read. */
  readonly href?: Readonly<Record<string, string>>;
}

export interface RowsChanged {
  readonly op: "rows";
  readonly topic: Topic;
  readonly pos: number;
  /** The position before, of those this reader may see. */
  readonly prev: number;
  readonly cursor: Cursor;
  readonly set: Changes;
  readonly part?: number;
  readonly last?: boolean;
  readonly href?: Readonly<Record<string, string>>;
}

/** CloudEvents 1.0.2, each by its `type`. */
export type CloudEvent = { [T in keyof EventOf]: EventOfType<T> }[keyof EventOf];

export interface EventOfType<T extends keyof EventOf> {
  readonly id: string;
  readonly source: string;
  readonly type: T;
  readonly subject: string;
  readonly time: string;
  /** Sortable; only for comparing within one life of the log. */
  readonly sequence: string;
  readonly data: Told<EventOf[T]>;
  /** On the wire, of one longer than a frame, instead of `data`: where it is read. */
  readonly dataref?: string;
}

export interface Told<E> {
  readonly position: number;
  readonly version: number;
  readonly causation: number | null;
  readonly correlation: number;
  readonly by: { readonly person: string; readonly seat: string | null; readonly rule: string };
  /** Its own fields, as events of this type have them. */
  readonly event: E;
  readonly da: string;
  readonly en: string;
}

/** Of the topic `changes`: events of one transaction, or of a slice of what was missed. */
export interface Events {
  readonly op: "evs";
  readonly topic: Topic;
  readonly pos: number;
  readonly prev: number;
  readonly cursor: Cursor;
  readonly events: readonly CloudEvent[];
}

/** Caught up: what follows happens now. */
export interface Sync {
  readonly op: "sync";
  readonly topic: Topic;
  readonly pos: number;
  readonly cursor: Cursor;
}

/** Everything known of the topic is void; a snapshot follows. */
export interface Reset {
  readonly op: "reset";
  readonly topic: Topic;
  readonly reason: ResetReason;
}

export type ResetReason = "epoch" | "access" | "lag" | "schema" | "redacted" | "names";

/** A right or a door changed: the lost rows are to be forgotten at once. A reset follows. */
export interface Access {
  readonly op: "access";
  readonly topic: Topic;
  /** None: all of the topic. */
  readonly lost?: readonly string[];
  readonly gained?: readonly string[];
  /** Where the topic stands by the new right. */
  readonly cursor?: Cursor;
}

export interface Presence {
  readonly op: "pres";
  readonly topic: Topic;
  readonly full?: readonly Connected[];
  readonly join?: readonly Connected[];
  readonly leave?: readonly string[];
  /** People who are there otherwise than before. */
  readonly update?: readonly Connected[];
  /** How many are there, where there are too many to be told one by one: then those with a hand up alone are. */
  readonly count?: number;
}

export interface Heartbeat {
  readonly op: "hb";
  /** The clock of the service, milliseconds since 1970 UTC. */
  readonly t?: number;
  readonly heads: Readonly<Record<Topic, number>>;
  /** How much of the log is sealed, and how much of that is witnessed by others. */
  readonly sealed?: number | null;
  readonly witnessed?: number | null;
}

export interface Pong {
  readonly op: "pong";
  readonly t: number;
}

export interface Trouble {
  readonly op: "error";
  readonly id?: number;
  readonly problem: Problem;
}

export interface AuthExpiring {
  readonly op: "auth_expiring";
  readonly in_s: number;
}

export interface Bye {
  readonly op: "bye";
  readonly code: number;
  readonly retry: { readonly after_ms: number; readonly jitter_ms: number };
  /** Why, where the code does not say it all. */
  readonly problem?: Problem;
}

export type FromServer =
  | Welcome
  | Ok
  | Snap
  | RowsChanged
  | Events
  | Sync
  | Reset
  | Access
  | Presence
  | Heartbeat
  | Pong
  | Trouble
  | AuthExpiring
  | Bye;
