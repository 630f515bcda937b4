import { computed } from "@preact/signals";
import type { Around } from "../forms/around.ts";
import { shown } from "../live/commands.ts";
import type { Room } from "./room.ts";

const AWAY = new Set(["lost", "offline", "signed-out", "ended"]);

/** What forms need of the room they stand in. */
export function aroundOf(room: Room): Around {
  return {
    drafts: room.drafts,
    away: computed(() => AWAY.has(room.connection.standing.value.state)),
    position: () => room.meeting.position.peek(),
    answered: (stream, position, said, before) => void tell(room, stream, position, said, before),
  };
}

/** The record's own sentence is the better one; where it has none, the page says that it is done. */
async function tell(room: Room, stream: string, position: number, said: string, before: number): Promise<void> {
  if (stream === room.minutes.topic) await room.minutes.look().catch(() => undefined);
  const store = room.storeOf(stream);
  if (store !== null) await shown(store, stream, position).catch(() => undefined);
  if (!room.announcer.toldBetween(before, position)) room.announcer.say(said);
}
