import { LineField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { DecisionRow, ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { blank, unless } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { Opener } from "./Opener.tsx";

/** The way to correct each decision's words. Both texts stand afterwards; what has had effect is not corrected. */
export function Corrections({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room, open } = useDesk();
  const decisions = room.meeting
    .under(`${itemKey}/decision/`)
    .value.flatMap((key) => room.meeting.row<DecisionRow>(key).value ?? []);
  if (item.hidden || decisions.length === 0) return null;
  return (
    <>
      <div class="button-group">
        {decisions.map((row) => (
          <Opener key={row.number} form={fieldOf(row, itemKey)} name={words.correct.open(row.number)} />
        ))}
      </div>
      {decisions.map(
        (row) =>
          open.value === fieldOf(row, itemKey) && <CorrectForm key={row.number} row={row} item={item} itemKey={itemKey} />,
      )}
    </>
  );
}

const fieldOf = (row: DecisionRow, itemKey: string): string => `correct-${row.number}/${itemKey}`;

function CorrectForm({ row, item, itemKey }: { row: DecisionRow; item: ItemRow; itemKey: string }) {
  const { topic } = useDesk().room.address;
  const field = fieldOf(row, itemKey);
  const close = useClosed(field);
  const form = useForm({
    stream: topic,
    field,
    empty: { text: row.text ?? "", reason: "" },
    closed: item.shut,
    command: (values) =>
      unless(
        { ...blank(values, "text", words.lacks.text), ...blank(values, "reason", words.lacks.reason) },
        {
          stream: topic,
          verb: "correct-decision",
          body: { decision: row.number, text: values.text.trim(), reason: values.reason.trim() },
        },
      ),
    said: () => words.correct.recorded(row.number),
  });
  return (
    <Frame
      form={form}
      title={words.correct.open(row.number)}
      send={words.correct.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <TextField {...form.field("text")} label={words.decision.text} rows={4} />
      <LineField {...form.field("reason")} label={words.correct.reason} />
    </Frame>
  );
}
