/**
 * The effects of a decision, as they are picked at the table: what is filled in, what the record is told, and what is
 * still missing. One entry of `EFFECTS` is all there is to an effect besides its words.
 */

import { dayOf } from "../forms/days.ts";
import { AGREEING } from "./agreeing.ts";
import { OUTSIDE, addresseeOf, field, made, on, optional, several } from "./effect-kind.ts";
import type { EffectField, Filled, Filling, Kind, Place } from "./effect-kind.ts";
import { FUNDING, wholeOf } from "./funding.ts";
import { ORGANISING } from "./organising.ts";
import { PLANNING } from "./planning.ts";
import { PLANS } from "./plans.ts";
import { PROPOSALS } from "./proposals.ts";

export interface EffectDraft extends Filling {
  readonly kind: EffectKind;
  /** Follows only when the conditions are met. */
  readonly later: boolean;
}

/** The body that an effect establishes. */
export function bodyOf(effect: Filling, place: Place): string {
  return made("body", effect, place);
}

export const EFFECTS = {
  "open-condition": {
    atOnce: true,
    goesTo: "condition",
    fields: ({ awaits }) => [
      field("awaits", "awaits"),
      ...awaitedFields(awaits),
      field("words", "text"),
      optional("day", "day"),
      optional("late", "late"),
    ],
    wire: (effect, place) => ({
      condition: conditionOf(effect, place),
      awaits: awaited(effect.fields),
      blocks: [{ type: "decision", meeting: place.meeting, decision: place.decision }],
      words: effect.fields["words"],
      ...on("answer_by", effect.fields["day"]),
      ...(effect.fields["late"] ? { if_late: effect.fields["late"] } : {}),
    }),
  },
  refer: {
    goesTo: "referral",
    fields: ({ to }) => [
      field("to", "addressee"),
      ...(to === OUTSIDE ? [field("outside", "line")] : []),
      field("question", "text"),
      optional("day", "day"),
    ],
    wire: (effect, place) => ({
      referral: made("referral", effect, place),
      ...addresseeOf(effect.fields["to"] ?? "", effect.fields["outside"]),
      question: effect.fields["question"],
      ...on("answer_by", effect.fields["day"]),
    }),
  },
  "promise-item": {
    goesTo: "referral",
    fields: () => [field("question", "text"), optional("day", "day")],
    wire: (effect, place) => ({
      referral: made("referral", effect, place),
      question: effect.fields["question"],
      ...(effect.fields["day"] ? { expected: { type: "on-day", day: dayOf(effect.fields["day"]) } } : {}),
    }),
  },
  assign: {
    goesTo: "action",
    fields: () => [field("debtor", "debtor"), field("what", "text"), optional("day", "day")],
    wire: (effect, place) => ({
      action: made("action", effect, place),
      what: effect.fields["what"],
      owed_by: [debtorOf(effect.fields["debtor"] ?? "")],
      report_to: place.body,
      ...on("answer_by", effect.fields["day"]),
    }),
  },
  "cancel-action": {
    goesTo: "action",
    fields: () => [field("action", "action"), field("reason", "text")],
    wire: ({ fields }) => ({ action: fields["action"], reason: fields["reason"] }),
  },
  appoint: {
    goesTo: "membership",
    fields: () => [field("seat", "seat"), field("person", "person"), optional("day", "day")],
    wire: ({ fields }, place) => ({
      membership: place.membership,
      seat: fields["seat"],
      person: fields["person"],
      ...on("from_on", fields["day"]),
    }),
  },
  "name-substitute": {
    goesTo: "membership",
    fields: () => [field("person", "person"), field("seat", "seat"), optional("day", "day")],
    wire: ({ fields }, place) => ({
      membership: place.membership,
      person: fields["person"],
      stands_for: [fields["seat"]],
      ...on("from_on", fields["day"]),
    }),
  },
  vacate: {
    goesTo: "membership",
    fields: () => [field("seat", "seat"), field("cause", "cause"), optional("day", "day")],
    wire: ({ fields }, place) => ({
      membership: place.membership,
      seat: fields["seat"],
      cause: fields["cause"],
      ...on("ceases_on", fields["day"]),
    }),
  },
  "resolve-condition": {
    atOnce: true,
    goesTo: "condition",
    fields: () => [field("condition", "condition"), field("met", "yes-no")],
    wire: ({ fields }) => ({ condition: fields["condition"], met: fields["met"] === "yes" }),
  },
  "waive-condition": {
    atOnce: true,
    goesTo: "condition",
    fields: () => [field("condition", "condition")],
    wire: ({ fields }) => ({ condition: fields["condition"] }),
  },
  "answer-referral": {
    atOnce: true,
    goesTo: "referral",
    fields: () => [field("referral", "referral"), field("text", "text"), optional("reserved", "yes-no")],
    wire: ({ fields }) => ({ referral: fields["referral"], text: fields["text"], reserved: fields["reserved"] === "yes" }),
  },
  "withdraw-referral": {
    atOnce: true,
    goesTo: "referral",
    fields: () => [field("referral", "referral"), field("reason", "text")],
    wire: ({ fields }) => ({ referral: fields["referral"], reason: fields["reason"] }),
  },
  ...ORGANISING,
  ...PROPOSALS,
  ...AGREEING,
  ...PLANNING,
  ...PLANS,
  ...FUNDING,
} as const satisfies Readonly<Record<string, Kind>>;

