/** The meeting's line in the list of meetings: when a paper says it was held, and how far its minutes have come. */

import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { isStatus } from "../live/ask.ts";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import { meetingOf } from "./agenda.ts";
import type { Room } from "./room.ts";

const AGAIN_MS = 10_000;

export interface ListedRow {
  readonly type: "meeting";
  /** Of a meeting entered afterwards. A day that a paper leaves open is the first or the last there is. */
  readonly held: { readonly earliest: string; readonly latest: string } | null;
  /** Null: nobody has written any. */
  readonly minutes: string | null;
}

/** Asked for once the meeting is over, and followed from then on: so nobody asks for minutes that are not there. */
export class Listed {
  readonly row: ReadonlySignal<ListedRow | null>;
  readonly #store = new Store();
  readonly #room: Room;
  readonly #asked = signal(false);

  constructor(room: Room) {
    this.#room = room;
    this.row = this.#store.row<ListedRow>(room.address.topic.split("/")[2] ?? "");
    const meeting = meetingOf(room.meeting);
    effect(() => {
      const phase = meeting.value?.phase;
      if ((phase === "adjourned" || phase === "reported") && !this.#asked.value) this.#ask();
    });
  }

  #ask(): void {
    this.#asked.value = true;
    const { topic, at } = this.#room.address;
    const [scope, , name = ""] = topic.split("/");
    view(`${scope}/meetings`, { prefix: name, ...(at === null ? {} : { at }) }).then(
      (first) => this.#room.alsoFollow(this.#store, first),
      (error: unknown) => {
        if (!isStatus(error, 401, 403, 404)) setTimeout(() => (this.#asked.value = false), AGAIN_MS);
      },
    );
  }
}
