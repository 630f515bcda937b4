/** What is read out before a decision is recorded: every sentence the record would have of it. */

import { conditionsIn } from "./decision.ts";
import type { DecisionValues } from "./decision.ts";
import { waits } from "./effects.ts";
import type { EffectDraft } from "./effects.ts";

export interface ReadOut {
  readonly decision: readonly string[];
  /** What follows at once. */
  readonly now: readonly string[];
  /** What follows when the conditions are met. */
  readonly later: readonly string[];
}

export interface Told {
  readonly decision: (number: string, outcome: string, text: string) => string;
  readonly answers: (numbers: readonly string[]) => string;
  readonly answersNothing: string;
  readonly effect: (effect: EffectDraft) => string;
  readonly dissent: (seat: string, text: string) => string;
}

export function readOut(values: DecisionValues, number: string, outcome: string, told: Told): ReadOut {
  const conditions = conditionsIn(values);
  const later = (effect: EffectDraft): boolean => conditions.length > 0 && waits(effect);
  return {
    decision: [
      told.decision(number, outcome, values.text.trim()),
      values.answers.length === 0 ? told.answersNothing : told.answers(values.answers),
      ...values.dissents.map(({ seat, text }) => told.dissent(seat, text.trim())),
    ].map(sentence),
    now: values.effects.filter((effect) => !later(effect)).map((effect) => sentence(told.effect(effect))),
    later: values.effects.filter(later).map((effect) => sentence(told.effect(effect))),
  };
}

/** One full stop, as the record's own sentences have it. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.!?:…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.replaceAll(/\.{2,}(?=\s|$)/g, ".");
}
