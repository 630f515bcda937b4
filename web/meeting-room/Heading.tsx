import { useEffect } from "preact/hooks";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";

/** Body, day and time. 20 px: the item is what people came for. */
export function Heading() {
  const room = useRoom();
  const meeting = meetingOf(room.meeting).value;
  const starts = meeting?.starts_at ?? null;
  const held = room.listed.row.value?.held ?? null;
  const body = meeting?.body.name ?? words.loadingMeeting;
  const day = starts !== null ? format.day(starts) : held === null ? "" : format.days(held.earliest, held.latest);
  const title = day === "" ? body : `${body}, ${day}`;
  const heading = starts === null ? title : words.heading(body, starts, meeting?.ends_at ?? null);
  useEffect(() => {
    document.title = `${title} – ${words.product}`;
  }, [title]);
  return (
    <div class="width">
      <h1 class="room-heading">{heading}</h1>
    </div>
  );
}
