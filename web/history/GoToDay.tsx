import { useSignal } from "@preact/signals";
import { DayField } from "../forms/DayField.tsx";
import { clockOf, dayOf } from "../forms/days.ts";
import { LineField } from "../forms/fields.tsx";
import type { Field } from "../forms/form.ts";
import { Button } from "../parts/Button.tsx";
import { Fold } from "../parts/Fold.tsx";
import { history } from "../words/history/words.ts";
import { useHistory } from "./history-page.ts";

const words = history.moment;

/** A day, and a time of it: who was told when, rather than by which event. */
export function GoToDay() {
  const { moment } = useHistory();
  const values = useSignal({ day: "", clock: "" });
  const errors = useSignal<Readonly<Record<string, string>>>({});
  const field = (name: "day" | "clock"): Field => ({
    id: `moment-${name}`,
    value: values.value[name],
    error: errors.value[name] ?? null,
    onValue: (value) => (values.value = { ...values.value, [name]: value }),
  });
  const go = (event: Event): void => {
    event.preventDefault();
    const [day, typed] = [dayOf(values.value.day), values.value.clock.trim()];
    const clock = typed === "" ? "" : clockOf(typed);
    errors.value = { ...(day === null ? { day: words.noDay } : {}), ...(clock === null ? { clock: words.noClock } : {}) };
    if (day !== null && clock !== null) void moment.go(clock === "" ? day : `${day}T${clock}`);
  };
  return (
    <Fold summary={words.goTo}>
      <form class="form chooser" aria-label={words.goTo} onSubmit={go} noValidate>
        <DayField {...field("day")} label={words.day} />
        <LineField {...field("clock")} label={words.clock} hint={words.clockHint} />
        <Button kind="primary" type="submit">
          {words.go}
        </Button>
      </form>
    </Fold>
  );
}
