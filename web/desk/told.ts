/** The sentences of a decision that is being written, with the names of those it is about. */

import { dayOf } from "../forms/days.ts";
import { desk as words } from "../words/desk/words.ts";
import { said, saidOutcome } from "../words/said.ts";
import { bodies, nameOf, parties, persons, seatName, seatsOf } from "./choices.ts";
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
  const seats = seatsOf(desk).map((seat) => ({ value: seat.seat, label: seatName(seat, words.attendance.patients) }));
  const bodyName = (id: string): string => nameOf(bodies(desk.room.people), id);
  const all = [
    ...bodies(desk.room.people),
    ...parties(desk),
    ...persons(desk),
    ...seats,
    ...desk.openConditions.value,
    ...desk.openReferrals.value,
    ...desk.openActions.value,
  ];
  return {
    bodyName,
    decision: told.decision(item),
    answers: told.answers,
    answersNothing: told.answersNothing,
    dissent: (seat, text) => told.dissent(nameOf(seats, seat), text),
    effect: (effect) => effectSaid(effect, place, (id) => nameOf(all, id)),
  };
}

/** An effect in the words the record would have of it. */
export function effectSaid({ kind, fields }: EffectDraft, { decision, body }: Place, name: (id: string) => string): string {
  const { told } = words;
  const field = (at: string): string => (fields[at] ?? "").trim();
  const named = (at: string): string => name(field(at));
  const day = dayOf(field("day")) ?? "";
  switch (kind) {
    case "open-condition":
      return told.condition(awaitsSaid(field, named), decision, day, field("late") === "lapse");
    case "refer":
      return told.refer(named("body"), field("question"), day);
    case "promise-item":
      return told.promise(name(body), field("question"), day);
    case "assign":
      return told.assign(field("debtor") === "not-stated" ? "" : named("debtor"), field("what"), day);
    case "cancel-action":
      return told.cancel(named("action"), field("reason"));
    case "appoint":
      return told.appoint(named("person"), named("seat"), day);
    case "name-substitute":
      return told.substitute(named("person"), named("seat"), day);
    case "vacate":
      return told.vacate(named("seat"), said("cause", field("cause")), day);
    case "resolve-condition":
      return told.resolve(named("condition"), field("met") === "yes", decision);
    case "waive-condition":
      return told.waive(named("condition"), decision);
    case "answer-referral":
      return told.answer(named("referral"), field("text"), decision);
    case "withdraw-referral":
      return told.withdraw(named("referral"), field("reason"), decision);
  }
}

function awaitsSaid(field: (at: string) => string, named: (at: string) => string): string {
  if (field("awaits") === "law") return field("title");
  if (field("awaits") === "day") return words.told.awaitsDay(dayOf(field("reached")) ?? "", field("words"));
  return words.told.awaitsBody(named("body"), field("words"));
}

export function outcomeSaid(values: DecisionValues, bodyName: (id: string) => string): string {
  const word =
    values.outcome === "recommends"
      ? (words.told.recommends[values.strength] ?? values.strength)
      : saidOutcome(values.outcome);
  if (values.outcome === "approved-with-remark") return words.told.remark(word, values.remark.trim());
  return needsBody(values.outcome) ? words.told.to(word, bodyName(values.toBody)) : word;
}
