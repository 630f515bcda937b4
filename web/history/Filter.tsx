import { useSignal } from "@preact/signals";
import { ChoiceField } from "../forms/fields.tsx";
import type { Field } from "../forms/form.ts";
import type { BodyRow, SeatRow } from "../lists/rows.ts";
import { Button } from "../parts/Button.tsx";
import { rowsOf } from "../rows/page.ts";
import { history } from "../words/history/words.ts";
import { inDanishOrder } from "../words/order.ts";
import { changed } from "./address.ts";
import { useHistory } from "./history-page.ts";

const words = history.trail;

/** Of which body, by whom, of what kind. What is chosen stands in the address, so that a link shows the same. */
export function Filter() {
  const { address, own } = useHistory();
  const { body, person, kind } = address.asked;
  const values = useSignal({ body: body ?? "", person: person ?? "", kind: kind ?? "" });
  const bodies = rowsOf<BodyRow>(own, "body").map(({ row }) => row.body);
  const persons = rowsOf<SeatRow>(own, "seat").flatMap(({ row }) =>
    [...row.holders, ...row.substitutes].map((each) => each.person),
  );
  const kinds = Object.entries(history.kinds).map(([id, name]) => ({ id, name }));
  const field = (name: "body" | "person" | "kind"): Field => ({
    id: `filter-${name}`,
    value: values.value[name],
    error: null,
    onValue: (value) => (values.value = { ...values.value, [name]: value }),
  });
  const show = (event: Event): void => {
    event.preventDefault();
    location.assign(changed(location, values.value));
  };
  return (
    <form class="form chooser" aria-label={words.filter} onSubmit={show}>
      <ChoiceField {...field("body")} label={words.body} choices={choicesOf(bodies, body)} none={words.allBodies} />
      <ChoiceField {...field("person")} label={words.person} choices={choicesOf(persons, person)} none={words.allPersons} />
      <ChoiceField {...field("kind")} label={words.kind} choices={choicesOf(kinds, kind)} none={words.allKinds} />
      <Button kind="primary" type="submit">
        {words.show}
      </Button>
    </form>
  );
}

/** Each once, in Danish order; what the address names is among them, whether it is known or not. */
function choicesOf(named: readonly { readonly id: string; readonly name: string }[], asked: string | null) {
  const own: readonly [string, string][] = asked === null ? [] : [[asked, asked]];
  return [...new Map([...own, ...named.map(({ id, name }): [string, string] => [id, name])])]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => inDanishOrder(a.label, b.label));
}
