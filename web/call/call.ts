/** From the form to the call. */

import { clockOf, dayOf, momentOf } from "../forms/days.ts";
import type { Missing, Ready } from "../forms/form.ts";
import type { CallWords } from "../words/call/da.ts";

export const FORMS = ["in-person", "virtual", "hybrid", "written"] as const;

export interface CallValues {
  readonly body: string;
  readonly form: string;
  readonly place: string;
  /** May be empty: not every meeting has one. */
  readonly link: string;
  /** Seats; none: nobody is named, and the whole body is called. */
  readonly summoned: readonly string[];
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export const EMPTY_CALL: CallValues = { body: "", form: "", place: "", link: "", summoned: [], day: "", from: "", to: "" };

/** The name of a meeting says its day and nothing of what it is about: `2024-04-09-` and something random. */
export function callMeeting(values: CallValues, scope: string, name: string, lacks: CallWords["lacks"]): Ready | Missing {
  const [day, from, to] = [dayOf(values.day), clockOf(values.from), clockOf(values.to)];
  const missing: Record<string, string> = {};
  if (values.body === "") missing["body"] = lacks.body;
  if (values.form === "") missing["form"] = lacks.form;
  if (values.place.trim() === "") missing["place"] = lacks.place;
  if (day === null) missing["day"] = lacks.day;
  if (from === null) missing["from"] = lacks.clock;
  if (to === null) missing["to"] = lacks.clock;
  else if (from !== null && to <= from) missing["to"] = lacks.ends;
  if (day === null || from === null || to === null || Object.keys(missing).length > 0) return { missing };
  return {
    stream: `${scope}/meeting/${day}-${name}`,
    verb: "call",
    body: {
      body: values.body,
      form: values.form,
      place: values.place.trim(),
      ...(values.link.trim() === "" ? {} : { link: values.link.trim() }),
      ...(values.summoned.length === 0 ? {} : { summoned: values.summoned }),
      starts_at: momentOf(day, from),
      ends_at: momentOf(day, to),
    },
  };
}
