/** Who looks after personal data, what they have searched for, and what is asked to be erased. */

import { computed, signal } from "@preact/signals";
import type { Row } from "../../clients/ts/messages.ts";
import type { Around } from "../forms/around.ts";
import type { Voice } from "../live/announcer.ts";
import { ask } from "../live/ask.ts";
import { Drafts } from "../live/drafts.ts";
import { currentSession } from "../live/session.ts";
import type { Session } from "../live/session.ts";
import { view } from "../live/view.ts";
import { protection } from "../words/protection/words.ts";
import { personsIn } from "./rows.ts";
import type { ErasureRow, Person, Read, ReadsPage } from "./rows.ts";
import type { Asked } from "./search.ts";

const OFFICES = new Set(["data-protection", "administrator"]);
const ERASURES = "dk/erasures";
const AGAIN_MS = 2_000;

export class Watching {
  /** Undefined: not known yet. */
  readonly session = signal<Session | undefined>(undefined);
  readonly failed = signal(false);
  readonly persons = signal<readonly Person[]>([]);
  /** Undefined: not asked for yet. */
  readonly reads = signal<readonly Read[] | undefined>(undefined);
  readonly next = signal<number | null>(null);
  /** Null: they cannot be had. */
  readonly erasures = signal<readonly (readonly [string, ErasureRow])[] | null | undefined>(undefined);
  readonly drafts = computed(() => {
    const person = this.session.value?.person.id;
    return person === undefined ? null : new Drafts(person, localStorage, sessionStorage);
  });
  readonly isOfficer = computed(() => this.session.value?.offices.includes("data-protection") ?? false);
  /** Who decides on erasures: the administrator confirms them too. */
  readonly decides = computed(() => this.session.value?.offices.some((each) => OFFICES.has(each)) ?? false);
  /** Who may ask for an erasure: the secretariat does too, and sees what it asked for. */
  readonly asks = computed(
    () => this.decides.value || (this.session.value?.roles.some(({ voice }) => voice === "secretariat") ?? false),
  );
  readonly around: Around;
  readonly #voice: Voice;
  #asked: Asked = {};

  constructor(voice: Voice) {
    this.#voice = voice;
    this.around = {
      drafts: this.drafts,
      away: signal(false),
      position: () => 0,
      answered: (_stream, position, said) => {
        voice.say(said);
        void this.showErasures(position);
      },
    };
  }

  async enter(): Promise<void> {
    try {
      const session = await currentSession();
      if (session === null) {
        location.replace(`/log-ind?${new URLSearchParams({ next: location.pathname + location.search }).toString()}`);
        return;
      }
      this.session.value = session;
      await this.search({});
      if (!this.asks.value) return;
      this.persons.value = personsIn((await view("dk/people", { prefix: "person/" })).rows);
      await this.showErasures();
    } catch {
      this.failed.value = true;
    }
  }

  async search(asked: Asked): Promise<void> {
    const page = await this.#page(asked);
    this.#asked = asked;
    this.reads.value = page.reads;
    this.next.value = page.next;
    if (Object.keys(asked).length > 0) this.#voice.say(protection.reads.found(page.reads.length, page.next !== null));
  }

  async more(): Promise<void> {
    const page = await this.#page({ ...this.#asked, after: String(this.next.value) });
    this.reads.value = [...(this.reads.value ?? []), ...page.reads];
    this.next.value = page.next;
  }

  async showErasures(minPosition?: number): Promise<void> {
    try {
      const { rows } = await view(ERASURES, minPosition === undefined ? {} : { minPosition });
      this.erasures.value = Object.entries(rows).map(([key, row]) => [key, asErasure(row)] as const);
      // It is carried out in a moment, and nothing else on the page would tell.
      if (this.erasures.value.some(([, { state }]) => state === "confirmed")) setTimeout(() => void this.showErasures(), AGAIN_MS);
    } catch {
      this.erasures.value = null;
    }
  }

  #page(asked: Asked): Promise<ReadsPage> {
    const query = new URLSearchParams({ ...asked, limit: "100" }).toString();
    return ask<ReadsPage>(`/v1/access-log?${query}`);
  }
}

const asErasure = (row: Row): ErasureRow => row as unknown as ErasureRow;
