/** Who calls, for which bodies they may, and the meeting that was called. */

import { computed, signal } from "@preact/signals";
import type { Named } from "../../clients/ts/messages.ts";
import type { Around } from "../forms/around.ts";
import type { Voice } from "../live/announcer.ts";
import { Drafts } from "../live/drafts.ts";
import { currentSession } from "../live/session.ts";
import type { Session } from "../live/session.ts";

const SECRETARIAT = "secretariat";

export class Calling {
  readonly scope: string;
  /** Undefined: not known yet. */
  readonly session = signal<Session | undefined>(undefined);
  readonly failed = signal(false);
  readonly called = signal<{ topic: string; startsAt: string } | null>(null);
  readonly drafts = computed(() => {
    const person = this.session.value?.person.id;
    return person === undefined ? null : new Drafts(person, localStorage, sessionStorage);
  });
  /** The bodies of the cluster in which the reader has a secretariat seat. */
  readonly bodies = computed(() => {
    const held = (this.session.value?.roles ?? []).filter(
      (role) => role.scope === this.scope && role.voice === SECRETARIAT,
    );
    return [...new Map<string, Named>(held.map(({ body }) => [body.id, body])).values()];
  });
  readonly around: Around;

  constructor(scope: string, voice: Voice) {
    this.scope = scope;
    this.around = {
      drafts: this.drafts,
      away: signal(false),
      position: () => 0,
      answered: (_stream, _position, said) => voice.say(said),
    };
  }

  async enter(): Promise<void> {
    try {
      const session = await currentSession();
      if (session !== null) this.session.value = session;
      else location.replace(`/log-ind?${new URLSearchParams({ next: location.pathname + location.search }).toString()}`);
    } catch {
      this.failed.value = true;
    }
  }
}
