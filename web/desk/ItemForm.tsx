import { LineField, TextField } from "../forms/fields.tsx";
import type { Form } from "../forms/form.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { dayIn } from "../forms/days.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { EMPTY_ITEM, addItem } from "./commands.ts";
import type { ItemValues } from "./commands.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";
import { nextItemNumber } from "./meeting.ts";

const FORM = "item-form";

/** A new item of the agenda. Its number is the next one until another is written. */
export function ItemForm() {
  const { room } = useDesk();
  const close = useClosed(FORM);
  const topic = room.address.topic;
  const meeting = meetingOf(room.meeting).value;
  const taken = room.items.value.map((key) => room.meeting.row<ItemRow>(key).value?.number ?? "");
  const day = meeting?.starts_at == null ? null : dayIn(meeting.starts_at);
  const form = useForm({
    stream: topic,
    field: FORM,
    empty: { ...EMPTY_ITEM, number: nextItemNumber(taken) },
    command: (values, name) => addItem(values, topic, day, name, words.lacks),
    said: ({ number }) => words.agenda.added(number),
  });
  return (
    <Frame
      form={form}
      title={words.itemForm.title}
      send={words.itemForm.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ItemFields form={form} />
    </Frame>
  );
}

/** What an item of the agenda consists of. */
export function ItemFields({ form }: { form: Form<ItemValues> }) {
  return (
    <>
      <LineField {...form.field("number")} label={words.itemForm.number} />
      <LineField {...form.field("title")} label={words.itemForm.name} />
      <TextField {...form.field("summary")} label={words.itemForm.summary} />
      <TextField {...form.field("case")} label={words.itemForm.case} />
      <LineField {...form.field("from")} label={words.itemForm.from} hint={words.itemForm.clockHint} />
      <LineField {...form.field("to")} label={words.itemForm.to} />
    </>
  );
}
