import { Check, ChoiceField, LineField, TextField } from "../forms/fields.tsx";
import type { Choice } from "../forms/fields.tsx";
import { DayField } from "../forms/DayField.tsx";
import type { Field, Form } from "../forms/form.ts";
import { newKey } from "../live/keys.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { bodies, parties } from "./choices.ts";
import { conditionsIn } from "./decision.ts";
import type { DecisionValues } from "./decision.ts";
import { useDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { EFFECTS, EFFECT_KINDS, blamed } from "./effects.ts";
import type { EffectDraft, EffectKind, Place } from "./effects.ts";

const KINDS = EFFECT_KINDS.map((value) => ({ value, label: words.effects.kinds[value] ?? value }));
const pairs = (named: Record<string, string>): readonly Choice[] =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

/** With no kind yet the secretary chooses one first. */
export function newEffect(kind: string): EffectDraft {
  return { kind: kind as EffectKind, name: newKey(), later: true, fields: {} };
}

/** What follows from the decision, one after the other, as they are picked. */
export function Effects({ form, place }: { form: Form<DecisionValues>; place: Place }) {
  const { effects } = form.values;
  const outcome = form.outcome.value;
  const code = outcome.kind === "failed" ? (outcome.problem?.code ?? "") : "";
  const refused = blamed(effects, code);
  const change = (index: number, next: EffectDraft | null): void =>
    form.set({ effects: effects.flatMap((each, at) => (at !== index ? [each] : next === null ? [] : [next])) });
  const needed = form.errorAt("effects");
  return (
    <>
      {needed !== null && (
        <p class="form-error-message" role="alert">
          {needed}
        </p>
      )}
      {effects.map((effect, index) => (
        <Effect
          key={effect.name}
          effect={effect}
          place={place}
          waits={conditionsIn(form.values).length > 0}
          errorAt={(field) => form.errorAt(`effects/${index}/${field}`)}
          refused={refused.includes(effect) && outcome.kind === "failed" ? outcome.reason : null}
          onChange={(next) => change(index, next)}
        />
      ))}
    </>
  );
}

interface EffectProps {
  readonly effect: EffectDraft;
  readonly place: Place;
  /** Whether the decision waits for a condition at all. */
  readonly waits: boolean;
  readonly errorAt: (field: string) => string | null;
  readonly refused: string | null;
  readonly onChange: (next: EffectDraft | null) => void;
}

function Effect({ effect, place, waits, errorAt, refused, onChange }: EffectProps) {
  const title = words.effects.kinds[effect.kind] ?? words.effects.kind;
  const kind = EFFECTS[effect.kind];
  return (
    <fieldset class={refused === null ? "form-group effect" : "form-group effect form-error"}>
      <legend class="form-label">{title}</legend>
      {refused !== null && <span class="form-error-message">{refused}</span>}
      {kind === undefined ? (
        <ChoiceField
          id={`effect-${effect.name}-kind`}
          label={words.effects.kind}
          value=""
          error={errorAt("kind")}
          onValue={(value) => onChange({ ...effect, kind: value as EffectKind })}
          choices={KINDS}
          none={words.effects.choose}
        />
      ) : (
        <EffectFields effect={effect} place={place} errorAt={errorAt} onChange={onChange} />
      )}
      {waits && kind !== undefined && kind.atOnce !== true && (
        <Check
          id={`effect-${effect.name}-later`}
          label={words.decision.later}
          on={effect.later}
          onChange={(later) => onChange({ ...effect, later })}
        />
      )}
      <Button onPress={() => onChange(null)}>
        {words.decision.remove}
        <span class="sr-only"> {title}</span>
      </Button>
    </fieldset>
  );
}

interface FieldsProps {
  readonly effect: EffectDraft;
  readonly place: Place;
  readonly errorAt: (field: string) => string | null;
  readonly onChange: (next: EffectDraft) => void;
}

function EffectFields({ effect, place, errorAt, onChange }: FieldsProps) {
  const desk = useDesk();
  const at = (name: string): Field & { label: string } => ({
    id: `effect-${effect.name}-${name}`,
    label: words.effects.fields[name] ?? name,
    value: effect.fields[name] ?? "",
    error: errorAt(name),
    onValue: (value) => onChange({ ...effect, fields: { ...effect.fields, [name]: value } }),
  });
  const choose = (name: string, choices: readonly Choice[]) => (
    <ChoiceField {...at(name)} choices={choices} none={choices.length === 0 ? words.effects.noneOpen : words.effects.choose} />
  );
  const others = bodies(desk.room.people).filter(({ value }) => value !== place.body);
  switch (effect.kind) {
    case "open-condition":
      return (
        <>
          {choose("awaits", pairs(words.effects.awaits))}
          {effect.fields["awaits"] === "law" ? <LineField {...at("title")} /> : choose("body", others)}
          <TextField {...at("words")} />
          <DayField {...at("day")} />
        </>
      );
    case "refer":
      return (
        <>
          {choose("body", others)}
          <TextField {...at("question")} />
        </>
      );
    case "assign":
      return (
        <>
          {choose("debtor", debtors(desk))}
          <TextField {...at("what")} />
          <DayField {...at("day")} />
        </>
      );
    case "resolve-condition":
      return (
        <>
          {choose("condition", desk.openConditions.value)}
          {choose("met", pairs(words.effects.yesNo))}
        </>
      );
    case "waive-condition":
      return choose("condition", desk.openConditions.value);
    case "answer-referral":
      return (
        <>
          {choose("referral", desk.openReferrals.value)}
          <TextField {...at("text")} />
          {choose("reserved", pairs(words.effects.yesNo))}
        </>
      );
  }
}

/** Bodies and parties can owe something; the paper may not say who does. */
function debtors(desk: Desk): readonly Choice[] {
  return [...bodies(desk.room.people), ...parties(desk), { value: "not-stated", label: words.effects.notStated }];
}
