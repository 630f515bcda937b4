/** The meeting room as a whole: its stores, its connection, and what the reader has before them. Made once. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Live } from "../../clients/ts/live.ts";
import type { Heartbeat, Presence, ResetReason, State } from "../../clients/ts/messages.ts";
import { Announcer } from "../live/announcer.ts";
import type { Voice } from "../live/announcer.ts";
import { isStatus } from "../live/ask.ts";
import { Connection } from "../live/connection.ts";
import { Drafts } from "../live/drafts.ts";
import { Feed } from "../live/feed.ts";
import { following } from "../live/following.ts";
import { lookAtHeads } from "../live/heads.ts";
import type { Role, Session } from "../live/session.ts";
import { Store } from "../live/store.ts";
import type { View } from "../live/view.ts";
import { words } from "../words/words.ts";
import { floorOf, itemsOf, meetingOf } from "./agenda.ts";
import type { Address } from "../parts/address.ts";
import type { FirstView } from "./first-view.ts";
import { Following } from "./following.ts";
import { Fresh } from "./fresh.ts";
import { Listed } from "./listed.ts";
import { Minutes } from "./minutes.ts";
import { ownPlaces } from "./own-places.ts";
import type { ItemRow } from "./rows.ts";
import { Spoken } from "./spoken.ts";

export type Missing = "not-found" | "no-moment" | "no-answer";

export interface Wanted {
  readonly position: number | null;
}

const QUESTION = "question";

export class Room {
  readonly address: Address;
  readonly meeting = new Store();
  readonly people = new Store();
  readonly fresh = new Fresh();
  readonly announcer: Announcer;
  readonly spoken: Spoken;
  readonly connection: Connection;
  readonly following: Following;
  readonly listed: Listed;
  readonly minutes: Minutes;
  readonly session = signal<Session | null>(null);
  readonly drafts = computed(() => {
    const person = this.session.value?.person.id;
    return person === undefined ? null : new Drafts(person, localStorage, sessionStorage);
  });
  /** The reader's seat in the body that meets, or where they stand in. */
  readonly role: ReadonlySignal<Role | null>;
  /** All of them, where they hold several. */
  readonly roles: ReadonlySignal<readonly Role[]>;
  readonly items: ReadonlySignal<readonly string[]>;
  readonly floor: ReadonlySignal<string | null>;
  readonly heartbeat = signal<Heartbeat | null>(null);
  readonly missing = signal<Missing | null>(null);
  /** Whether the meeting is all of the cluster that is the reader's to see. */
  readonly alone = signal(false);
  /** Numbers of items the reader could follow until just now. */
  readonly lostItems = signal<readonly string[]>([]);
  /** Where the reader asked to be taken: to what was recorded at a position, else to the heading of the item. */
  readonly wanted = signal<Wanted | null>(null);
  /** Whoever shows who is online is told of it; null: nobody tells any more, over HTTP. */
  onPresence: ((change: Presence | null) => void) | null = null;
  readonly #feeds = new Map<string, Feed>();
  readonly #stores: Map<string, Store>;
  /** What was open before rows were lost. */
  #losing: (readonly [key: string, number: string])[] | null = null;
  #live: Promise<Live> | null = null;

  constructor(address: Address, voice: Voice) {
    this.address = address;
    this.#stores = new Map([[address.topic, this.meeting]]);
    const later = (run: () => void, ms: number): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    this.announcer = new Announcer({ ...voice, several: words.several, later });
    this.spoken = new Spoken(this.meeting, this.announcer);
    this.connection = new Connection(
      {
        now: () => new Date(),
        later,
        onLoss: () => this.spoken.lost(),
        onLastingLoss: (at) => this.announcer.say(words.lost(at)),
        onReturn: (said) => this.spoken.returned(said),
      },
      address.at === null ? "loading" : "history",
    );
    this.items = itemsOf(this.meeting);
    this.floor = floorOf(this.meeting);
    const meeting = meetingOf(this.meeting);
    const over = computed(() => meeting.value?.phase === "adjourned" || meeting.value?.phase === "reported");
    this.roles = computed(() => ownPlaces(this.session.value, this.meeting, this.people));
    this.role = computed(() => this.roles.value[0] ?? null);
    this.listed = new Listed(this);
    this.minutes = new Minutes(this);
    this.following = new Following({ items: this.items, floor: this.floor, over }, (item) => this.#begun(item));
  }

  get past(): boolean {
    return this.address.at !== null;
  }

  /** Show the first picture; from then on follow the meeting, unless it is a picture of the past. */
  async enter(first: FirstView): Promise<void> {
    void first.session.then((session) => (this.session.value = session)).catch(() => undefined);
    try {
      const meeting = await first.meeting;
      this.meeting.replace(meeting.rows, meeting.position);
      this.spoken.pictured();
      this.connection.painted();
      if (!this.past) this.#follow(meeting);
      void lookAtHeads(this.heartbeat);
      // Names of seats come after the meeting itself is painted: nobody waits for them.
      void first.people
        .then((people) => this.alsoFollow(this.people, people))
        .catch((error: unknown) => (this.alone.value = isStatus(error, 404)));
    } catch (error) {
      if (isStatus(error, 401)) signInAgain();
      else if (this.past && isStatus(error, 400)) this.missing.value = "no-moment";
      else this.missing.value = isStatus(error, 403, 404) ? "not-found" : "no-answer";
    }
  }

  /** Whoever opens the item under discussion follows the meeting on from it; the address must not hold them back. */
  open(item: string): void {
    this.following.open(item);
    if (item === this.floor.peek()) history.replaceState(null, "", location.pathname + location.search);
  }

  /** Open an item and put the focus on its heading, or on what was recorded in it at a position. */
  goTo(item: string, position: number | null = null): void {
    this.open(item);
    this.wanted.value = { position };
  }

  /** Another topic by the same connection, from its first picture on. */
  alsoFollow(store: Store, first: View): void {
    store.replace(first.rows, first.position);
    this.#stores.set(first.topic, store);
    this.#feeds.set(first.topic, new Feed(store, {}));
    const from = { pos: first.position, cursor: first.cursor };
    void this.#live?.then((live) => live.follow(first.topic, from));
  }

  /** The rows of a topic that is followed. */
  storeOf(topic: string): Store | null {
    return this.#stores.get(topic) ?? null;
  }

  /** How the reader is here; of somebody else: their hand is taken down. */
  attend(state: State | null, person?: string): void {
    void this.#live?.then((live) => live.attend(this.address.topic, state, person));
  }

  questionField(item: string): string {
    return `${QUESTION}/${item}`;
  }

  #follow(meeting: View): void {
    const { topic } = this.address;
    this.#feeds.set(
      topic,
      new Feed(this.meeting, {
        onRows: (set, isLive) => {
          this.fresh.arrived(set);
          this.spoken.changed(set, isLive);
        },
        onLosing: () => (this.#losing ??= this.#openItems()),
        onReset: () => this.spoken.pictured(),
        onSnapshot: (replace, reason) => this.#pictured(replace, reason),
        onSynced: () => this.connection.synced(),
        onPresence: (change) => this.onPresence?.(change),
        onRefused: () => this.#shutOut(),
      }),
    );
    this.#live = following({
      onNews: (news) => this.#feeds.get(news.topic)?.heard(news),
      onConnection: (connection) => {
        if (connection.state === "open" && connection.carrier !== "socket") this.onPresence?.(null);
        this.connection.reported(connection);
      },
      onHeartbeat: (heartbeat) => (this.heartbeat.value = heartbeat),
    });
    const from = { pos: meeting.position, cursor: meeting.cursor };
    void this.#live.then((live) => live.follow(topic, from, true));
  }

  #pictured(replace: () => void, reason: ResetReason | null): void {
    const before = this.#losing ?? this.#openItems();
    this.#losing = null;
    replace();
    this.spoken.pictured();
    if (reason !== "access") return;
    const still = new Set(this.#openItems().map(([key]) => key));
    this.lostItems.value = before.filter(([key]) => !still.has(key)).map(([, number]) => number);
    const [number] = this.lostItems.value;
    if (number !== undefined) this.announcer.say(words.lostAccess(number));
  }

  /** The whole meeting is closed to the reader from now on: nothing of it stays on the page. */
  #shutOut(): void {
    this.meeting.forget();
    this.spoken.pictured();
    this.missing.value = "not-found";
  }

  #openItems(): (readonly [key: string, number: string])[] {
    return this.items.peek().flatMap((key) => {
      const item = this.meeting.row<ItemRow>(key).peek();
      return item === null || item.hidden ? [] : [[key, item.number] as const];
    });
  }

  #begun(item: string): boolean {
    if (this.drafts.peek()?.begun(this.address.topic, `/${item}`)) return true;
    const focused = document.activeElement;
    return focused?.closest("[data-item]") != null && !focused.matches("[data-heading]");
  }
}

function signInAgain(): void {
  const here = location.pathname + location.search + location.hash;
  location.replace(`/log-ind?${new URLSearchParams({ next: here }).toString()}`);
}
