import { ChoiceField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { itemChoices } from "../meeting-room/item-choices.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { blank, unless } from "./commands.ts";
import { useDesk } from "./desk.ts";

export const NOTE_FORM = "note";

/** Something that came after the meeting. It stands apart, and decides nothing. */
export function NoteForm() {
  const { room } = useDesk();
  const { topic } = room.minutes;
  const close = useClosed(NOTE_FORM);
  const form = useForm({
    stream: topic,
    field: NOTE_FORM,
    empty: { item: "", text: "" },
    command: (values) =>
      unless(
        { ...blank(values, "item", words.lacks.item), ...blank(values, "text", words.lacks.text) },
        { stream: topic, verb: "add-note", body: { item: values.item, text: values.text.trim() } },
      ),
    said: () => words.minutes.noted,
  });
  return (
    <Frame
      form={form}
      title={words.minutes.note}
      send={words.minutes.noteSend}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField {...form.field("item")} label={words.minutes.item} choices={itemChoices(room)} none={words.point.choose} />
      <TextField {...form.field("text")} label={words.point.text} />
    </Frame>
  );
}
