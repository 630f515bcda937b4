import { DayField } from "../forms/DayField.tsx";
import { dayOf } from "../forms/days.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { given } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { postponeForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** The item waits for a later meeting, which is promised. */
export function PostponeForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { topic, scope } = useDesk().room.address;
  const close = useClosed(postponeForm(itemKey));
  const form = useForm({
    stream: topic,
    field: postponeForm(itemKey),
    empty: { day: "" },
    command: ({ day }, name) => {
      const on = dayOf(day);
      if (day !== "" && on === null) return { missing: { day: words.lacks.day } };
      const expected = on === null ? undefined : { type: "on-day", day: on };
      const body = given({ item: itemName(itemKey), referral: `${scope}/referral/${name}`, expected });
      return { stream: topic, verb: "postpone-item", body };
    },
    said: () => words.postpone.recorded(item.number),
  });
  return (
    <Frame
      form={form}
      title={words.postpone.title(item.number)}
      send={words.postpone.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <DayField {...form.field("day")} label={words.postpone.day} hint={words.minutes.answerByHint} />
    </Frame>
  );
}
