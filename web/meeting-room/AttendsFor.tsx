import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import { roleName, seatKey } from "./seats.ts";
import type { SeatRow } from "./rows.ts";

/** For whom the reader sits here, or by what office they look on. */
export function AttendsFor() {
  const room = useRoom();
  const session = room.session.value;
  const role = room.role.value;
  if (session === null) return null;
  if (role === null) {
    const [office] = session.offices;
    if (office === undefined) return <>{words.signInPage.signedInAs(session.person.name)}</>;
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
