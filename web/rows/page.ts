/** A page of rows as a whole: its topics, its connection, and who reads it. Made once. */

import { computed, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Changes, Heartbeat } from "../../clients/ts/messages.ts";
import type { Around } from "../forms/around.ts";
import { Announcer } from "../live/announcer.ts";
import type { Voice } from "../live/announcer.ts";
import { isStatus } from "../live/ask.ts";
import { shown } from "../live/commands.ts";
import { Connection } from "../live/connection.ts";
import { Drafts } from "../live/drafts.ts";
import { Feed } from "../live/feed.ts";
import { following } from "../live/following.ts";
import { lookAtHeads } from "../live/heads.ts";
import { currentSession } from "../live/session.ts";
import type { Session } from "../live/session.ts";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import type { AsOf, View } from "../live/view.ts";
import { words } from "../words/words.ts";

const AWAY = new Set(["lost", "offline", "signed-out", "ended"]);

/** What an address says of a page of rows. */
export interface RowsAddress {
  readonly scope: string;
  /** What is shown; the first of them is the page's own. */
  readonly topics: readonly string[];
  /** A position or a time; null is now. */
  readonly at: string | null;
}

/** What is said aloud of news of the page's own topic; null: nothing. */
export type Telling = (set: Changes) => string | null;

export type Missing = "not-found" | "no-moment" | "no-answer";

export class RowPage<A extends RowsAddress = RowsAddress> {
  readonly address: A;
  /** Of the page's own topic. */
  readonly own: Store;
  /** What meetings and their items are called. */
  readonly meetings: Store;
  readonly connection: Connection;
  readonly session = signal<Session | null>(null);
  readonly heartbeat = signal<Heartbeat | null>(null);
  readonly missing = signal<Missing | null>(null);
  readonly drafts = computed(() => {
    const person = this.session.value?.person.id;
    return person === undefined ? null : new Drafts(person, localStorage, sessionStorage);
  });
  /** What its forms need. */
  readonly around: Around;
  readonly #stores: ReadonlyMap<string, Store>;
  readonly #announcer: Announcer;
  readonly #telling: Telling;
  #told = 0;

  constructor(address: A, voice: Voice, telling: Telling = () => null) {
    this.address = address;
    this.#telling = telling;
    this.#stores = new Map(address.topics.map((topic) => [topic, new Store()]));
    this.own = this.store(address.topics[0] ?? "");
    this.meetings = this.store(`${address.scope}/meetings`);
    const later = (run: () => void, ms: number): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    this.#announcer = new Announcer({ ...voice, several: words.several, later: (run, ms) => void later(run, ms) });
    this.connection = new Connection(
      {
        now: () => new Date(),
        later,
        onLoss: () => undefined,
        onLastingLoss: (at) => voice.say(words.lost(at)),
        onReturn: () => undefined,
      },
      address.at === null ? "loading" : "history",
    );
    this.around = {
      drafts: this.drafts,
      away: computed(() => AWAY.has(this.connection.standing.value.state)),
      position: () => this.own.position.peek(),
      answered: (_stream, position, said) => {
        void shown(this.own, address.topics[0] ?? "", position).catch(() => undefined);
        this.#announcer.answered(position, said);
      },
    };
  }

  get past(): boolean {
    return this.address.at !== null;
  }

  /** The rows of a topic; none where the page does not show it. */
  store(topic: string): Store {
    return this.#stores.get(topic) ?? new Store();
  }

  /** Show the first picture; from then on follow every topic, unless it is a picture of the past. */
  async enter(): Promise<void> {
    const asOf = this.address.at === null ? {} : { at: this.address.at };
    void currentSession()
      .then((session) => (this.session.value = session))
      .catch(() => undefined);
    try {
      const views = await Promise.all(this.address.topics.map((topic) => this.first(topic, asOf)));
      for (const first of views) this.#stores.get(first.topic)?.replace(first.rows, first.position);
      this.connection.painted();
      if (!this.past) this.#follow(views);
      void lookAtHeads(this.heartbeat);
    } catch (error) {
      if (isStatus(error, 401)) signInAgain();
      else if (this.past && isStatus(error, 400)) this.missing.value = "no-moment";
      else this.missing.value = isStatus(error, 403, 404) ? "not-found" : "no-answer";
    }
  }

  /** The first picture of a topic. */
  protected first(topic: string, asOf: AsOf): Promise<View> {
    return view(topic, asOf);
  }

  /** The own topic is refused: it is none, or no more for this reader. */
  protected refused(): void {
    this.own.forget();
    this.missing.value = "not-found";
  }

  #follow(views: readonly View[]): void {
    const feeds = new Map(
      [...this.#stores].map(([topic, store]) => {
        const own = store === this.own;
        const onSynced = own ? () => this.connection.synced() : () => undefined;
        const onRefused = own ? () => this.refused() : onSynced;
        const onRows = own ? (set: Changes, now: boolean) => this.#tell(set, now) : () => undefined;
        return [topic, new Feed(store, { onSynced, onRefused, onRows })];
      }),
    );
    const live = following({
      onNews: (news) => feeds.get(news.topic)?.heard(news),
      onConnection: (connection) => this.connection.reported(connection),
      onHeartbeat: (heartbeat) => (this.heartbeat.value = heartbeat),
    });
    void live.then((each) => {
      for (const { topic, position, cursor } of views) each.follow(topic, { pos: position, cursor });
    });
  }

  /** News are said once; those of an own command by its answer or by the row, whichever comes first. */
  #tell(set: Changes, now: boolean): void {
    const text = now ? this.#telling(set) : null;
    if (text === null) return;
    this.#told += 1;
    this.#announcer.heard({ n: this.#told, position: this.own.position.peek(), text });
  }
}

function signInAgain(): void {
  const here = location.pathname + location.search + location.hash;
  location.replace(`/log-ind?${new URLSearchParams({ next: here }).toString()}`);
}

export const OnPage = createContext<RowPage | null>(null);

export function usePage(): RowPage {
  const page = useContext(OnPage);
  if (page === null) throw new Error("outside the page");
  return page;
}

/** The rows of a kind, under their keys, in the order of the keys. */
export function rowsOf<R extends { readonly type: string }>(store: Store, type: R["type"]): readonly Keyed<R>[] {
  return store.all.value.flatMap((key) => {
    const row = store.row<R>(key).value;
    return row?.type === type ? [{ key, row }] : [];
  });
}

export interface Keyed<R> {
  readonly key: string;
  readonly row: R;
}
