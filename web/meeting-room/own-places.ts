/** Where the reader has a place at this meeting: on the seats they hold in its body, else where they sit, sat or may stand in. */

import type { Role, Session } from "../live/session.ts";
import type { Store } from "../live/store.ts";
import { meetingOf } from "./agenda.ts";
import type { PresentRow, SeatRow } from "./rows.ts";
import { seatKey } from "./seats.ts";

/** The server decides; this saves vain forms. A substitute who did not come has nothing to say of the minutes. */
export function ownPlaces(session: Session | null, meeting: Store, people: Store): readonly Role[] {
  const row = meetingOf(meeting).value;
  if (session === null || row === null) return [];
  const held = session.roles.filter((role) => role.body.id === row.body.id);
  if (held.length > 0) return held;
  const me = session.person.id;
  const toCome = row.phase === "called" || row.phase === "in-session";
  const sat: Role[] = [];
  const named: Role[] = [];
  for (const key of people.under(seatKey(row.body.id, "")).value) {
    const seat = key.split("/").at(-1) ?? "";
    const { voice, substitutes = [] } = people.row<SeatRow>(key).value ?? { voice: "" };
    const place = { scope: row.body.id.split("/")[0] ?? "", body: row.body, seat, voice, chairs_for: null };
    const left = meeting.row(`left/${seat}/${me.split("/").at(-1)}`).value !== null;
    if (left || meeting.row<PresentRow>(`seat/${seat}`).value?.person.id === me) sat.push(place);
    else if (toCome && substitutes.some(({ person }) => person.id === me)) named.push(place);
  }
  return [...sat, ...named];
}
