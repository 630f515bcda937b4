/** The sentences of a decision that is being written, with the names of those it is about. */

import { dayOf } from "../forms/days.ts";
import { decision as written } from "../words/decision/words.ts";
import { desk as words } from "../words/desk/words.ts";
import { capital } from "../words/format.ts";
import { record } from "../words/record.ts";
import { said, saidOutcome } from "../words/said.ts";
import { bodies, nameOf, parties, persons, seatName, seatsOf } from "./choices.ts";
import type { DecisionValues } from "./decision.ts";
import { OUTSIDE, SEVERAL, several } from "./effect-kind.ts";
import { needsBody } from "./decision.ts";
import { leftSteps, ownSteps } from "./mandates.ts";
import { weightOf } from "./funding.ts";
import { stepsIn } from "./organising.ts";
import { linesOf } from "./planning.ts";
import { ordersIn } from "./plans.ts";
import { useDesk } from "./desk.ts";
import type { Place } from "./effect-kind.ts";
import type { EffectDraft } from "./effects.ts";
import type { Told } from "./read-out.ts";

export interface ToldHere extends Told {
  readonly bodyName: (id: string) => string;
}

export function useTold(place: Place, item = ""): ToldHere {
  const desk = useDesk();
  const { told } = written;
  const seats = seatsOf(desk).map((seat) => ({ value: seat.seat, label: seatName(seat, words.attendance.patients) }));
  const bodyName = (id: string): string => nameOf([...bodies(desk.room.people), ...parties(desk)], id);
  const all = [
    ...bodies(desk.room.people),
    ...parties(desk),
    ...persons(desk),
    ...seats,
    ...desk.openConditions.value,
    ...desk.openReferrals.value,
    ...desk.openActions.value,
    ...ownSteps(desk.mandates, place.body),
    ...leftSteps(desk.mandates, place.body),
    ...desk.openProposals.value,
    ...desk.budgetedProposals.value,
    ...desk.initiatives.value,
    ...desk.confirmations.value,
    ...desk.openRemarks.value,
    ...desk.allAgreements.value,
    ...desk.applications.value,
    ...desk.plans.open.value,
    ...desk.plans.themes.value,
    ...desk.indicators.value,
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
  const { told } = written;
  const field = (at: string): string => (fields[at] ?? "").trim();
  const named = (at: string): string => name(field(at));
  const on = (at: string): string => dayOf(field(at)) ?? "";
  const day = on("day");
  switch (kind) {
    case "open-condition":
      return told.condition(awaitsSaid(field, named, name), decision, day, field("late") === "lapse");
    case "refer":
      return told.refer(field("to") === OUTSIDE ? field("outside") : named("to"), field("question"), day);
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
    case "call-nominations":
      return told.nominations(named("party"), named("seat"), field("what"), day);
    case "establish-body":
      return told.established(field("name"), said("level", field("level")), on("from"), [
        ...several(fields["parties"]).map(name),
        ...(field("secretariat") === "yes" ? [told.secretariat] : []),
      ]);
    case "give-task":
      return told.task(named("body"), field("task"));
    case "close-body":
      return told.closed(named("body"), on("ceases"), field("successor") === "" ? "" : named("successor"));
    case "set-path": {
      const steps = stepsIn(fields).map(({ step, body: by, binding }) => told.step(step, name(by), binding));
      return told.path(record[field("subject")]?.da ?? field("subject"), on("from"), steps);
    }
    case "delegate": {
      const [, step = ""] = field("own").split(SEVERAL);
      return told.delegated(name(body), step, named("body"), on("from"), on("until"), field("terms"));
    }
    case "end-delegation": {
      const [, step = "", to = ""] = field("left").split(SEVERAL);
      return told.ended(name(to), step, on("ceases"));
    }
    case "hold":
      return told.held(named("initiative"), said("extent", field("extent")), named("condition"));
    case "form-proposal":
      return told.formed(field("name"), said("forming", field("how")), several(fields["outOf"]).map(name));
    case "recommend-proposal":
      return told.recommended(named("proposal"), named("body"), said("strength", field("strength")));
    case "park-proposal":
      return told.parked(named("proposal"), field("reason"));
    case "rank-proposal":
      return told.ranked(named("proposal"), field("place"), field("reason"));
    case "approve-proposal":
      return told.approved(named("proposal"), decision);
    case "choose-proposal":
      return told.chosen(named("proposal"), decision);
    case "turn-down-proposal":
      return told.turnedDown(named("proposal"), field("reason"));
    case "approve-termination":
      return told.terminated(name(body), named("agreement"), on("ceases"), field("instead"));
    case "widen-agreement":
      return told.widened(named("agreement"), on("from"), field("change"));
    case "narrow-agreement":
      return told.narrowed(named("agreement"), on("from"), field("change"));
    case "adjust-agreement":
      return told.adjusted(named("agreement"), on("from"), field("change"));
    case "name-owner":
      return told.follows(named("body"), named("agreement"));
    case "remark":
      return told.remarked(named("initiative"), name(body), field("remark"), day);
    case "answer-remark":
      return told.remarkAnswered(named("open"), decision);
    case "assign-owner":
      return told.owned(named("initiative"), [...several(fields["owners"]), field("leader"), field("group")].filter(Boolean).map(name));
    case "approve-confirmation":
      return told.confirmed(name(body), named("confirmation"));
    case "return-confirmation":
      return told.returned(name(body), named("confirmation"), field("reason"));
    case "agree-remedy":
      return told.remedied(named("initiative"), name(body), field("remedy"));
    case "escalate":
      return told.escalated(named("initiative"), name(body), named("body"), field("reason"));
    case "narrow":
      return told.reached(named("initiative"), said("aspect", field("aspect")), field("before"), field("after"), false);
    case "widen":
      return told.reached(named("initiative"), said("aspect", field("aspect")), field("before"), field("after"), true);
    case "start-project":
      return told.begun(named("initiative"), said("phase", field("phase")), on("from"));
    case "pause":
      return told.paused(named("initiative"), field("reason"));
    case "resume":
      return told.resumed(named("initiative"));
    case "deprioritise":
      return told.lowered(named("initiative"), name(body), field("reason"));
    case "prolong":
      return told.prolonged(named("initiative"), on("until"));
    case "end-initiative":
      return told.over(named("initiative"), said("ending", field("ending")), on("ceases"));
    case "adapt":
      return told.adapted(named("initiative"), field("adapted"), linesOf(field("core")));
    case "spread":
      return told.spread(named("initiative"), several(fields["at"]).map(name), on("from"));
    case "reach-step":
      return told.stepReached(named("initiative"), field("rung"), said("step-state", field("step")));
    case "begin-operation":
      return told.operates(named("initiative"), said("operation", field("operation")), several(fields["at"]).map(name), on("from"));
    case "merge-initiative":
      return told.merged(named("initiative"), named("into"));
    case "adopt-plan":
      return told.adopted(named("plan"), decision, on("from"), ordersIn(fields).map(({ number, title }) => `${number} ${title}`));
    case "set-theme":
      return told.theme(capital(said("theme-kind", field("themeKind"))), field("number"), field("heading"));
    case "note-focus":
      return told.focus(named("theme"), name(body), said("focus", field("focus")), field("words"));
    case "close-plan":
      return told.planClosed(named("plan"), decision, field("replacedBy") === "" ? "" : named("replacedBy"));
    case "turn-down-application":
      return told.refused(named("application"), decision, field("reason"));
    case "agree-key": {
      const shares = several(fields["sharing"]).map((party) => `${name(party)} ${field(weightOf(party))}`);
      return told.key(field("key"), on("from"), shares, field("whole"), field("terms"));
    }
    case "end-key":
      return told.keyEnded(field("key"), on("ceases"));
    case "judge-target":
      return told.judged(named("indicator"), said("judgement", field("judgement")), field("reason"));
  }
}

function awaitsSaid(field: (at: string) => string, named: (at: string) => string, name: (id: string) => string): string {
  const { told } = written;
  switch (field("awaits")) {
    case "law":
      return field("title");
    case "day":
      return told.awaitsDay(dayOf(field("reached")) ?? "", field("words"));
    case "adoption":
      return told.awaitsAdoption(named("agreement"), several(field("adopters")).map(name));
    case "answer":
      return told.awaitsAnswer(named("referral"));
    case "evaluation":
      return told.awaitsEvaluation(named("initiative"), said("stage", field("stage")));
    default:
      return told.awaitsBody(named("body"), field("words"));
  }
}

export function outcomeSaid(values: DecisionValues, bodyName: (id: string) => string): string {
  const word =
    values.outcome === "recommends"
      ? (written.told.recommends[values.strength] ?? values.strength)
      : saidOutcome(values.outcome);
  if (values.outcome === "delegates") {
    return written.told.leaves(word, values.step.trim(), bodyName(values.toBody));
  }
  if (values.outcome === "establishes-body") {
    const body = values.effects.find(({ kind }) => kind === "establish-body");
    return `${word} ${body?.fields["name"]?.trim() ?? ""}`;
  }
  if (values.outcome === "refers" && values.toBody === OUTSIDE) return written.told.to(word, values.toOutside.trim());
  if (values.outcome === "approved-with-remark") return written.told.remark(word, values.remark.trim());
  return needsBody(values.outcome) ? written.told.to(word, bodyName(values.toBody)) : word;
}
