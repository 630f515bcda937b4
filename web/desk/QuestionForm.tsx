import { TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { EMPTY_TEXT, raiseQuestion } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { questionForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** A question that came up in the room. */
export function QuestionForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const meeting = useDesk().room.address.topic;
  const close = useClosed(questionForm(itemKey));
  const form = useForm({
    stream: meeting,
    field: questionForm(itemKey),
    empty: EMPTY_TEXT,
    closed: item.shut,
    command: (values, name) => raiseQuestion(values, meeting, itemName(itemKey), name, words.lacks),
    said: () => words.question.recorded,
  });
  return (
    <Frame
      form={form}
      title={words.question.title(item.number)}
      send={words.question.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <TextField {...form.field("text")} label={words.question.text} />
    </Frame>
  );
}
