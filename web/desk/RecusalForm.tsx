import { ChoiceField, LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { persons, seatsOf } from "./choices.ts";
import { useClosed } from "./close.ts";
import { recuse } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { recusalForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** Somebody may not follow the item. The reason is theirs, so its draft stays in the tab. */
export function RecusalForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const desk = useDesk();
  const meeting = desk.room.address.topic;
  const close = useClosed(recusalForm(itemKey));
  const form = useForm({
    stream: meeting,
    field: recusalForm(itemKey),
    empty: { person: "", reason: "" },
    closed: true,
    command: (values) => recuse(values, meeting, itemName(itemKey), words.lacks),
    said: () => words.recusal.recorded,
  });
  const seated = new Set(seatsOf(desk).flatMap(({ person }) => (person === null ? [] : [person.id])));
  const all = persons(desk);
  const choices = [...all.filter(({ value }) => seated.has(value)), ...all.filter(({ value }) => !seated.has(value))];
  return (
    <Frame
      form={form}
      title={words.recusal.title(item.number)}
      send={words.recusal.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField {...form.field("person")} label={words.recusal.person} choices={choices} none={words.recusal.choose} />
      <LineField {...form.field("reason")} label={words.recusal.reason} />
    </Frame>
  );
}
