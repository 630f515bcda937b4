import { useSignal } from "@preact/signals";
import { DayField } from "../forms/DayField.tsx";
import { dayOf } from "../forms/days.ts";
import { ChoiceField } from "../forms/fields.tsx";
import type { Field } from "../forms/form.ts";
import { Button } from "../parts/Button.tsx";
import { usePage } from "../rows/page.ts";
import { agreed } from "../words/agreed/words.ts";
import { inDanishOrder } from "../words/order.ts";
import { asking } from "./address.ts";
import type { BondRow } from "./rows.ts";

const { agreements } = agreed;

interface ChooserProps {
  readonly bonds: readonly BondRow[];
  readonly party: string | null;
  readonly on: string;
}

/** For whom, on which day, as known on which day. What is chosen stands in the address, so that a link shows the same. */
export function Chooser({ bonds, party, on }: ChooserProps) {
  const page = usePage();
  const values = useSignal({ party: party ?? "", on, at: page.address.at ?? "" });
  const errors = useSignal<Readonly<Record<string, string>>>({});
  const parties = [...new Map(bonds.map((bond) => [bond.party.id, bond.party.name]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => inDanishOrder(a.label, b.label));
  const field = (name: "party" | "on" | "at"): Field => ({
    id: `asked-${name}`,
    value: values.value[name],
    error: errors.value[name] ?? null,
    onValue: (value) => (values.value = { ...values.value, [name]: value }),
  });
  const show = (event: Event): void => {
    event.preventDefault();
    const { on: chosen, at } = values.value;
    const [day, known] = [dayOf(chosen), at === "" || at === page.address.at ? at : dayOf(at)];
    errors.value = { ...(day === null ? { on: agreements.noDay } : {}), ...(known === null ? { at: agreements.noDay } : {}) };
    if (day === null || known === null) return;
    location.assign(asking(location, { party: values.value.party, on: day, at: known }));
  };
  return (
    <form class="form chooser" aria-label={agreements.choose} onSubmit={show} noValidate>
      <ChoiceField {...field("party")} label={agreements.party} choices={parties} none={agreements.allParties} />
      <DayField {...field("on")} label={agreements.on} />
      <DayField {...field("at")} label={agreements.knownOn} hint={agreements.knownHint} />
      <Button kind="primary" type="submit">
        {agreements.show}
      </Button>
    </form>
  );
}
