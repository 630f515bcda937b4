import { clockIn, dayIn } from "../forms/days.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { changeItem } from "./commands.ts";
import type { ItemValues } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { ItemFields } from "./ItemForm.tsx";
import { changeForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** An item reads otherwise from now on. What is not touched stays. */
export function ChangeForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room } = useDesk();
  const meeting = room.address.topic;
  const close = useClosed(changeForm(itemKey));
  const starts = meetingOf(room.meeting).value?.starts_at ?? null;
  const before = valuesOf(item);
  const form = useForm({
    stream: meeting,
    field: changeForm(itemKey),
    empty: before,
    closed: item.shut,
    command: (values) =>
      changeItem(values, before, { meeting, day: starts === null ? null : dayIn(starts), item: itemName(itemKey) }, words.lacks),
    said: ({ number }) => words.itemForm.changed(number),
  });
  return (
    <Frame
      form={form}
      title={words.itemForm.change(item.number)}
      send={words.itemForm.changeSend}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ItemFields form={form} />
    </Frame>
  );
}

function valuesOf(item: ItemRow): ItemValues {
  return {
    number: item.number,
    title: item.title ?? "",
    summary: item.summary ?? "",
    case: item.case ?? "",
    from: item.from_at === null ? "" : clockIn(item.from_at),
    to: item.to_at === null ? "" : clockIn(item.to_at),
  };
}
