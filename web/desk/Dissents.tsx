import { ChoiceField, TextField } from "../forms/fields.tsx";
import type { Form } from "../forms/form.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { seatName, seatsOf } from "./choices.ts";
import type { DecisionValues, Dissent } from "./decision.ts";
import { useDesk } from "./desk.ts";

export function newDissent(): Dissent {
  return { seat: "", text: "" };
}

/** Those who want it written that they do not agree. */
export function Dissents({ form }: { form: Form<DecisionValues> }) {
  const desk = useDesk();
  const { dissents } = form.values;
  const seats = seatsOf(desk).map((seat) => ({ value: seat.seat, label: seatName(seat, words.attendance.patients) }));
  const change = (index: number, next: Dissent | null): void =>
    form.set({ dissents: dissents.flatMap((each, at) => (at !== index ? [each] : next === null ? [] : [next])) });
  return (
    <>
      {dissents.map((dissent, index) => (
        <fieldset key={index} class="form-group effect">
          <legend class="form-label">{words.decision.dissentTitle}</legend>
          <ChoiceField
            id={`dissent-${index}-seat`}
            label={words.decision.dissentSeat}
            value={dissent.seat}
            error={form.errorAt(`dissents/${index}/seat`)}
            onValue={(seat) => change(index, { ...dissent, seat })}
            choices={seats}
            none={words.decision.choose}
          />
          <TextField
            id={`dissent-${index}-text`}
            label={words.decision.dissentText}
            value={dissent.text}
            error={form.errorAt(`dissents/${index}/text`)}
            onValue={(text) => change(index, { ...dissent, text })}
          />
          <Button onPress={() => change(index, null)}>
            {words.decision.remove}
            <span class="sr-only"> {words.decision.dissentTitle}</span>
          </Button>
        </fieldset>
      ))}
    </>
  );
}
