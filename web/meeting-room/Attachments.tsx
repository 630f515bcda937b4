import { Icon } from "../parts/Icon.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { AttachmentRow } from "./rows.ts";

/** The papers of an item, by name; those whose files are here can be fetched. */
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
  const room = useRoom();
  const row = room.meeting.row<AttachmentRow>(attachmentKey).value;
  if (row === null) return null;
  return (
    <li>
      <Icon name="attach-file" />
      <span>
        {row.sha256 === null ? (
          <RecordText text={row.name} />
        ) : (
          <a href={fileOf(room.address.topic, attachmentKey)} download>
            <RecordText text={row.name} />
          </a>
        )}
        {row.size_bytes !== null && <span class="quiet"> ({format.size(row.size_bytes)})</span>}
      </span>
    </li>
  );
}

/** `item/middelfart/attachment/notat` is read at `…/attachments/middelfart/notat`. */
function fileOf(topic: string, attachmentKey: string): string {
  const [, item, , attachment] = attachmentKey.split("/");
  return `/v1/${topic}/attachments/${item}/${attachment}`;
}
