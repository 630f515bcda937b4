import { Fold } from "../parts/Fold.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { hashOf } from "../parts/address.ts";
import { meetingOf } from "./agenda.ts";
import { titleOf } from "./guests.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

const OPEN_FROM = "768px";

export function Agenda() {
  const room = useRoom();
  const items = room.items.value;
  return (
    <nav aria-label={words.agendaName}>
      <Fold summary={<span class="fold-name">{summary(room)}</span>} openFrom={OPEN_FROM}>
        {items.length === 0 ? (
          <p>{words.noAgenda}</p>
        ) : (
          <ol class="step-indicator">
            {items.map((key) => (
              <AgendaLine key={key} itemKey={key} />
            ))}
          </ol>
        )}
      </Fold>
    </nav>
  );
}

function summary(room: Room): string {
  const items = room.items.value;
  const floor = room.floor.value;
  const place = floor === null ? -1 : items.indexOf(floor);
  if (place !== -1) return words.agendaAt(place + 1, items.length);
  const called = meetingOf(room.meeting).value?.phase === "called";
  return called ? words.agendaDraft(items.length) : words.agenda(items.length);
}

function AgendaLine({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  if (item === null) return null;
  const current = room.following.showing.value === itemKey;
  return (
    <li class={current ? "current" : ""}>
      <a
        class="step"
        href={hashOf(item.number)}
        aria-current={current ? "true" : undefined}
        onClick={(event) => again(event, room, itemKey)}
      >
        <span class="step-number">
          <span class="sr-only">{words.itemWord} </span>
          {item.number}
          <span class="sr-only">, </span>
        </span>
        <div>
          <span class="step-title">
            <RecordText text={titleOf(room, item, itemKey)} />
            <span class="sr-only">, </span>
          </span>
          <span class="step-information">
            {item.shut && <Icon name="lock" />}
            {stateOf(item, room.meeting.under(`${itemKey}/decision/`).value.length)}
          </span>
        </div>
      </a>
    </li>
  );
}

/** The address already names the item: opening it again changes nothing there, and still means »take me to it«. */
function again(event: MouseEvent, room: Room, itemKey: string): void {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLAnchorElement) || currentTarget.hash !== location.hash) return;
  event.preventDefault();
  room.goTo(itemKey);
}

function stateOf(item: ItemRow, decisions: number): string {
  const planned = item.state === "planned" && item.from_at !== null;
  const state = planned ? capital(format.span(item.from_at ?? "", item.to_at)) : (words.itemStates[item.state] ?? "");
  const parts = [item.shut && item.title !== null ? `${words.closedItem}. ${state}` : state];
  if (decisions > 0) parts.push(words.decisionsCount(decisions));
  return parts.join(", ");
}
