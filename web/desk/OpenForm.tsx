import { ChoiceField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { capital } from "../words/format.ts";
import { desk as words } from "../words/desk/words.ts";
import { blank, unless } from "./commands.ts";
import { persons, seatsOf } from "./choices.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";
import { OPEN_FORM } from "./steps.ts";

/** Who leads the meeting: chairs first, since it is one of them. */
export function OpenForm() {
  const desk = useDesk();
  const meeting = desk.room.address.topic;
  const close = useClosed(OPEN_FORM);
  const form = useForm({
    stream: meeting,
    field: OPEN_FORM,
    empty: { person: "" },
    command: (values) =>
      unless(blank(values, "person", words.lacks.person), {
        stream: meeting,
        verb: "open",
        body: { led_by: values.person },
      }),
    said: () => words.agenda.opened,
  });
  const chairs = seatsOf(desk).flatMap(({ person, chairs_for }) =>
    person === null || chairs_for === null ? [] : [{ value: person.id, label: capital(person.name) }],
  );
  const others = persons(desk).filter(({ value }) => !chairs.some((chair) => chair.value === value));
  return (
    <Frame
      form={form}
      title={words.agenda.open}
      send={words.agenda.open}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField
        {...form.field("person")}
        label={words.agenda.ledBy}
        choices={[...chairs, ...others]}
        none={words.agenda.chooseLeader}
      />
    </Frame>
  );
}
