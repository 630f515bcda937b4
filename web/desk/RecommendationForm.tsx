import { ChoiceField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { ItemRow, RecommendationRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { said } from "../words/said.ts";
import { useClosed } from "./close.ts";
import { EMPTY_RECOMMENDATION, addRecommendation } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { recommendationForm } from "./ItemPane.tsx";
import { itemName, nextItemNumber } from "./meeting.ts";

export const ASKS = ["discuss", "decide", "approve", "appoint", "note"].map((value) => ({ value, label: said("asks", value) }));

/** What the paper asks of the body. */
export function RecommendationForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room } = useDesk();
  const meeting = room.address.topic;
  const close = useClosed(recommendationForm(itemKey));
  const numbers = room.meeting
    .under(`${itemKey}/recommendation/`)
    .value.map((key) => room.meeting.row<RecommendationRow>(key).value?.number ?? "");
  const number = nextItemNumber(numbers);
  const body = meetingOf(room.meeting).value?.body.id ?? "";
  const form = useForm({
    stream: meeting,
    field: recommendationForm(itemKey),
    empty: EMPTY_RECOMMENDATION,
    closed: item.shut,
    command: (values) => addRecommendation(values, { meeting, body, item: itemName(itemKey), number }, words.lacks),
    said: () => words.recommendationForm.recorded(number),
  });
  const others = numbers.map((value) => ({ value, label: words.recommendationForm.adopted(value) }));
  return (
    <Frame
      form={form}
      title={words.recommendationForm.title(item.number, number)}
      send={words.recommendationForm.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField
        {...form.field("asks")}
        label={words.recommendationForm.asks}
        choices={ASKS}
        none={words.recommendationForm.choose}
      />
      <TextField {...form.field("text")} label={words.recommendationForm.text} />
      {others.length > 0 && (
        <ChoiceField
          {...form.field("onlyIf")}
          label={words.recommendationForm.onlyIf}
          choices={others}
          none={words.recommendationForm.always}
        />
      )}
    </Frame>
  );
}
