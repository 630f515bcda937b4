import { ChoiceField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { desk as words } from "../words/desk/words.ts";
import { blank, unless } from "./commands.ts";
import { nameOf, persons, seatName, seatsOf } from "./choices.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";

export const SUBSTITUTE_FORM = "substitute";

/** Somebody else than the holder comes on a seat. Whether they may is the record's to say. */
export function SubstituteForm() {
  const desk = useDesk();
  const stream = desk.room.address.topic;
  const close = useClosed(SUBSTITUTE_FORM);
  const seats = seatsOf(desk).map((seat) => ({ value: seat.seat, label: seatName(seat, words.attendance.patients) }));
  const form = useForm({
    stream,
    field: SUBSTITUTE_FORM,
    empty: { seat: "", person: "" },
    command: (values) =>
      unless(
        { ...blank(values, "seat", words.lacks.seat), ...blank(values, "person", words.lacks.person) },
        { stream, verb: "take-seat", body: values },
      ),
    said: ({ seat }) => words.attendance.came(nameOf(seats, seat)),
  });
  return (
    <Frame
      form={form}
      title={words.attendance.other}
      send={words.attendance.send}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField {...form.field("seat")} label={words.attendance.seat} choices={seats} none={words.attendance.choose} />
      <ChoiceField
        {...form.field("person")}
        label={words.attendance.person}
        choices={persons(desk)}
        none={words.attendance.choose}
      />
    </Frame>
  );
}
