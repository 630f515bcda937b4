/** Raised hands: the reader's own, and the order in which the others went up. Gone with the connection. */

import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Connected } from "../../clients/ts/messages.ts";
import { capital } from "../words/format.ts";
import { hand as words } from "../words/hand/words.ts";
import { meetingOf } from "./agenda.ts";
import type { Online } from "./online.ts";
import type { Room } from "./room.ts";

const SECRETARIAT = "secretariat";

export class Hands {
  /** Where the reader's own hand is in the order; null: it is down. */
  readonly own: ReadonlySignal<number | null>;
  /** Whether the reader says who speaks next. */
  readonly givesTheFloor: ReadonlySignal<boolean>;
  readonly #room: Room;
  readonly #online: Online;
  /** Whether the reader wants it up: who comes back to a service that has forgotten it raises it again. */
  #wanted = false;
  /** Null: nothing is known yet, so nothing is news. */
  #before: ReadonlyMap<string, number | null> | null = null;

  constructor(room: Room, online: Online) {
    this.#room = room;
    this.#online = online;
    this.own = computed(() => online.hands.value.find((each) => this.#isOwn(each))?.hand ?? null);
    this.givesTheFloor = computed(() =>
      room.roles.value.some(({ voice, chairs_for }) => voice === SECRETARIAT || chairs_for !== null),
    );
  }

  /** Whoever has a seat raises a hand while the meeting is on. */
  get may(): boolean {
    const { past, role, meeting } = this.#room;
    return !past && role.value !== null && meetingOf(meeting).value?.phase === "in-session";
  }

  /** Why it cannot be raised just now. */
  get not(): string | null {
    const { state } = this.#room.connection.standing.value;
    const live = state === "live" || state === "catching-up";
    return live && this.#online.people.value !== null ? null : words.offline;
  }

  toggle(): void {
    this.#wanted = this.own.peek() === null;
    this.#room.attend({ hand: this.#wanted });
  }

  lower(person: string): void {
    this.#room.attend(null, person);
  }

  /** Say what has changed: of one's own hand to everybody, of the others' to whoever gives the floor. */
  changed(isWhole: boolean): void {
    const before = this.#before;
    const hands = this.#online.hands.peek();
    this.#before = new Map(hands.map((each) => [each.person.id, each.hand]));
    const own = this.own.peek();
    if (isWhole && own === null && this.#wanted) this.#room.attend({ hand: true });
    if (before === null) return;
    const me = this.#room.session.peek()?.person.id ?? "";
    const was = before.get(me) ?? null;
    if (own !== null && was === null) this.#say(words.ownUp(own));
    if (own === null && was !== null && !isWhole) {
      this.#wanted = false;
      this.#say(words.ownDown);
    }
    if (!this.givesTheFloor.peek()) return;
    for (const each of hands) {
      if (!this.#isOwn(each) && !before.has(each.person.id)) this.#say(words.raised(capital(calledBy(each))));
    }
  }

  #isOwn({ person }: Connected): boolean {
    return person.id === this.#room.session.value?.person.id;
  }

  #say(sentence: string): void {
    this.#room.announcer.say(sentence);
  }
}

/** Whom somebody sits for, else who they are. */
export function calledBy({ person, roles }: Connected): string {
  return roles[0] ?? person.name;
}
