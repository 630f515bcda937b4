import type { Field } from "./form.ts";
import { described, Group } from "./Group.tsx";

interface Labelled extends Field {
  readonly label: string;
  readonly hint?: string;
}

const OWN_ADDRESS = { type: "email", autocomplete: "email" } as const;
const ANY_TEXT = { type: "text", autocomplete: "off" } as const;

/** One line of text; `email`: the reader's own mail address, which their browser knows. */
export function LineField({ label, hint, email = false, ...field }: Labelled & { readonly email?: boolean }) {
  return (
    <Group field={field} label={label} hint={hint}>
      <input
        id={field.id}
        class="form-input"
        {...(email ? OWN_ADDRESS : ANY_TEXT)}
        value={field.value}
        {...described(field, hint)}
        onInput={(event) => field.onValue(event.currentTarget.value)}
      />
    </Group>
  );
}

/** Text of several lines. */
export function TextField({ label, hint, rows = 3, ...field }: Labelled & { readonly rows?: number }) {
  return (
    <Group field={field} label={label} hint={hint}>
      <textarea
        id={field.id}
        class="form-input"
        rows={rows}
        value={field.value}
        {...described(field, hint)}
        onInput={(event) => field.onValue(event.currentTarget.value)}
      />
    </Group>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends Labelled {
  readonly choices: readonly Choice[];
  /** What stands there while nothing is chosen; nothing is chosen beforehand. */
  readonly none?: string;
}

/** One of several. */
export function ChoiceField({ label, hint, choices, none = "", ...field }: ChoiceProps) {
  return (
    <Group field={field} label={label} hint={hint}>
      <select
        id={field.id}
        class="form-select"
        value={field.value}
        {...described(field, hint)}
        onChange={(event) => field.onValue(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {choices.map(({ value, label: name }) => (
          <option key={value} value={value} selected={value === field.value}>
            {name}
          </option>
        ))}
      </select>
    </Group>
  );
}

interface ChecksProps {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly error?: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of several. */
export function Checks({ id, legend, choices, chosen, error = null, onChange }: ChecksProps) {
  if (choices.length === 0) return null;
  const toggle = (value: string, on: boolean): void =>
    onChange(choices.map((choice) => choice.value).filter((each) => (each === value ? on : chosen.includes(each))));
  return (
    <fieldset class={error === null ? "form-group" : "form-group form-error"}>
      <legend class="form-label">{legend}</legend>
      {error !== null && <span class="form-error-message">{error}</span>}
      {choices.map(({ value, label }) => (
        <Check
          key={value}
          id={`${id}-${value}`}
          label={label}
          on={chosen.includes(value)}
          onChange={(on) => toggle(value, on)}
        />
      ))}
    </fieldset>
  );
}

interface CheckProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Check({ id, label, on, onChange }: CheckProps) {
  return (
    <div class="form-group-checkbox">
      <input
        id={id}
        class="form-checkbox"
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  );
}
