/** What a bundle is verified by and with: files that the browser reads and sends nowhere, and a text that is pasted. */

import { described, Group } from "../forms/Group.tsx";

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

export function FilesField({ id, label, hint, error = null, folder = false, several = false, onChosen }: FilesProps) {
  const field = { id, error };
  return (
    <Group field={field} label={label} hint={hint}>
      <input
        id={id}
        type="file"
        multiple={several}
        {...(folder ? { webkitdirectory: true } : {})}
        {...described(field, hint)}
        onChange={(event) => onChosen([...(event.currentTarget.files ?? [])])}
      />
    </Group>
  );
}

interface LongProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function LongField({ id, label, hint, error = null, value, onValue }: LongProps) {
  const field = { id, error };
  return (
    <Group field={field} label={label} hint={hint}>
      <textarea
        id={id}
        class="form-input"
        rows={3}
        spellcheck={false}
        value={value}
        {...described(field, hint)}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Group>
  );
}
