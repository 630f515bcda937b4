/** Who decides about what, read for a decision that leaves some of it to another body. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Choice } from "../forms/fields.tsx";
import type { Store } from "../live/store.ts";
import { SEVERAL } from "./effect-kind.ts";

interface PathRow {
  readonly type: "path";
  readonly mandate: Named;
  readonly subject: string;
  readonly steps: readonly { readonly step: string; readonly body: Named }[];
}

interface LeftRow {
  readonly type: "left";
  readonly mandate: Named;
  readonly step: string;
  readonly from_body: Named;
  readonly to_body: Named;
}

type MandateRow = PathRow | LeftRow | { readonly type: "source" };

const once = (choices: readonly Choice[]): readonly Choice[] => [...new Map(choices.map((each) => [each.value, each])).values()];

/** The steps that a body holds: `klyngemidler: vælge`. */
export function ownSteps(store: Store, body: string): readonly Choice[] {
  const rows = store.rows() as readonly MandateRow[];
  return once(
    rows.flatMap((row) => {
      if (row.type !== "path") return [];
      const own = row.steps.filter((each) => each.body.id === body);
      return own.map(({ step }) => ({ value: [row.mandate.id, step].join(SEVERAL), label: `${row.subject}: ${step}` }));
    }),
  );
}

/** The steps that a body has left to others. */
export function leftSteps(store: Store, body: string): readonly Choice[] {
  const rows = store.rows() as readonly MandateRow[];
  return rows.flatMap((row) => {
    if (row.type !== "left" || row.from_body.id !== body) return [];
    const value = [row.mandate.id, row.step, row.to_body.id].join(SEVERAL);
    return [{ value, label: `${row.mandate.name}: ${row.step} (${row.to_body.name})` }];
  });
}
