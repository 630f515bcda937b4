import { Fold } from "../parts/Fold.tsx";
import { capital } from "../words/format.ts";
import { hand as handWords } from "../words/hand/words.ts";
import { words } from "../words/words.ts";
import { inDanishOrder } from "../words/order.ts";
import { meetingOf } from "./agenda.ts";
import { guestsOf, isGuest } from "./guests.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import { useThere } from "./there.ts";
import type { ItemRow, PresentRow, SeatRow } from "./rows.ts";
import { rank, roleName, seatKey } from "./seats.ts";

const OPEN_FROM = "768px";

/** Two things that are not the same, with two words: who attends, by the record, and who has the page open. */
export function People() {
  const room = useRoom();
  const present = presentIn(room);
  const phase = meetingOf(room.meeting).value?.phase;
  const nobody =
    phase === "reported" ? words.nobodyTold : phase === "adjourned" ? words.nobodyWasPresent : words.nobodyPresent;
  // Who is there is not told to a guest who waits.
  if (present.length === 0 && isGuest(room)) return null;
  return (
    <section class="people" aria-label={words.participants}>
      <Fold summary={<span class="fold-name">{words.present(present.length)}</span>} openFrom={OPEN_FROM}>
        {present.length === 0 ? (
          <p class="quiet">{nobody}</p>
        ) : (
          <ul>
            {present.map(({ key, name, role }) => (
              <li key={key}>{role === null ? capital(name) : `${capital(name)}, ${role}`}</li>
            ))}
          </ul>
        )}
        <Guests />
        <OnlineNow />
      </Fold>
    </section>
  );
}

function Guests() {
  const { meeting } = useRoom();
  const guests = guestsOf(meeting);
  if (guests.length === 0) return null;
  return (
    <>
      <h3 class="online-heading">{words.guests}</h3>
      <ul>
        {guests.map(({ key, person, item, of_body, attended_at }) => {
          const number = item === null ? null : (meeting.row<ItemRow>(`item/${item}`).value?.number ?? null);
          const parts = [
            capital(person.name),
            of_body?.name,
            number === null ? undefined : words.guestAt(number),
            attended_at === null ? undefined : words.guestCame,
          ];
          return <li key={key}>{parts.filter((part) => part !== undefined).join(", ")}</li>;
        })}
      </ul>
    </>
  );
}

function OnlineNow() {
  const room = useRoom();
  if (room.past) return <p class="quiet">{words.onlineNotKept}</p>;
  const { people: known, count } = useThere().online;
  const people = known.value;
  const standing = room.connection.standing.value;
  if (people === null && isGuest(room)) return null;
  if (people === null) return <p class="quiet">{words.onlineUnknown}</p>;
  const away = standing.state === "lost" || standing.state === "offline";
  return (
    <div class={away ? "online dimmed" : "online"}>
      <h3 class="online-heading">{words.online(count.value)}</h3>
      {away && <p class="quiet">{words.asOf(standing.at)}</p>}
      <ul>
        {people.map(({ person, hand }) => (
          <li key={person.id}>
            {capital(person.name)}
            {hand !== null && handWords.isUp}
          </li>
        ))}
      </ul>
      {count.value > people.length && <p class="quiet">{handWords.many}</p>}
      <p class="quiet">{words.onlineHint}</p>
    </div>
  );
}

interface Present {
  readonly key: string;
  readonly name: string;
  readonly role: string | null;
}

/** By seat where the seat is known, else by person: chairs first, the secretariat last. */
function presentIn(room: Room): readonly Present[] {
  const body = meetingOf(room.meeting).value?.body.id ?? "";
  const present = room.meeting.under("seat/").value.flatMap((key) => {
    const row = room.meeting.row<PresentRow>(key).value;
    if (row === null) return [];
    const seat = room.people.row<SeatRow>(seatKey(body, row.seat)).value;
    const name = seat?.party?.name ?? seat?.role ?? row.person.name;
    const role = seat === null ? null : roleName(seat.voice, seat.chairs_for);
    return [{ key, name, role, rank: seat === null ? 0 : rank(seat.voice, seat.chairs_for) }];
  });
  return present.sort((a, b) => a.rank - b.rank || inDanishOrder(a.name, b.name));
}
