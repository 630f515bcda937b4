import type { ComponentType } from "preact";
import { RowSheet } from "../rows/RowSheet.tsx";
import { lists } from "../words/lists/words.ts";
import { Actions } from "./Actions.tsx";
import type { Sheet } from "./address.ts";
import { Bodies } from "./Bodies.tsx";
import { Compliance } from "./Compliance.tsx";
import { Conditions } from "./Conditions.tsx";
import { Decisions } from "./Decisions.tsx";
import { Documents } from "./Documents.tsx";
import { Mandates } from "./Mandates.tsx";
import { Meetings } from "./Meetings.tsx";
import { useList } from "./list-page.ts";
import { Minutes } from "./Minutes.tsx";
import { Referrals } from "./Referrals.tsx";

const CONTENT: Record<Sheet, ComponentType> = {
  moeder: Meetings,
  beslutninger: Decisions,
  forudsaetninger: Conditions,
  henvendelser: Referrals,
  opgaver: Actions,
  forum: Bodies,
  kompetencer: Mandates,
  dokumenter: Documents,
  krav: Compliance,
  referat: Minutes,
};

/** One list: what it is, and its rows. */
export function ListSheet() {
  const { sheet } = useList().address;
  const Rows = CONTENT[sheet];
  return (
    <RowSheet {...lists.sheets[sheet]} {...(sheet === "referat" ? {} : { here: sheet })}>
      <Rows />
    </RowSheet>
  );
}
