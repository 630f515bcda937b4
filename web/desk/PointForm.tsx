import { ChoiceField, LineField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { ItemRow } from "../meeting-room/rows.ts";
import { capital } from "../words/format.ts";
import { desk as words } from "../words/desk/words.ts";
import { said } from "../words/said.ts";
import { speakers } from "./choices.ts";
import { useClosed } from "./close.ts";
import { EMPTY_POINT, GROUP, SORTS, STANCES, recordPoint } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { pointForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

const KINDS = [
  ...STANCES.map((stance) => ({ value: `position/${stance}`, label: capital(said("stance", stance)) })),
  ...SORTS.map((sort) => ({ value: `remark/${sort}`, label: capital(said("sort", sort)) })),
];

/** What somebody said: a position with its stance, a wish, a call, an offer, a remark. */
export function PointForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const desk = useDesk();
  const meeting = desk.room.address.topic;
  const close = useClosed(pointForm(itemKey));
  const form = useForm({
    stream: meeting,
    field: pointForm(itemKey),
    empty: EMPTY_POINT,
    closed: item.shut,
    command: (values) => recordPoint(values, meeting, itemName(itemKey), words.lacks),
    said: () => words.point.recorded,
  });
  const people = speakers(desk);
  return (
    <Frame
      form={form}
      title={words.point.title(item.number)}
      send={words.point.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField
        {...form.field("who")}
        label={words.point.who}
        choices={[{ value: GROUP, label: words.point.group }, ...people]}
        none={words.point.nobody}
      />
      {form.values.who === GROUP && (
        <LineField {...form.field("group")} label={words.point.groupName} hint={words.point.groupHint} />
      )}
      <ChoiceField {...form.field("kind")} label={words.point.kind} choices={KINDS} none={words.point.choose} />
      {form.values.kind.startsWith("remark/") && (
        <ChoiceField {...form.field("to")} label={words.point.to} choices={people} none={words.point.nobody} />
      )}
      <TextField {...form.field("text")} label={words.point.text} />
    </Frame>
  );
}
