/** From the form to the question that is asked of the access log. */

import { dayOf } from "../forms/days.ts";

export interface SearchValues {
  readonly person: string;
  /** `about` or `reader`. */
  readonly as: string;
  readonly from: string;
  readonly to: string;
}

export const EMPTY_SEARCH: SearchValues = { person: "", as: "about", from: "", to: "" };

export type Asked = Readonly<Record<string, string>>;

/** The question; or the days that are none. */
export function askedBy({ person, as, from, to }: SearchValues): { asked: Asked } | { wrong: readonly ("from" | "to")[] } {
  const days = { from, to };
  const wrong = (["from", "to"] as const).filter((name) => days[name] !== "" && dayOf(days[name]) === null);
  if (wrong.length > 0) return { wrong };
  const asked: Record<string, string> = {};
  if (person !== "") asked[as === "reader" ? "reader" : "about"] = person;
  for (const name of ["from", "to"] as const) {
    const day = dayOf(days[name]);
    if (day !== null) asked[name] = day;
  }
  return { asked };
}
