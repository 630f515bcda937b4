/** A decision being written: from the form to the command, and from the form to what it says of itself beforehand. */

import type { Missing, Ready } from "../forms/form.ts";
import { OUTSIDE, addresseeOf } from "./effect-kind.ts";
import { bodyOf, conditionOf, lacking, wireOf, waits } from "./effects.ts";
import type { Place } from "./effect-kind.ts";
import type { EffectDraft } from "./effects.ts";

export const PLAIN_OUTCOMES = [
  "approved",
  "not-approved",
  "decided",
  "supported",
  "agreed",
  "noted",
  "discussed",
  "no-remarks",
  "not-minuted",
] as const;
/** Outcomes that carry more than their name. */
export const FULL_OUTCOMES = [
  "approved-with-remark",
  "approved-conditionally",
  "recommends",
  "refers",
  "appoints",
  "noted-with-recognition",
  "deferred",
  "no-joint-conclusion",
  "delegates",
  "establishes-body",
] as const;

export interface DecisionValues {
  readonly number: string;
  readonly answers: readonly string[];
  readonly outcome: string;
  /** Kept while another outcome is chosen: text is never lost by choosing. */
  readonly toBody: string;
  /** Of a matter that is sent to somebody who is no party: who that is. */
  readonly toOutside: string;
  /** What another body takes over. */
  readonly step: string;
  readonly strength: string;
  /** Of an approval that asks for something, and the question on which nothing was concluded. */
  readonly remark: string;
  readonly text: string;
  readonly effects: readonly EffectDraft[];
  readonly dissents: readonly Dissent[];
}

/** Mindretalsudtalelse. */
export interface Dissent {
  readonly seat: string;
  readonly text: string;
}

export const EMPTY_DECISION: DecisionValues = {
  number: "",
  answers: [],
  outcome: "",
  toBody: "",
  toOutside: "",
  step: "",
  strength: "",
  remark: "",
  text: "",
  effects: [],
  dissents: [],
};

export interface DecisionWords {
  readonly chooseOutcome: string;
  readonly chooseBody: string;
  readonly chooseStrength: string;
  readonly writeRemark: string;
  readonly writeText: string;
  readonly needsCondition: string;
  readonly needsBody: string;
  readonly writeStep: string;
  readonly effectLacks: string;
  readonly dissentLacks: string;
}

/** The numbers of an item's decisions go on from those that are taken: 2.1, 2.2 … */
export function nextNumber(item: string, taken: readonly string[]): string {
  let next = taken.length + 1;
  while (taken.includes(`${item}.${next}`)) next += 1;
  return `${item}.${next}`;
}

export function needsBody(outcome: string): boolean {
  return outcome === "recommends" || outcome === "refers" || outcome === "delegates";
}

/** The conditions that the decision itself opens; while there are any, it waits for them. */
export function conditionsIn(values: DecisionValues): readonly EffectDraft[] {
  return values.effects.filter((effect) => effect.kind === "open-condition");
}

export function decisionCommand(values: DecisionValues, item: string, place: Place, words: DecisionWords): Ready | Missing {
  const missing = missingIn(values, words);
  if (Object.keys(missing).length > 0) return { missing };
  const conditions = conditionsIn(values);
  const later = (effect: EffectDraft): boolean => conditions.length > 0 && waits(effect);
  const dissent = values.dissents.map(({ seat, text }) => ({ seat, text: text.trim() }));
  const body = {
    item,
    decision: place.decision,
    outcome: outcomeOf(values, place),
    text: values.text.trim(),
    answers: values.answers,
    at_once: values.effects.filter((effect) => !later(effect)).map((effect) => wireOf(effect, place)),
    when_met: values.effects.filter(later).map((effect) => wireOf(effect, place)),
    waits_for: conditions.map((effect) => conditionOf(effect, place)),
    ...(dissent.length === 0 ? {} : { dissent }),
  };
  return { stream: place.meeting, verb: "record-decision", body };
}

export function needsRemark(outcome: string): boolean {
  return outcome === "approved-with-remark" || outcome === "no-joint-conclusion";
}

/** The body that the decision itself establishes. */
function established({ effects }: DecisionValues): EffectDraft | undefined {
  return effects.find(({ kind }) => kind === "establish-body");
}

export function outcomeOf(values: DecisionValues, place: Place): Record<string, unknown> {
  const { outcome, toBody, strength, remark, effects } = values;
  switch (outcome) {
    case "recommends":
      return { type: "recommends", to_body: toBody, strength };
    case "refers":
      return { type: "refers", ...addresseeOf(toBody, values.toOutside.trim()) };
    case "approved-with-remark":
      return { type: outcome, remarks: [remark.trim()] };
    case "no-joint-conclusion":
      return { type: outcome, question: remark.trim() };
    case "appoints":
      return { type: outcome, filled: effects.flatMap(({ kind, fields }) => (kind === "appoint" ? [fields["seat"]] : [])) };
    case "delegates":
      return { type: outcome, to_body: toBody, step: values.step.trim() };
    case "establishes-body": {
      const body = established(values);
      return { type: outcome, body: body === undefined ? "" : bodyOf(body, place) };
    }
    case "approved-conditionally":
    case "noted-with-recognition":
    case "deferred":
      return { type: outcome };
    default:
      return { type: "plain", outcome };
  }
}

function missingIn(values: DecisionValues, words: DecisionWords): Record<string, string> {
  const { outcome, toBody, strength, text, effects, dissents } = values;
  const missing: Record<string, string> = {};
  if (outcome === "") missing["outcome"] = words.chooseOutcome;
  if (needsBody(outcome) && toBody === "") missing["toBody"] = words.chooseBody;
  if (outcome === "refers" && toBody === OUTSIDE && values.toOutside.trim() === "") missing["toOutside"] = words.writeRemark;
  if (outcome === "delegates" && values.step.trim() === "") missing["step"] = words.writeStep;
  if (outcome === "establishes-body" && established(values) === undefined) missing["effects"] = words.needsBody;
  if (outcome === "recommends" && strength === "") missing["strength"] = words.chooseStrength;
  if (needsRemark(outcome) && values.remark.trim() === "") missing["remark"] = words.writeRemark;
  if (text.trim() === "") missing["text"] = words.writeText;
  if (outcome === "approved-conditionally" && conditionsIn(values).length === 0) {
    missing["effects"] = words.needsCondition;
  }
  for (const [index, effect] of effects.entries()) {
    for (const field of lacking(effect)) missing[`effects/${index}/${field}`] = words.effectLacks;
  }
  for (const [index, dissent] of dissents.entries()) {
    if (dissent.seat === "") missing[`dissents/${index}/seat`] = words.dissentLacks;
    if (dissent.text.trim() === "") missing[`dissents/${index}/text`] = words.dissentLacks;
  }
  return missing;
}
