import { Icon } from "../parts/Icon.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { AttachmentRow } from "./rows.ts";

/** The papers of an item, by name. */
export function Attachments({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const attachments = room.meeting.under(`${itemKey}/attachment/`).value;
  if (attachments.length === 0) return null;
  return (
    <>
      <h3>{words.attachments(attachments.length)}</h3>
      <ul class="attachments">
        {attachments.map((key) => (
          <Attachment key={key} attachmentKey={key} />
        ))}
      </ul>
    </>
  );
}

function Attachment({ attachmentKey }: { attachmentKey: string }) {
  const row = useRoom().meeting.row<AttachmentRow>(attachmentKey).value;
  if (row === null) return null;
  return (
    <li>
      <Icon name="attach-file" />
      <span>
        <RecordText text={row.name} />
        {row.size_bytes !== null && <span class="quiet"> ({format.size(row.size_bytes)})</span>}
      </span>
    </li>
  );
}
