import { useAround } from "../forms/around.ts";
import type { Act } from "../forms/act.ts";
import { agendaOf, meetingOf } from "../meeting-room/agenda.ts";
import type { Room } from "../meeting-room/room.ts";
import { Icon } from "../parts/Icon.tsx";
import { desk as words } from "../words/desk/words.ts";
import { useDesk } from "./desk.ts";
import { itemName, moved } from "./meeting.ts";

/** Up and down the agenda, until it is adopted. The same by Alt and an arrow on the line. */
export function Move({ itemKey, number, act }: { itemKey: string; number: string; act: Act }) {
  const { room } = useDesk();
  const away = useAround().away.value;
  if (away || !mayMove(room)) return null;
  const items = room.items.value;
  const place = items.indexOf(itemKey);
  const arrow = (step: number, name: string, icon: string) => (
    <button
      type="button"
      class="move"
      aria-disabled={place + step < 0 || place + step >= items.length ? "true" : undefined}
      onClick={() => move(room, itemKey, step, act)}
    >
      <Icon name={icon} />
      <span class="sr-only">{name}</span>
    </button>
  );
  return (
    <span class="moves">
      {arrow(-1, words.agenda.up(number), "arrow-upward")}
      {arrow(1, words.agenda.down(number), "arrow-downward")}
    </span>
  );
}

export function move(room: Room, itemKey: string, step: number, act: Act): void {
  const items = moved(room.items.value, itemKey, step);
  if (items === null || !mayMove(room)) return;
  const said = words.agenda.movedTo(items.indexOf(itemKey) + 1, items.length);
  void act.give([{ stream: room.address.topic, verb: "order-agenda", body: { items: items.map(itemName) }, said }]);
}

function mayMove(room: Room): boolean {
  const phase = meetingOf(room.meeting).value?.phase;
  if (phase !== "called" && phase !== "in-session") return false;
  return room.items.value.length > 1 && agendaOf(room.meeting).value?.adopted_at == null;
}