export type EffectKind = keyof typeof EFFECTS;
export const EFFECT_KINDS = Object.keys(EFFECTS) as readonly EffectKind[];

/** Undefined while the kind is not chosen yet. */
export function kindOf(effect: EffectDraft): Kind | undefined {
  return (EFFECTS as Readonly<Record<string, Kind>>)[effect.kind];
}

/** The stream of the condition that an effect opens. */
export function conditionOf(effect: Filling, place: Place): string {
  return made("condition", effect, place);
}

/** The effect as the record is told of it. */
export function wireOf(effect: EffectDraft, place: Place): Record<string, unknown> {
  return { type: effect.kind, ...kindOf(effect)?.wire(effect, place) };
}

/** The fields of an effect that are not filled in, or hold a day that the calendar does not have, or no whole number. */
export function lacking(effect: EffectDraft): readonly string[] {
  const kind = kindOf(effect);
  if (kind === undefined) return ["kind"];
  return kind.fields(effect.fields).flatMap(({ name, way, optional: may }) => {
    const value = (effect.fields[name] ?? "").trim();
    if (value === "") return may ? [] : [name];
    const unread = (way === "day" && dayOf(value) === null) || (way === "whole" && wholeOf(value) === null);
    return unread ? [name] : [];
  });
}

export function waits(effect: EffectDraft): boolean {
  return effect.later && kindOf(effect)?.atOnce !== true;
}

/**
 * Which effects a refusal can come from: what follows from a decision is refused in the name of the stream it goes to
 * (`condition.exists`). Empty: the decision itself was refused.
 */
export function blamed(effects: readonly EffectDraft[], code: string): readonly EffectDraft[] {
  const [kind] = code.split(".");
  return effects.filter((effect) => kindOf(effect)?.goesTo === kind);
}

function awaitedFields(awaits: string | undefined): readonly EffectField[] {
  switch (awaits) {
    case "law":
      return [field("title", "line")];
    case "day":
      return [field("reached", "day")];
    case "adoption":
      return [field("agreement", "any-agreement"), field("adopters", "parties")];
    case "answer":
      return [field("referral", "referral")];
    case "evaluation":
      return [field("initiative", "initiative"), field("stage", "stage")];
    default:
      return [field("body", "body")];
  }
}

function awaited(fields: Filled): Record<string, unknown> {
  switch (fields["awaits"]) {
    case "law":
      return { type: "law-or-agreement", title: fields["title"], words: fields["words"] };
    case "day":
      return { type: "day-reached", day: dayOf(fields["reached"] ?? "") };
    case "adoption":
      return { type: "party-adopts", agreement: fields["agreement"], parties: several(fields["adopters"]) };
    case "answer":
      return { type: "answer-to", referral: fields["referral"] };
    case "evaluation":
      return { type: "evaluation-of", initiative: fields["initiative"], stage: fields["stage"] };
    default:
      return { type: "decision-of", body: fields["body"], words: fields["words"] };
  }
}

/** `dk/party/…` and `…/body/…` say themselves what they are. */
function debtorOf(id: string): Record<string, string> {
  const kind = id.split("/")[1] ?? "";
  return kind === "" ? { type: "not-stated" } : { type: kind, [kind]: id };
}
