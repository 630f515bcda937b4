import { useEffect, useState } from "preact/hooks";
import type { Named, Row } from "../../clients/ts/messages.ts";
import type { Choice } from "../forms/fields.tsx";
import { view } from "../live/view.ts";
import { useMe, useSecretariat } from "../rows/me.ts";
import { usePage } from "../rows/page.ts";
import { capital } from "../words/format.ts";
import { inDanishOrder } from "../words/order.ts";

/** For whom the reader may apply: the parties and bodies they answer for; for the secretariat all that the cluster has. */
export function useApplicants(): readonly Choice[] {
  const { scope } = usePage().address;
  const me = useMe();
  const keeps = useSecretariat();
  const [found, setFound] = useState<readonly Named[]>([]);
  useEffect(() => {
    let over = false;
    view(`${scope}/people`).then(
      ({ rows }) => {
        if (!over) setFound(Object.values(rows).flatMap(applicantsIn));
      },
      // Nobody can be chosen then, and the form says so.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [scope]);
  const own = keeps ? found : found.filter(({ id }) => me.has(id));
  return [...new Map(own.map(({ id, name }) => [id, { value: id, label: capital(name) }])).values()].sort((a, b) =>
    inDanishOrder(a.label, b.label),
  );
}

/** Bodies, and the parties that have a seat in one or a contact person. */
function applicantsIn(row: Row): readonly Named[] {
  const { body, party } = row as { body?: Named | null; party?: Named | null };
  if (row.type === "body") return body == null ? [] : [body];
  return (row.type === "seat" || row.type === "contact") && party != null ? [party] : [];
}
