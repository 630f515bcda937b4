/** Who has sent apologies, and whom they send instead. */

import type { Named } from "../../clients/ts/messages.ts";
import type { Store } from "../live/store.ts";

export interface ApologyRow {
  readonly type: "apology";
  readonly seat: string;
  readonly person: Named;
  readonly sends: Named | null;
}

export function apologiesIn(store: Store): readonly ApologyRow[] {
  return store.under("apology/").value.flatMap((key) => store.row<ApologyRow>(key).value ?? []);
}

export function apologyOf(store: Store, person: string): ApologyRow | null {
  return apologiesIn(store).find((row) => row.person.id === person) ?? null;
}
