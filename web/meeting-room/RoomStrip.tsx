import { Button } from "../parts/Button.tsx";
import { Strip } from "../parts/Strip.tsx";
import { words } from "../words/words.ts";
import { meetingOf } from "./agenda.ts";
import { mayAsk, startQuestion } from "./asking.ts";
import { AgainButton } from "./AgainButton.tsx";
import type { Demo } from "./demo.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

export function RoomStrip({ demo }: { demo: Demo }) {
  const room = useRoom();
  return (
    <Strip state={room.connection.standing.value.state} button={<MainButton demo={demo} />}>
      {goingOn(room)}
    </Strip>
  );
}

/** What a participant does most stands at hand; where there is nothing to do, the demonstration can begin again. */
function MainButton({ demo }: { demo: Demo }) {
  const room = useRoom();
  const floor = room.floor.value;
  if (floor !== null && mayAsk(room, floor)) {
    return <Button onPress={() => startQuestion(room, floor)}>{words.ask.open}</Button>;
  }
  return demo.there.value ? <AgainButton demo={demo} /> : null;
}

/** Only what was told: where a row is missing, nothing is claimed. */
function goingOn(room: Room): string {
  const meeting = meetingOf(room.meeting).value;
  if (meeting === null) return "";
  switch (meeting.phase) {
    case "called":
      return meeting.starts_at === null ? "" : words.called(meeting.starts_at);
    case "adjourned":
      return meeting.adjourned_at === null ? "" : words.adjourned(meeting.adjourned_at);
    case "reported":
      return words.reported;
    case "in-session":
      return onTheFloor(room, meeting.floor);
  }
}

function onTheFloor(room: Room, floor: string | null): string {
  if (floor === null) return words.nothingDiscussed;
  const item = room.meeting.row<ItemRow>(`item/${floor}`).value;
  if (item === null) return "";
  if (item.hidden) return words.withoutYou(item.number);
  return words.underDiscussion(item.number, item.taken_up_at, item.to_at);
}
