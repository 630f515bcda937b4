/** What a form needs of the page it stands on. */

import type { ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Drafts } from "../live/drafts.ts";

export interface Around {
  readonly drafts: ReadonlySignal<Drafts | null>;
  /** Nothing can be sent just now; writing goes on. */
  readonly away: ReadonlySignal<boolean>;
  /** Where the page stands in the record, taken before a command is given. */
  readonly position: () => number;
  /** An own command was answered: see that the page shows it, and tell it once, here or by the record's own sentence. */
  readonly answered: (stream: string, position: number, said: string, before: number) => void;
}

export const AroundForms = createContext<Around | null>(null);

export function useAround(): Around {
  const around = useContext(AroundForms);
  if (around === null) throw new Error("a form stands on no page");
  return around;
}
