import { TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { words } from "../words/words.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import { OpensForm } from "./OpensForm.tsx";
import type { ItemRow } from "./rows.ts";

const SECRETARIAT = "secretariat";

/** A participant declares that they may not take part in an item. From then on they do not see it. */
export function OwnRecusal({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const room = useRoom();
  const phase = meetingOf(room.meeting).value?.phase;
  const role = room.role.value;
  if (room.past || role === null || role.voice === SECRETARIAT || item.state === "settled") return null;
  if (phase !== "called" && phase !== "in-session") return null;
  return (
    <OpensForm name={words.recusal.open}>
      {(close) => <RecusalForm itemKey={itemKey} number={item.number} onClose={close} />}
    </OpensForm>
  );
}

function RecusalForm({ itemKey, number, onClose }: { itemKey: string; number: string; onClose: () => void }) {
  const room = useRoom();
  const stream = room.address.topic;
  const person = room.session.value?.person.id ?? "";
  const form = useForm({
    stream,
    field: `recusal/${itemKey}`,
    empty: { reason: "" },
    // It is about the reader's own life, so it stays in the tab.
    closed: true,
    command: ({ reason }) =>
      reason.trim() === ""
        ? { missing: { reason: words.recusal.writeReason } }
        : {
            stream,
            verb: "recuse",
            body: { item: itemKey.slice("item/".length), person, reason: reason.trim() },
          },
    said: () => words.recusal.recorded(number),
  });
  return (
    <Frame
      form={form}
      title={words.recusal.title(number)}
      send={words.recusal.send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <p>{words.recusal.means}</p>
      <TextField {...form.field("reason")} label={words.recusal.reason} />
    </Frame>
  );
}
