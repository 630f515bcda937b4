import { Check, ChoiceField } from "../forms/fields.tsx";
import type { Form } from "../forms/form.ts";
import { newKey } from "../live/keys.ts";
import { Button } from "../parts/Button.tsx";
import { decision as written } from "../words/decision/words.ts";
import { desk as words } from "../words/desk/words.ts";
import { conditionsIn } from "./decision.ts";
import type { DecisionValues } from "./decision.ts";
import { EffectFields } from "./EffectFields.tsx";
import { EFFECT_KINDS, blamed, kindOf } from "./effects.ts";
import type { Place } from "./effect-kind.ts";
import type { EffectDraft, EffectKind } from "./effects.ts";

const KINDS = EFFECT_KINDS.map((value) => ({ value, label: written.effects.kinds[value] }));

/** With no kind yet the secretary chooses one first. */
export function newEffect(kind: EffectKind | ""): EffectDraft {
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
  const kind = kindOf(effect);
  const title = kind === undefined ? written.effects.kind : written.effects.kinds[effect.kind];
  return (
    <fieldset class={refused === null ? "form-group effect" : "form-group effect form-error"}>
      <legend class="form-label">{title}</legend>
      {refused !== null && <span class="form-error-message">{refused}</span>}
      {kind === undefined ? (
        <ChoiceField
          id={`effect-${effect.name}-kind`}
          label={written.effects.kind}
          value=""
          error={errorAt("kind")}
          onValue={(value) => onChange({ ...effect, kind: value as EffectKind })}
          choices={KINDS}
          none={written.effects.choose}
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
