/** The sentences of a decision that is being written, with the names of those it is about. */

import { dayOf } from "../forms/days.ts";
import { desk as words } from "../words/desk/words.ts";
import { said } from "../words/said.ts";
import { bodies, nameOf, parties, seatName, seatsOf } from "./choices.ts";
import type { DecisionValues } from "./decision.ts";
import { needsBody } from "./decision.ts";
import { useDesk } from "./desk.ts";
import type { EffectDraft, Place } from "./effects.ts";
import type { Told } from "./read-out.ts";

export interface ToldHere extends Told {
  readonly bodyName: (id: string) => string;
}

export function useTold(place: Place, item = ""): ToldHere {
  const desk = useDesk();
  const { told } = words;
  const bodyName = (id: string): string => nameOf(bodies(desk.room.people), id);
  return {
    bodyName,
    decision: told.decision(item),
    answers: told.answers,
    answersNothing: told.answersNothing,
    dissent: (name, text) => {
      const seat = seatsOf(desk).find((each) => each.seat === name);
      return told.dissent(seat === undefined ? name : seatName(seat, words.attendance.patients), text);
    },
    effect: (effect) =>
      effectSaid(effect, place, {
        body: bodyName,
        debtor: (id) => nameOf([...bodies(desk.room.people), ...parties(desk)], id),
        condition: (id) => nameOf(desk.openConditions.value, id),
        referral: (id) => nameOf(desk.openReferrals.value, id),
      }),
  };
}

export interface Names {
  readonly body: (id: string) => string;
  readonly debtor: (id: string) => string;
  readonly condition: (id: string) => string;
  readonly referral: (id: string) => string;
}

/** An effect in the words the record would have of it. */
export function effectSaid({ kind, fields }: EffectDraft, { decision }: Place, names: Names): string {
  const { told } = words;
  const field = (name: string): string => (fields[name] ?? "").trim();
  const by = dayOf(field("day")) ?? "";
  switch (kind) {
    case "open-condition": {
      const awaits = field("awaits") === "law" ? field("title") : told.awaitsBody(names.body(field("body")), field("words"));
      return told.condition(awaits, decision, by);
    }
    case "refer":
      return told.refer(names.body(field("body")), field("question"));
    case "assign":
      return told.assign(field("debtor") === "not-stated" ? "" : names.debtor(field("debtor")), field("what"), by);
    case "resolve-condition":
      return told.resolve(names.condition(field("condition")), field("met") === "yes", decision);
    case "waive-condition":
      return told.waive(names.condition(field("condition")), decision);
    case "answer-referral":
      return told.answer(names.referral(field("referral")), field("text"), decision);
  }
}

export function outcomeSaid(values: DecisionValues, bodyName: (id: string) => string): string {
  const word =
    values.outcome === "recommends"
      ? (words.told.recommends[values.strength] ?? values.strength)
      : said("plain-outcome", values.outcome);
  return needsBody(values.outcome) ? words.told.to(word, bodyName(values.toBody)) : word;
}
