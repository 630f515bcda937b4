/** Effects on what is applied for, and on how parties share what they pay together. */

import { dayOf } from "../forms/days.ts";
import { field, on, optional, several } from "./effect-kind.ts";
import type { Filled, Filling, Kind, Place } from "./effect-kind.ts";

const lastOf = (stream: string): string => stream.split("/").at(-1) ?? stream;
/** Where the weight of a party is written. */
export const weightOf = (party: string): string => `weight-${lastOf(party)}`;
/** A whole number, as it is written in Danish: `118.000`. Null where it is none. */
export function wholeOf(written: string | undefined): number | null {
  const digits = (written ?? "").replace(/[.\s]/g, "");
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
}

/** A key is known by what it is called, so that its next version goes where the first one is. */
function keyOf(effect: Filling, place: Place): string {
  const called = (effect.fields["key"] ?? "").trim().toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  const name = called.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${place.meeting.slice(0, place.meeting.indexOf("/"))}/financing-key/${name === "" ? effect.name : name}`;
}

const shares = (fields: Filled): readonly unknown[] =>
  several(fields["sharing"]).map((party) => ({ party, weight: wholeOf(fields[weightOf(party)]) }));

export const FUNDING = {
  "turn-down-application": {
    goesTo: "application",
    fields: () => [field("application", "application"), field("reason", "text")],
    wire: ({ fields }) => ({ application: fields["application"], reason: fields["reason"] }),
  },
  "agree-key": {
    goesTo: "financing-key",
    fields: ({ sharing }) => [
      field("key", "line"),
      field("sharing", "parties"),
      ...several(sharing).map((party) => field(weightOf(party), "whole")),
      field("whole", "whole"),
      optional("from", "day"),
      optional("terms", "text"),
    ],
    wire: (effect, place) => ({
      key: keyOf(effect, place),
      whole: wholeOf(effect.fields["whole"]),
      shares: shares(effect.fields),
      ...on("in_force_from_on", effect.fields["from"]),
      ...(effect.fields["terms"] ? { terms: effect.fields["terms"] } : {}),
    }),
  },
  "end-key": {
    goesTo: "financing-key",
    fields: () => [field("key", "line"), field("ceases", "day")],
    wire: (effect, place) => ({ key: keyOf(effect, place), ceases_on: dayOf(effect.fields["ceases"] ?? "") }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
