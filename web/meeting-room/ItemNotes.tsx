import { RecordText } from "../parts/RecordText.tsx";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { ItemNoteRow } from "./rows.ts";

/** What everyone may know of a closed item, and why an item is back or gone. */
export function ItemNotes({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const notes = room.meeting.under(`${itemKey}/note/`).value.flatMap((key) => {
    const row = room.meeting.row<ItemNoteRow>(key).value;
    const heading = row === null ? undefined : words.itemNotes[row.sort];
    return row === null || heading === undefined || row.text === null ? [] : [{ key, heading, text: row.text }];
  });
  return (
    <>
      {notes.map(({ key, heading, text }) => (
        <p key={key}>
          <strong>{heading}</strong> <RecordText text={text} />
        </p>
      ))}
    </>
  );
}
