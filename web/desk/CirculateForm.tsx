import { DayField } from "../forms/DayField.tsx";
import { dayOf } from "../forms/days.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import { useClosed } from "./close.ts";
import { given } from "./commands.ts";
import { useDesk } from "./desk.ts";

export const CIRCULATE_FORM = "circulate";

/** The draft goes to those who attended, perhaps with a day by which they are to answer. */
export function CirculateForm() {
  const { minutes } = useDesk().room;
  const close = useClosed(CIRCULATE_FORM);
  const form = useForm({
    stream: minutes.topic,
    field: CIRCULATE_FORM,
    empty: { day: "" },
    command: ({ day }) => {
      const by = dayOf(day);
      if (day !== "" && by === null) return { missing: { day: words.lacks.day } };
      return { stream: minutes.topic, verb: "circulate", body: given({ answer_by: by ?? undefined }) };
    },
    said: () => words.minutes.circulated,
  });
  return (
    <Frame
      form={form}
      title={shared.minutes.circulate}
      send={shared.minutes.circulate}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <DayField {...form.field("day")} label={words.minutes.answerBy} hint={words.minutes.answerByHint} />
    </Frame>
  );
}
