/** Effects on initiatives: what is asked of them, who owns them, what is approved, what is done about yellow and red. */

import { dayOf } from "../forms/days.ts";
import { SEVERAL, field, on, optional, several } from "./effect-kind.ts";
import type { EffectField, Filled, Kind, Way } from "./effect-kind.ts";

export const ASPECTS = ["target-group", "place", "parties", "content"] as const;
export const PHASES = ["trial", "ongoing", "part-operation", "operation"] as const;
export const ENDINGS = ["completed", "stopped", "in-operation"] as const;

export const STEP_STATES = ["under-way", "reached"] as const;
export const OPERATIONS = ["part", "full"] as const;

/** What is chosen with a part of it: an initiative with its confirmation, or with a remark. */
export const partOf = (chosen: string | undefined): readonly [string, string] => {
  const [thing = "", part = ""] = (chosen ?? "").split(SEVERAL);
  return [thing, part];
};

/** Each line is one. */
export const linesOf = (written: string | undefined): readonly string[] => several(written).map((line) => line.trim()).filter(Boolean);
const of = (fields: Filled): { initiative: string | undefined } => ({ initiative: fields["initiative"] });
const onInitiative = (...more: readonly EffectField[]) => (): readonly EffectField[] => [field("initiative", "initiative"), ...more];
const reasoned = (way: Way) => ({
  goesTo: "initiative",
  fields: () => [field("initiative", way), field("reason", "text")],
  wire: ({ fields }: { fields: Filled }) => ({ ...of(fields), reason: fields["reason"] }),
});
const changed = {
  goesTo: "initiative",
  fields: onInitiative(field("aspect", "aspect"), field("before", "line"), field("after", "line")),
  wire: ({ fields }: { fields: Filled }) => ({
    ...of(fields),
    aspect: fields["aspect"],
    before: fields["before"],
    after: fields["after"],
  }),
};
const confirmation = (chosen: string | undefined) => {
  const [initiative, revision] = partOf(chosen);
  return { initiative, revision: Number(revision) };
};

export const PLANNING = {
  remark: {
    goesTo: "initiative",
    fields: onInitiative(field("remark", "text"), optional("day", "day")),
    wire: ({ name, fields }) => ({
      ...of(fields),
      remark: name,
      text: fields["remark"],
      ...(fields["day"] ? { expected: { type: "on-day", day: dayOf(fields["day"]) } } : {}),
    }),
  },
  "answer-remark": {
    goesTo: "initiative",
    fields: () => [field("open", "remark")],
    wire: ({ fields }) => {
      const [initiative, remark] = partOf(fields["open"]);
      return { initiative, remark };
    },
  },
  "assign-owner": {
    goesTo: "initiative",
    fields: onInitiative(optional("owners", "parties"), optional("leader", "person"), optional("group", "any-body")),
    wire: ({ fields }) => ({
      ...of(fields),
      owners: several(fields["owners"]),
      ...(fields["leader"] ? { leader: fields["leader"] } : {}),
      ...(fields["group"] ? { group: fields["group"] } : {}),
    }),
  },
  "approve-confirmation": {
    goesTo: "initiative",
    fields: () => [field("confirmation", "confirmation")],
    wire: ({ fields }) => confirmation(fields["confirmation"]),
  },
  "return-confirmation": {
    goesTo: "initiative",
    fields: () => [field("confirmation", "confirmation"), field("reason", "text")],
    wire: ({ fields }) => ({ ...confirmation(fields["confirmation"]), reason: fields["reason"] }),
  },
  "agree-remedy": {
    goesTo: "initiative",
    fields: () => [field("initiative", "off-course"), field("remedy", "text")],
    wire: ({ fields }) => ({ ...of(fields), text: fields["remedy"] }),
  },
  escalate: {
    goesTo: "initiative",
    fields: () => [field("initiative", "off-course"), field("body", "body"), field("reason", "text")],
    wire: ({ fields }) => ({ ...of(fields), to_body: fields["body"], reason: fields["reason"] }),
  },
  adapt: {
    goesTo: "initiative",
    fields: onInitiative(field("adapted", "text"), optional("core", "text")),
    wire: ({ fields }) => ({ ...of(fields), text: fields["adapted"], core: linesOf(fields["core"]) }),
  },
  spread: {
    goesTo: "initiative",
    fields: onInitiative(field("at", "parties"), optional("from", "day")),
    wire: ({ fields }) => ({ ...of(fields), to_parties: several(fields["at"]), ...on("from_on", fields["from"]) }),
  },
  "reach-step": {
    goesTo: "initiative",
    fields: onInitiative(field("rung", "rung"), field("step", "step-state")),
    wire: ({ fields }) => ({ ...of(fields), order: Number(fields["rung"]), state: fields["step"] }),
  },
  "begin-operation": {
    goesTo: "initiative",
    fields: onInitiative(field("operation", "operation"), field("at", "parties"), optional("from", "day")),
    wire: ({ fields }) => ({
      ...of(fields),
      extent: fields["operation"],
      parties: several(fields["at"]),
      ...on("from_on", fields["from"]),
    }),
  },
  "merge-initiative": {
    goesTo: "initiative",
    fields: onInitiative(field("into", "initiative")),
    wire: ({ fields }) => ({ ...of(fields), into: fields["into"] }),
  },
  narrow: changed,
  widen: changed,
  "start-project": {
    goesTo: "initiative",
    fields: onInitiative(field("phase", "phase"), optional("from", "day")),
    wire: ({ fields }) => ({ ...of(fields), phase: fields["phase"], ...on("from_on", fields["from"]) }),
  },
  pause: reasoned("initiative"),
  resume: { goesTo: "initiative", fields: onInitiative(), wire: ({ fields }) => of(fields) },
  deprioritise: reasoned("initiative"),
  prolong: {
    goesTo: "initiative",
    fields: onInitiative(field("until", "day")),
    wire: ({ fields }) => ({ ...of(fields), expected: { type: "on-day", day: dayOf(fields["until"] ?? "") } }),
  },
  "end-initiative": {
    goesTo: "initiative",
    fields: onInitiative(field("ending", "ending"), optional("ceases", "day")),
    wire: ({ fields }) => ({ ...of(fields), how: fields["ending"], ...on("ceases_on", fields["ceases"]) }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
