import { DayField } from "../forms/DayField.tsx";
import { Checks, ChoiceField, LineField, TextField } from "../forms/fields.tsx";
import type { Choice } from "../forms/fields.tsx";
import { decision as written } from "../words/decision/words.ts";
import { desk as words } from "../words/desk/words.ts";
import { capital } from "../words/format.ts";
import { said } from "../words/said.ts";
import { JUDGEMENTS } from "./agreeing.ts";
import { bodies, parties, persons, seatName, seatsOf } from "./choices.ts";
import { leftSteps, ownSteps } from "./mandates.ts";
import { LEVELS, SUBJECTS } from "./organising.ts";
import { weightOf } from "./funding.ts";
import { ASPECTS, ENDINGS, OPERATIONS, PHASES, STEP_STATES, partOf } from "./planning.ts";
import { FOCUSES, THEME_KINDS } from "./plans.ts";
import { useDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { OUTSIDE, SEVERAL, several } from "./effect-kind.ts";
import { kindOf } from "./effects.ts";
import type { EffectField, Filled, Place, Way } from "./effect-kind.ts";
import type { EffectDraft } from "./effects.ts";

const CAUSES = ["left", "term-ended", "leave"].map((value) => ({ value, label: capital(said("cause", value)) }));
const named = (vocabulary: string, values: readonly string[]): readonly Choice[] =>
  values.map((value) => ({ value, label: capital(said(vocabulary, value)) }));
const pairs = (named: Record<string, string>): readonly Choice[] =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

interface FieldsProps {
  readonly effect: EffectDraft;
  readonly place: Place;
  readonly errorAt: (field: string) => string | null;
  readonly onChange: (next: EffectDraft) => void;
}

/** The fields that an effect needs, each filled in its own way. */
export function EffectFields({ effect, place, errorAt, onChange }: FieldsProps) {
  const desk = useDesk();
  const one = ({ name, way }: EffectField) => {
    const field = {
      id: `effect-${effect.name}-${name}`,
      label: written.effects.fields[name] ?? weightLabel(name, desk),
      value: effect.fields[name] ?? "",
      error: errorAt(name),
      onValue: (value: string) => onChange({ ...effect, fields: { ...effect.fields, [name]: value } }),
    };
    switch (way) {
      case "line":
      case "whole":
        return <LineField key={name} {...field} />;
      case "text":
        return <TextField key={name} {...field} />;
      case "day":
        return <DayField key={name} {...field} />;
      case "parties":
      case "proposals":
        return (
          <Checks
            key={name}
            id={field.id}
            legend={field.label}
            choices={choicesOf(way, desk, place, effect.fields)}
            chosen={several(field.value)}
            error={field.error}
            onChange={(chosen) => field.onValue(chosen.join(SEVERAL))}
          />
        );
      default: {
        const choices = choicesOf(way, desk, place, effect.fields);
        const none = choices.length === 0 ? written.effects.noneOpen : written.effects.choose;
        return <ChoiceField key={name} {...field} choices={choices} none={none} />;
      }
    }
  };
  return <>{kindOf(effect)?.fields(effect.fields).map(one)}</>;
}

/** Steps of one ladder of commitment. */
const RUNGS_MAX = 12;
/** A place in a row: 1 is wanted most. */
const PLACES: readonly Choice[] = Array.from({ length: 20 }, (_, at) => ({ value: `${at + 1}`, label: `${at + 1}` }));

/** Of each party that shares there is a field of its own, by the party's name. */
function weightLabel(name: string, desk: Desk): string {
  const party = parties(desk).find(({ value }) => weightOf(value) === name);
  return party === undefined ? name : written.effects.weight(party.label);
}

type Chosen = Exclude<Way, "line" | "text" | "day" | "whole">;

function choicesOf(way: Chosen, desk: Desk, place: Place, filled: Filled): readonly Choice[] {
  switch (way) {
    case "awaits":
      return pairs(written.effects.awaits);
    case "late":
      return pairs(written.effects.late);
    case "yes-no":
      return pairs(written.effects.yesNo);
    case "cause":
      return CAUSES;
    case "body":
      return bodies(desk.room.people).filter(({ value }) => value !== place.body);
    case "debtor":
      return [...bodies(desk.room.people), ...parties(desk), { value: "not-stated", label: written.effects.notStated }];
    case "seat":
      return seatsOf(desk).map((seat) => ({ value: seat.seat, label: seatName(seat, words.attendance.patients) }));
    case "person":
      return persons(desk);
    case "condition":
      return desk.openConditions.value;
    case "referral":
      return desk.openReferrals.value;
    case "action":
      return desk.openActions.value;
    case "addressee":
      return addressees(desk, place.body);
    case "any-body":
      return bodies(desk.room.people);
    case "party":
    case "parties":
      return parties(desk);
    case "level":
      return named("level", LEVELS);
    case "subject":
      return named("subject", SUBJECTS);
    case "own-step":
      return ownSteps(desk.mandates, place.body);
    case "left-step":
      return leftSteps(desk.mandates, place.body);
    case "proposal":
    case "proposals":
      return desk.openProposals.value;
    case "place":
      return PLACES;
    case "budgeted":
      return desk.budgetedProposals.value;
    case "initiative":
      return desk.initiatives.value;
    case "remark":
      return desk.openRemarks.value;
    case "confirmation":
      return desk.confirmations.value;
    case "off-course":
      return desk.offCourse.value;
    case "aspect":
      return named("aspect", ASPECTS);
    case "phase":
      return named("phase", PHASES);
    case "ending":
      return named("ending", ENDINGS);
    case "agreement":
      return desk.agreements.value;
    case "indicator":
      return desk.indicators.value;
    case "judgement":
      return named("judgement", JUDGEMENTS);
    case "strength":
      return named("strength", ["firm", "optional"]);
    case "forming":
      return named("forming", ["merged", "generalised", "new"]);
    case "rung":
      return PLACES.slice(0, RUNGS_MAX);
    case "step-state":
      return named("step-state", STEP_STATES);
    case "operation":
      return named("operation", OPERATIONS);
    case "plan":
      return desk.plans.open.value;
    case "draft-plan":
      return desk.plans.drafted.value;
    case "adopted-plan":
      return desk.plans.adopted.value;
    case "theme":
      return desk.plans.themes.value;
    case "own-theme":
      return desk.plans.themes.value.filter(({ value }) => partOf(value)[0] === filled["plan"]);
    case "theme-kind":
      return named("theme-kind", THEME_KINDS);
    case "focus":
      return named("focus", FOCUSES);
    case "application":
      return desk.applications.value;
    case "any-agreement":
      return desk.allAgreements.value;
    case "stage":
      return named("stage", ["midway", "final"]);
    case "extent":
      return named("extent", ["all", "planning", "operation"]);
  }
}

/** To whom a matter can be sent: bodies, then parties, and whoever else there is. */
export function addressees(desk: Desk, own: string): readonly Choice[] {
  const others = bodies(desk.room.people).filter(({ value }) => value !== own);
  return [...others, ...parties(desk), { value: OUTSIDE, label: written.effects.outside }];
}
