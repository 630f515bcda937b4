/** The minutes of the meeting: asked for when the list of meetings tells that there are any, and followed from then on. */

import { computed, effect } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Named } from "../../clients/ts/messages.ts";
import { isStatus } from "../live/ask.ts";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import type { Room } from "./room.ts";

const AGAIN_MS = 10_000;

export interface MinutesRow {
  readonly type: "minutes";
  readonly state: "drafted" | "circulated" | "published" | "revised";
  readonly revision: number;
  readonly answer_by: string | null;
  readonly published: number | null;
  readonly published_at: string | null;
}

export interface CommentRow {
  readonly type: "comment";
  readonly item: string;
  readonly comment: string;
  readonly revision: number;
  readonly by: Named;
  readonly at: string;
  readonly text: string | null;
  readonly answer: string | null;
  readonly answered: boolean;
}

export interface ApprovalRow {
  readonly type: "approval";
  readonly revision: number;
  readonly seat: string;
  readonly person: Named;
  readonly at: string;
}

export interface NoteRow {
  readonly type: "note";
  readonly item: string;
  readonly at: string;
  readonly text: string | null;
}

interface TextRow {
  readonly type: "text";
  readonly text: string | null;
}

interface StreamRow {
  readonly type: "stream";
  readonly version: number;
}

export class Minutes {
  readonly topic: string;
  readonly store = new Store();
  readonly whole: ReadonlySignal<MinutesRow | null>;
  /** For `If-Match`; null where the reader may not follow everything. */
  readonly version: ReadonlySignal<number | null>;
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
    this.topic = room.address.topic.replace("/meeting/", "/minutes/");
    this.whole = this.store.row<MinutesRow>("minutes");
    this.version = computed(() => this.store.row<StreamRow>("stream").value?.version ?? null);
    effect(() => {
      if (room.listed.row.value?.minutes != null) this.#lookUntilThere();
    });
  }

  /** What the latest revision that speaks of an item says of it; `item` is its key in the meeting. */
  textOf(item: string): string | null {
    const latest = this.store.under(`${item}/text/`).value.at(-1);
    return latest === undefined ? null : (this.store.row<TextRow>(latest).value?.text ?? null);
  }

  rows<R extends { readonly type: string }>(prefix: string): readonly R[] {
    return this.store.under(prefix).value.flatMap((key) => this.store.row<R>(key).value ?? []);
  }

  /** Who approved the revision that is in hearing now, or stands published. */
  approvals(): readonly ApprovalRow[] {
    const revision = String(this.whole.value?.revision ?? 0).padStart(3, "0");
    return this.rows<ApprovalRow>(`approval/${revision}/`);
  }

  /** Look now: what was just written must be shown. */
  async look(): Promise<void> {
    if (this.store.position.peek() > 0) return;
    const { at } = this.#room.address;
    const first = await view(this.topic, at === null ? {} : { at });
    this.#room.alsoFollow(this.store, first);
  }

  #lookUntilThere(): void {
    this.look().catch((error: unknown) => {
      if (!this.#room.past && !isStatus(error, 401, 403, 404)) setTimeout(() => this.#lookUntilThere(), AGAIN_MS);
    });
  }
}
