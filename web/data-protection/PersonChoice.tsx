import { useSignal } from "@preact/signals";
import { ChoiceField, LineField } from "../forms/fields.tsx";
import type { Field } from "../forms/form.ts";
import { protection } from "../words/protection/words.ts";
import { fitting } from "./rows.ts";
import type { Watching } from "./watching.ts";

const { reads } = protection;
const PERSONS_MAX = 50;

/** One of the persons of the record, among those that fit what is looked for. */
export function PersonChoice({ watching, findId, field, none }: { watching: Watching; findId: string; field: Field; none: string }) {
  const wanted = useSignal("");
  const found = fitting(watching.persons.value, wanted.value);
  return (
    <>
      <LineField
        id={findId}
        label={reads.find}
        hint={found.length === 0 ? reads.noPeople : found.length > PERSONS_MAX ? reads.tooMany(found.length) : reads.findHint}
        value={wanted.value}
        error={null}
        onValue={(value) => (wanted.value = value)}
      />
      <ChoiceField
        {...field}
        label={reads.person}
        none={none}
        choices={found.slice(0, PERSONS_MAX).map(({ id, told }) => ({ value: id, label: told }))}
      />
    </>
  );
}
