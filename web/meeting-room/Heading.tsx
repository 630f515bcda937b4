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
  const heading =
    meeting === null || starts === null
      ? (meeting?.body.name ?? words.loadingMeeting)
      : words.heading(meeting.body.name, starts, meeting.ends_at);
  const title = starts === null ? heading : `${meeting?.body.name ?? ""}, ${format.day(starts)}`;
  useEffect(() => {
    document.title = `${title} – ${words.product}`;
  }, [title]);
  return (
    <div class="width">
      <h1 class="room-heading">{heading}</h1>
    </div>
  );
}
