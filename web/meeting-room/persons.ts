import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Named } from "../../clients/ts/messages.ts";
import type { Choice } from "../forms/fields.tsx";
import { view } from "../live/view.ts";
import { capital } from "../words/format.ts";
import { inDanishOrder } from "../words/order.ts";

/** Persons are of all clusters. */
const COMMON = "dk/people";

interface PersonRow {
  readonly type: string;
  readonly person: Named;
  readonly dead: boolean;
}

/** Whom one can name, asked for when a form wants to know. */
export function usePersons(): readonly Choice[] {
  const persons = useSignal<readonly Choice[]>([]);
  useEffect(() => {
    view(COMMON).then(
      ({ rows }) => {
        const found = Object.values(rows).filter((row): row is PersonRow => row.type === "person");
        persons.value = found
          .filter((row) => !row.dead)
          .map(({ person }) => ({ value: person.id, label: capital(person.name) }))
          .sort((a, b) => inDanishOrder(a.label, b.label));
      },
      // The form is sent without, which says as much as is known.
      () => undefined,
    );
  }, []);
  return persons.value;
}
