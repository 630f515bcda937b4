import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { ItemRow } from "./rows.ts";

/** The meeting has moved on from what is read here. A suggestion: the reader decides. */
export function Suggestion() {
  const room = useRoom();
  const floor = room.following.suggested.value;
  const floorItem = floor === null ? null : room.meeting.row<ItemRow>(floor).value;
  if (floor === null || floorItem === null) return null;
  const showing = room.following.showing.value;
  const mine = showing === null ? null : (room.meeting.row<ItemRow>(showing).value?.number ?? null);
  const text =
    mine === null ? words.readingDecisions(floorItem.number) : words.reading(mine, floorItem.number);
  const go = (): void => {
    history.replaceState(null, "", location.pathname + location.search);
    room.goTo(floor);
  };
  return (
    <div class="suggestion">
      <p>{text}</p>
      <Button onPress={go}>{words.goToItem(floorItem.number)}</Button>
    </div>
  );
}
