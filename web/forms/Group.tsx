import type { ComponentChildren } from "preact";

export interface Marked {
  readonly id: string;
  /** What is wrong with what stands there; null: nothing. */
  readonly error: string | null;
}

interface GroupProps {
  readonly field: Marked;
  readonly label: string;
  readonly hint: string | undefined;
  readonly children: ComponentChildren;
}

/** A field under its label, with what helps to fill it in, and what is wrong with it. */
export function Group({ field: { id, error }, label, hint, children }: GroupProps) {
  return (
    <div class={error === null ? "form-group" : "form-group form-error"}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== null && (
        <span class="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

/** By what its input is described. */
export function described({ id, error }: Marked, hint: string | undefined) {
  const by = [...(error === null ? [] : [`${id}-error`]), ...(hint === undefined ? [] : [`${id}-hint`])].join(" ");
  return { "aria-invalid": error !== null, "aria-describedby": by === "" ? undefined : by } as const;
}
