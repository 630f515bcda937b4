import { SignedInAs } from "../parts/SignedInAs.tsx";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { guestsOf } from "./guests.ts";
import type { Guest } from "./guests.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import { roleName, seatKey } from "./seats.ts";
import type { ItemRow, SeatRow } from "./rows.ts";

/** For whom the reader sits here, at what they are a guest, or by what office they look on. */
export function AttendsFor() {
  const room = useRoom();
  const session = room.session.value;
  const role = room.role.value;
  if (session === null) return null;
  if (role === null) {
    const [office] = session.offices;
    const at = guestsOf(room.meeting).filter(({ person }) => person.id === session.person.id);
    if (at.length > 0) return <>{words.youAreGuest(numbersOf(room, at))}</>;
    if (office === undefined) return <SignedInAs session={session} scope={room.address.scope} />;
    return (
      <>
        {words.followsAs}
        <strong>{said("office", office)}</strong>
      </>
    );
  }
  const seat = room.people.row<SeatRow>(seatKey(role.body.id, role.seat)).value;
  const called = roleName(role.voice, role.chairs_for);
  const [how, what] =
    seat?.party != null
      ? [words.attendsFor, seat.party.name]
      : seat?.role != null
        ? [words.attendsAs, seat.role]
        : [words.attendsIn, role.body.name];
  return (
    <>
      {how}
      <strong>{what}</strong>
      {what !== called && ` (${called})`}
    </>
  );
}

/** The numbers of the items a guest is asked to; none: to the whole meeting. */
function numbersOf(room: Room, at: readonly Guest[]): readonly string[] {
  if (at.some(({ item }) => item === null)) return [];
  return at.flatMap(({ item }) => room.meeting.row<ItemRow>(`item/${item}`).value?.number ?? []);
}
