import { DayField } from "./DayField.tsx";
import { dayOf } from "./days.ts";
import { Check, ChoiceField, LineField, TextField } from "./fields.tsx";
import type { Choice } from "./fields.tsx";
import { useForm } from "./form.ts";
import type { Form, Missing, Ready } from "./form.ts";
import { Frame } from "./Frame.tsx";

/** One field of a form of a few; its name is the command's own. */
export interface Few {
  readonly name: string;
  readonly label: string;
  readonly way: "line" | "text" | "day" | "check" | readonly Choice[];
  readonly hint?: string;
  /** What stands in a choice while nothing is chosen. */
  readonly none?: string;
  /** What to do where it is empty, or no day; absent where it may be empty. */
  readonly lacks?: string;
}

type Filled = Readonly<Record<string, string>>;

interface FewProps {
  readonly stream: string;
  /** Where the draft lies. */
  readonly field: string;
  readonly verb: string;
  /** What the command says besides. */
  readonly about?: Readonly<Record<string, unknown>>;
  readonly fields: readonly Few[];
  /** What the fields begin with; what reads as it began is not told. */
  readonly before?: Filled;
  readonly closed?: boolean;
  readonly title: string;
  readonly send: string;
  readonly said: string;
  readonly onClose: () => void;
}

/** A form that is its fields and nothing more: each goes into the command under its own name. */
export function FewFields(props: FewProps) {
  const { stream, field, verb, about = {}, fields, before = {}, closed = false, title, send, said, onClose } = props;
  const form = useForm<Filled>({
    stream,
    field,
    empty: { ...Object.fromEntries(fields.map(({ name }) => [name, ""])), ...before },
    closed,
    command: (values) => fewCommand(values, fields, before, { stream, verb, body: about }),
    said: () => said,
  });
  return (
    <Frame
      form={form}
      title={title}
      send={send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      {fields.map((few) => (
        <One key={few.name} few={few} form={form} />
      ))}
    </Frame>
  );
}

function One({ few, form }: { few: Few; form: Form<Filled> }) {
  const { name, way, label, hint, none } = few;
  const field = { ...form.field(name), label, ...(hint === undefined ? {} : { hint }) };
  if (way === "line") return <LineField {...field} />;
  if (way === "text") return <TextField {...field} />;
  if (way === "day") return <DayField {...field} />;
  if (way !== "check") return <ChoiceField {...field} choices={way} {...(none === undefined ? {} : { none })} />;
  return (
    <div class="form-group">
      <Check id={field.id} label={label} on={field.value !== ""} onChange={(on) => field.onValue(on ? "yes" : "")} />
    </div>
  );
}

/** The command of what is filled in; what is empty, or stands as it did before, is not told. */
export function fewCommand(
  values: Filled,
  fields: readonly Few[],
  before: Filled,
  ready: Ready & { readonly body: Readonly<Record<string, unknown>> },
): Ready | Missing {
  const missing: Record<string, string> = {};
  const body: Record<string, unknown> = { ...ready.body };
  for (const { name, way, lacks } of fields) {
    const value = (values[name] ?? "").trim();
    const told = way === "day" ? dayOf(value) : way === "check" ? true : value;
    if (value === "" ? lacks !== undefined : told === null) missing[name] = lacks ?? "";
    else if (value !== "" && value !== (before[name] ?? "").trim()) body[name] = told;
  }
  return Object.keys(missing).length > 0 ? { missing } : { ...ready, body };
}
