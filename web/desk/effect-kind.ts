/** What there is to an effect besides its words: how it is filled in, where it goes, what the record is told. */

import { dayOf } from "../forms/days.ts";

/** An effect as it is being written, whatever its kind. */
export interface Filling {
  /** For what the effect makes: a condition, a task, a referral. Random, and kept with the draft. */
  readonly name: string;
  readonly fields: Filled;
}

export type Filled = Readonly<Record<string, string>>;

/** How a field is filled in: written, or chosen among what the record has. */
export type Way =
  | "line"
  | "text"
  | "day"
  | "awaits"
  | "late"
  | "yes-no"
  | "cause"
  | "body"
  | "debtor"
  | "seat"
  | "person"
  | "condition"
  | "referral"
  | "action"
  | "addressee"
  | "any-body"
  | "level"
  | "parties"
  | "party"
  | "own-step"
  | "left-step"
  | "subject"
  | "proposal"
  | "proposals"
  | "budgeted"
  | "place"
  | "initiative"
  | "agreement"
  | "indicator"
  | "judgement"
  | "strength"
  | "forming"
  | "extent"
  | "remark"
  | "confirmation"
  | "off-course"
  | "aspect"
  | "phase"
  | "ending"
  | "rung"
  | "step-state"
  | "operation"
  | "plan"
  | "draft-plan"
  | "adopted-plan"
  | "theme"
  | "own-theme"
  | "theme-kind"
  | "focus"
  | "application"
  | "any-agreement"
  | "stage"
  | "whole";

export interface EffectField {
  readonly name: string;
  readonly way: Way;
  readonly optional?: true;
}

/** Where the decision is made. */
export interface Place {
  readonly meeting: string;
  readonly body: string;
  /** Where the seats of the body are kept. */
  readonly membership: string;
  readonly decision: string;
}

export interface Kind {
  readonly fields: (filled: Filled) => readonly EffectField[];
  /** Never waits for a condition. */
  readonly atOnce?: true;
  /** The kind of stream it goes to: a refusal comes in its name. */
  readonly goesTo: string;
  readonly wire: (effect: Filling, place: Place) => Record<string, unknown>;
}

/** Between several things in one field, and between a thing and its part. */
export const SEVERAL = "\n";
export const several = (value: string | undefined): readonly string[] => (value ?? "").split(SEVERAL).filter((each) => each !== "");

/** Somebody who is neither a body nor a party of ours. */
export const OUTSIDE = "outside";

const scopeOf = (stream: string): string => stream.slice(0, stream.indexOf("/"));
export const made = (kind: string, effect: Filling, place: Place): string => `${scopeOf(place.meeting)}/${kind}/${effect.name}`;
export const on = (name: string, written: string | undefined) =>
  written === undefined || written === "" ? {} : { [name]: dayOf(written) };
export const field = (name: string, way: Way): EffectField => ({ name, way });
export const optional = (name: string, way: Way): EffectField => ({ name, way, optional: true });

/** To whom a matter goes: ids say themselves what they are. */
export function addresseeOf(to: string, outside: string | undefined): Record<string, unknown> {
  if (to === OUTSIDE) return { to_outside: outside };
  return to.split("/")[1] === "party" ? { to_party: to } : { to_body: to };
}
