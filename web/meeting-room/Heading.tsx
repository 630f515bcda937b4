import { useEffect } from "preact/hooks";
import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { MeetingRow } from "./rows.ts";

const UNDER_WAY = new Set(["called", "in-session"]);

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
      {meeting !== null && UNDER_WAY.has(meeting.phase) && !room.past && <Where meeting={meeting} />}
    </div>
  );
}

/** Where it is held, and the way in where that is online. */
function Where({ meeting: { place, link } }: { meeting: MeetingRow }) {
  if (place === null && link === null) return null;
  return (
    <p class="room-place">
      {place !== null && <RecordText text={place} />}
      {place !== null && link !== null && ". "}
      {link !== null && (isAddress(link) ? <a href={link}>{words.joinOnline}</a> : <RecordText text={link} />)}
    </p>
  );
}

/** What the record has is text; only an address that is fetched safely becomes a link. */
function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
