/** A list page as a whole: its rows, its connection, and who reads it. Made once. */

import { computed, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Live } from "../../clients/ts/live.ts";
import type { Heartbeat } from "../../clients/ts/messages.ts";
import type { Voice } from "../live/announcer.ts";
import { isStatus } from "../live/ask.ts";
import { Connection } from "../live/connection.ts";
import { Drafts } from "../live/drafts.ts";
import { Feed } from "../live/feed.ts";
import { currentSession, socketTicket } from "../live/session.ts";
import type { Session } from "../live/session.ts";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import type { View } from "../live/view.ts";
import { words } from "../words/words.ts";
import type { ListAddress } from "./address.ts";

const CLIENT = { name: "klynge-web", version: "1" };

export type Missing = "not-found" | "no-moment" | "no-answer";

export class ListPage {
  readonly address: ListAddress;
  /** Of the list itself. */
  readonly own = new Store();
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
  readonly #stores: ReadonlyMap<string, Store>;

  constructor(address: ListAddress, voice: Voice) {
    this.address = address;
    const [own = "", ...others] = address.topics;
    const more = others.map((topic) => [topic, new Store()] as const);
    this.#stores = new Map([[own, this.own], ...more]);
    this.meetings = this.#stores.get(`${address.scope}/meetings`) ?? new Store();
    const later = (run: () => void, ms: number): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
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
  }

  get past(): boolean {
    return this.address.at !== null;
  }

  /** Show the first picture; from then on follow every topic, unless it is a picture of the past. */
  async enter(): Promise<void> {
    const asOf = this.address.at === null ? {} : { at: this.address.at };
    void currentSession()
      .then((session) => (this.session.value = session))
      .catch(() => undefined);
    try {
      const views = await Promise.all(this.address.topics.map((topic) => this.#view(topic, asOf)));
      for (const first of views) this.#stores.get(first.topic)?.replace(first.rows, first.position);
      this.connection.painted();
      if (!this.past) this.#follow(views);
    } catch (error) {
      if (isStatus(error, 401)) signInAgain();
      else if (this.past && isStatus(error, 400)) this.missing.value = "no-moment";
      else this.missing.value = isStatus(error, 403, 404) ? "not-found" : "no-answer";
    }
  }

  /** Minutes that nobody has begun are an empty page, and come when they are written. They are not asked for before. */
  async #view(topic: string, asOf: { at?: string }): Promise<View> {
    const { scope, sheet, name } = this.address;
    if (sheet !== "referat" || topic === `${scope}/meetings`) return view(topic, asOf);
    const { position, cursor, rows } = await view(`${scope}/meetings`, { ...asOf, prefix: name });
    const meeting = rows[name] as { readonly minutes?: string | null } | undefined;
    if (meeting === undefined) this.missing.value = "not-found";
    return meeting?.minutes == null ? { topic, position, cursor, rows: {} } : view(topic, asOf);
  }

  #follow(views: readonly View[]): void {
    const feeds = new Map(
      [...this.#stores].map(([topic, store]) => {
        const own = store === this.own;
        const onSynced = own ? () => this.connection.synced() : () => undefined;
        // Minutes that nobody has begun are refused; the rest of the page stands.
        const onRefused = own && this.address.sheet !== "referat" ? () => this.#shutOut() : onSynced;
        return [topic, new Feed(store, { onSynced, onRefused })];
      }),
    );
    const live = new Live({
      url: `${location.origin.replace(/^http/, "ws")}/v1/live`,
      client: CLIENT,
      credential: socketTicket,
      onNews: (news) => feeds.get(news.topic)?.heard(news),
      onConnection: (connection) => this.connection.reported(connection),
      onHeartbeat: (heartbeat) => (this.heartbeat.value = heartbeat),
    });
    for (const { topic, position, cursor } of views) live.follow(topic, { pos: position, cursor });
    live.start();
    addEventListener("online", () => live.wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") live.wake();
    });
  }

  #shutOut(): void {
    this.own.forget();
    this.missing.value = "not-found";
  }
}

function signInAgain(): void {
  const here = location.pathname + location.search + location.hash;
  location.replace(`/log-ind?${new URLSearchParams({ next: here }).toString()}`);
}

export const OnPage = createContext<ListPage | null>(null);

export function usePage(): ListPage {
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
