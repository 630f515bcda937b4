/** Where the reader is told outside Klynge, of what, and what they were told. */

import { signal } from "@preact/signals";
import type { Voice } from "../live/announcer.ts";
import { ask } from "../live/ask.ts";
import { currentSession } from "../live/session.ts";
import type { Session } from "../live/session.ts";

const NOTICES = "/v1/notices";

export const SUBJECTS = ["invitation", "action", "referral"] as const;
/** What one may want no mail about, and that a webhook was given up, which its caretakers are told in any case. */
export type Subject = (typeof SUBJECTS)[number] | "webhook";

export interface Notice {
  readonly id: number;
  readonly subject: Subject;
  /** The stream of the meeting, the action or the referral. */
  readonly about: string;
  readonly made_at: string;
  readonly state: string;
}

interface Page {
  /** Whether this house sends mails at all. */
  readonly mails: boolean;
  readonly address: string | null;
  readonly off: readonly Subject[];
  readonly notices: readonly Notice[];
  readonly next: number | null;
}

export class Told {
  /** Undefined: not known yet. */
  readonly session = signal<Session | undefined>(undefined);
  readonly page = signal<Page | undefined>(undefined);
  readonly failed = signal<unknown>(null);
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  async enter(): Promise<void> {
    try {
      const session = await currentSession();
      if (session === null) {
        location.replace(`/log-ind?${new URLSearchParams({ next: location.pathname + location.search }).toString()}`);
        return;
      }
      this.session.value = session;
      this.page.value = await ask<Page>(NOTICES);
    } catch (error) {
      this.failed.value = error;
    }
  }

  /** Null: nowhere. Throws what the server says against it. */
  async tellAt(address: string | null, said: string): Promise<void> {
    const path = `${NOTICES}/address`;
    this.page.value = await (address === null
      ? ask<Page>(path, { method: "DELETE" })
      : ask<Page>(path, { method: "PUT", body: { address } }));
    this.#voice.say(said);
  }

  async tellOf(subjects: readonly string[], said: string): Promise<void> {
    const off = SUBJECTS.filter((each) => !subjects.includes(each));
    this.page.value = await ask<Page>(`${NOTICES}/off`, { method: "PUT", body: { off } });
    this.#voice.say(said);
  }

  async more(): Promise<void> {
    const page = this.page.value;
    if (page === undefined || page.next === null) return;
    const { notices, next } = await ask<Page>(`${NOTICES}?before=${page.next}`);
    this.page.value = { ...page, notices: [...page.notices, ...notices], next };
  }
}

/** The page that shows what a notice is about. */
export function pageOf({ about, subject }: Notice): string {
  const [scope, , name] = about.split("/");
  switch (subject) {
    case "invitation":
      return `/${scope}/moede/${name}`;
    case "action":
      return `/${scope}/opgaver?mine`;
    case "referral":
      return `/${scope}/henvendelser`;
    case "webhook":
      return `/v1/${about}`;
  }
}
