import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { NoteRow } from "./minutes.ts";
import type { ItemRow } from "./rows.ts";

/** What came after the meeting, apart from what the meeting said. */
export function Notes() {
  const room = useRoom();
  const notes = room.minutes.rows<NoteRow>("note/");
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{words.minutes.notes}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note.at + note.item}>
            <strong>
              {words.minutes.noteOn(room.meeting.row<ItemRow>(`item/${note.item}`).value?.number ?? "", format.day(note.at))}
            </strong>{" "}
            <RecordText text={note.text} />
          </li>
        ))}
      </ul>
    </>
  );
}
