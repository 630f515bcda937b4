import { useEffect, useState } from "preact/hooks";
import type { Named, Row } from "../../clients/ts/messages.ts";
import { view } from "../live/view.ts";
import { usePage } from "./page.ts";

/** Everything that is me where something is owed: myself, my party, a party I answer for here, and the bodies I sit in. */
export function useMe(wanted = true): ReadonlySet<string> {
  const page = usePage();
  const [parties, setParties] = useState<readonly string[]>([]);
  const session = page.session.value;
  const person = session?.person.id;
  useEffect(() => {
    if (person === undefined || !wanted) return;
    const own = view("dk/people", { prefix: `person/${person.split("/")[2]}` }).then(({ rows }) =>
      partiesIn(rows, (row) => row.type === "person"),
    );
    const contacts = view(`${page.address.scope}/people`, { prefix: "contact/" }).then(({ rows }) =>
      partiesIn(rows, (row) => row.person.id === person),
    );
    void Promise.all([own, contacts]).then(
      (found) => setParties(found.flat()),
      () => undefined,
    );
  }, [person]);
  const bodies = (session?.roles ?? []).filter((role) => role.scope === page.address.scope).map((role) => role.body.id);
  return new Set([...(person === undefined ? [] : [person]), ...parties, ...bodies]);
}

/** Of a person, and of a contact. */
interface Belonging {
  readonly type: string;
  readonly person: Named;
  readonly party: Named;
}

function partiesIn(rows: Readonly<Record<string, Row>>, is: (row: Belonging) => boolean): readonly string[] {
  return Object.values(rows)
    .map((row) => row as unknown as Belonging)
    .filter(is)
    .map((row) => row.party.id);
}

/** Whether the reader keeps the record of something in the scope. */
export function useSecretariat(): boolean {
  const page = usePage();
  const roles = page.session.value?.roles ?? [];
  return roles.some(({ scope, voice }) => scope === page.address.scope && voice === "secretariat");
}
