/** Effects on agreements between parties, and on what is measured. */

import { dayOf } from "../forms/days.ts";
import { field, on, optional } from "./effect-kind.ts";
import type { EffectField, Filled, Kind } from "./effect-kind.ts";

export const JUDGEMENTS = ["unrealistic", "upheld", "reached"] as const;

const changed = (): readonly EffectField[] => [field("agreement", "agreement"), field("change", "text"), optional("from", "day")];
const change = (fields: Filled) => ({ agreement: fields["agreement"], text: fields["change"], ...on("from_on", fields["from"]) });

export const AGREEING = {
  "approve-termination": {
    goesTo: "agreement",
    fields: () => [field("agreement", "agreement"), field("ceases", "day"), optional("instead", "text")],
    wire: ({ fields }) => ({
      agreement: fields["agreement"],
      ceases_on: dayOf(fields["ceases"] ?? ""),
      ...(fields["instead"] ? { replaced_by: fields["instead"] } : {}),
    }),
  },
  "widen-agreement": { goesTo: "agreement", fields: changed, wire: ({ fields }) => change(fields) },
  "narrow-agreement": { goesTo: "agreement", fields: changed, wire: ({ fields }) => change(fields) },
  "adjust-agreement": { goesTo: "agreement", fields: changed, wire: ({ fields }) => change(fields) },
  "name-owner": {
    goesTo: "agreement",
    fields: () => [field("agreement", "agreement"), field("body", "any-body")],
    wire: ({ fields }) => ({ agreement: fields["agreement"], owner: fields["body"] }),
  },
  "judge-target": {
    goesTo: "indicator",
    fields: () => [field("indicator", "indicator"), field("judgement", "judgement"), field("reason", "text")],
    wire: ({ fields }) => ({ indicator: fields["indicator"], judgement: fields["judgement"], reason: fields["reason"] }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
