import { words } from "../words/words.ts";
import { parts, written } from "./days.ts";
import type { Field } from "./form.ts";

/** A day in three fields, as the design system asks for one; its value is `2024-04-09`, or as far as it is written. */
export function DayField({ label, hint, ...field }: Field & { readonly label: string; readonly hint?: string }) {
  const value = parts(field.value);
  const { id, error } = field;
  const part = (name: "day" | "month" | "year", width: number) => (
    <div class={`form-group-${name}`}>
      <label class="form-label" for={`${id}-${name}`}>
        {words.form.dayParts[name]}
      </label>
      <input
        id={`${id}-${name}`}
        class="form-input"
        inputMode="numeric"
        autocomplete="off"
        maxLength={width}
        value={value[name]}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onInput={(event) => field.onValue(written({ ...value, [name]: event.currentTarget.value.trim() }))}
      />
    </div>
  );
  return (
    <fieldset class={error === null ? "form-group" : "form-group form-error"}>
      <legend class="form-label">{label}</legend>
      {hint !== undefined && <span class="form-hint">{hint}</span>}
      {error !== null && (
        <span class="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      <div class="date-group">
        {part("day", 2)}
        {part("month", 2)}
        {part("year", 4)}
      </div>
    </fieldset>
  );
}
