/** What a bundle is verified by and with: files that the browser reads and sends nowhere, and a text that is pasted. */

import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | null;
}

interface FilesProps extends FieldProps {
  /** A folder with all that is in it. */
  readonly folder?: boolean;
  readonly several?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

export function FilesField({ folder = false, several = false, onChosen, ...field }: FilesProps) {
  return (
    <Group {...field}>
      <input
        id={field.id}
        type="file"
        multiple={several}
        {...(folder ? { webkitdirectory: true } : {})}
        {...described(field)}
        onChange={(event) => onChosen([...(event.currentTarget.files ?? [])])}
      />
    </Group>
  );
}

interface LongProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function LongField({ value, onValue, ...field }: LongProps) {
  return (
    <Group {...field}>
      <textarea
        id={field.id}
        class="form-input"
        rows={3}
        spellcheck={false}
        value={value}
        {...described(field)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Group>
  );
}

function Group({ id, label, hint, error = null, children }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={error === null ? "form-group" : "form-group form-error"}>
      <label class="form-label" for={id}>
        {label}
      </label>
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
      {error !== null && (
        <span class="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

function described({ id, error = null }: FieldProps) {
  const by = error === null ? `${id}-hint` : `${id}-error ${id}-hint`;
  return { "aria-invalid": error !== null, "aria-describedby": by } as const;
}
