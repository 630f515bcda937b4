import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { seatName } from "../desk/choices.ts";
import type { HeldSeat } from "../desk/choices.ts";
import type { Choice } from "../forms/fields.tsx";
import { view } from "../live/view.ts";
import { seatKey } from "../meeting-room/seats.ts";
import { call as words } from "../words/call/words.ts";

/** The seats of the body that is chosen, asked for when it is. */
export function useSeats(scope: string, body: string): readonly Choice[] {
  const seats = useSignal<readonly Choice[]>([]);
  useEffect(() => {
    let wanted = true;
    seats.value = [];
    if (body === "") return;
    view(`${scope}/people`, { prefix: seatKey(body, "") }).then(
      ({ rows }) => {
        const found = Object.values(rows).filter((row): row is HeldSeat => row.type === "seat");
        const open = found.filter((seat) => seat.closed_on == null);
        if (wanted) seats.value = open.map((seat) => ({ value: seat.seat, label: named(seat) }));
      },
      // Nobody is named then, and the whole body is called.
      () => undefined,
    );
    return () => (wanted = false);
  }, [scope, body]);
  return seats.value;
}

function named(seat: HeldSeat): string {
  const name = seatName(seat, words.patients);
  return seat.person === null ? name : `${name}: ${seat.person.name}`;
}
