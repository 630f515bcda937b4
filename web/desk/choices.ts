/** What can be chosen at the desk: bodies, parties, persons, seats, by name and in Danish order. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Choice } from "../forms/fields.tsx";
import type { Store } from "../live/store.ts";
import { inDanishOrder } from "../words/order.ts";
import { capital } from "../words/format.ts";
import { seatKey } from "../meeting-room/seats.ts";
import type { Desk } from "./desk.ts";
import { meetingOf } from "../meeting-room/agenda.ts";

interface BodyRow {
  readonly type: "body";
  readonly body: Named;
  readonly membership?: string | null;
}

interface PartyRow {
  readonly type: "party";
  readonly party: Named;
}

interface PersonRow {
  readonly type: "person";
  readonly person: Named;
  readonly dead: boolean;
}

/** Of the people view, with who holds it. */
export interface HeldSeat {
  readonly type: "seat";
  readonly seat: string;
  readonly voice: string;
  readonly party: Named | null;
  readonly role: string | null;
  readonly patients: boolean;
  readonly person: Named | null;
  readonly chairs_for: string | null;
  readonly closed_on?: string | null;
}

function choices<R extends { readonly type: string }>(
  store: Store,
  prefix: string,
  named: (row: R) => Named | null,
): readonly Choice[] {
  const found = store.under(prefix).value.flatMap((key) => {
    const row = store.row<R>(key).value;
    const name = row === null ? null : named(row);
    return name === null ? [] : [{ value: name.id, label: capital(name.name) }];
  });
  return found.sort((a, b) => inDanishOrder(a.label, b.label));
}

export function bodies(store: Store): readonly Choice[] {
  return choices<BodyRow>(store, "body/", (row) => row.body);
}

/** Where the seats of a body are kept. */
export function membershipOf(store: Store, body: string): string {
  return store.row<BodyRow>(`body/${body.split("/").at(-1)}`).value?.membership ?? "";
}

export function parties(desk: Desk): readonly Choice[] {
  return choices<PartyRow>(desk.common, "party/", (row) => row.party);
}

export function persons(desk: Desk): readonly Choice[] {
  return choices<PersonRow>(desk.common, "person/", (row) => (row.dead ? null : row.person));
}

/** The parties that have a seat in the body that meets, then all others of the cluster's record. */
export function speakers(desk: Desk): readonly Choice[] {
  const seated = new Map(seatsOf(desk).flatMap(({ party }) => (party === null ? [] : [[party.id, capital(party.name)]])));
  const body = meetingOf(desk.room.meeting).value?.body;
  const first = [...seated].map(([value, label]) => ({ value, label })).sort((a, b) => inDanishOrder(a.label, b.label));
  const whole = body === undefined ? [] : [{ value: body.id, label: capital(body.name) }];
  return [...first, ...whole, ...parties(desk).filter(({ value }) => !seated.has(value))];
}

export function seatsOf(desk: Desk): readonly HeldSeat[] {
  const body = meetingOf(desk.room.meeting).value?.body.id;
  if (body === undefined) return [];
  const { people } = desk.room;
  return people.under(seatKey(body, "")).value.flatMap((key) => {
    const row = people.row<HeldSeat>(key).value;
    return row === null ? [] : [row];
  });
}

/** What a seat is called: its party, its role, else its name in the record. */
export function seatName({ party, role, patients, seat }: HeldSeat, patientsName: string): string {
  return capital(party?.name ?? role ?? (patients ? patientsName : seat));
}

export function nameOf(all: readonly Choice[], id: string): string {
  return all.find(({ value }) => value === id)?.label ?? id;
}
