import { meetingOf } from "../meeting-room/agenda.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Strip } from "../parts/Strip.tsx";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import { minutesLate } from "./meeting.ts";
import { NextButton } from "./NextButton.tsx";

/** What runs, how late it is, and the one press that takes the meeting on. */
export function DeskStrip() {
  const room = useRoom();
  const meeting = meetingOf(room.meeting).value;
  const floor = room.floor.value;
  const item = floor === null ? null : room.meeting.row<ItemRow>(floor).value;
  const late = item === null ? 0 : minutesLate(item);
  return (
    <Strip state={room.connection.standing.value.state} button={<NextButton />}>
      {item === null ? (words.phase[meeting?.phase ?? ""] ?? "") : shared.underDiscussion(item.number)}
      {late > 0 && `, ${words.late(late)}`}
    </Strip>
  );
}
