import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Checks, LineField } from "../forms/fields.tsx";
import { fieldOf, reasonOf } from "../forms/problems.ts";
import { Refusal } from "../live/ask.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { notices } from "../words/notices/words.ts";
import { words } from "../words/words.ts";
import { SUBJECTS } from "./told.ts";
import type { Subject, Told } from "./told.ts";

interface Wrong {
  readonly reason: string;
  /** What is wrong is what was written. */
  readonly atField: boolean;
}

function wrongOf(error: unknown, values: object): Wrong {
  if (!(error instanceof Refusal)) return { reason: words.failed(""), atField: false };
  return { reason: reasonOf(error.problem), atField: fieldOf(error.problem, values) !== null };
}

/** Something is asked of the server: once at a time, and what it says against it is kept. */
function useAsking(values: object) {
  const asking = useSignal(false);
  const wrong = useSignal<Wrong | null>(null);
  const doing = async (question: () => Promise<void>): Promise<boolean> => {
    if (asking.value) return false;
    asking.value = true;
    try {
      await question();
      wrong.value = null;
      return true;
    } catch (error) {
      wrong.value = wrongOf(error, values);
      return false;
    } finally {
      asking.value = false;
    }
  };
  return { not: asking.value ? words.form.sending : null, wrong: wrong.value, doing };
}

/** Where one is told. */
export function AddressForm({ told, address }: { told: Told; address: string | null }) {
  const value = useSignal(address ?? "");
  const { not, wrong, doing } = useAsking({ address: "" });
  const save = (): void => void doing(() => told.tellAt(value.value.trim(), notices.address.saved));
  const stop = async (): Promise<void> => {
    if (await doing(() => told.tellAt(null, notices.address.stopped))) {
      value.value = "";
      document.getElementById("address")?.focus(); // the button that had the focus is gone
    }
  };
  return (
    <Form label={notices.address.heading} wrong={wrong} onSubmit={save}>
      <LineField
        id="address"
        email
        label={notices.address.label}
        hint={notices.address.hint}
        value={value.value}
        error={wrong?.atField ? wrong.reason : null}
        onValue={(text) => (value.value = text)}
      />
      <p>{address === null ? notices.address.nowhere : notices.address.at(address)}</p>
      <div class="button-group">
        <Button kind="primary" type="submit" not={not}>
          {notices.address.save}
        </Button>
        {address !== null && (
          <Button not={not} onPress={() => void stop()}>
            {notices.address.stop}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** What one is told of. */
export function SubjectsForm({ told, off }: { told: Told; off: readonly Subject[] }) {
  const chosen = useSignal<readonly string[]>(SUBJECTS.filter((each) => !off.includes(each)));
  const { not, wrong, doing } = useAsking({});
  const save = (): void => void doing(() => told.tellOf(chosen.value, notices.subjects.saved));
  return (
    <Form label={notices.subjects.heading} wrong={wrong} onSubmit={save}>
      <Checks
        id="subject"
        legend={notices.subjects.legend}
        choices={SUBJECTS.map((each) => ({ value: each, label: notices.subjects.names[each] }))}
        chosen={chosen.value}
        onChange={(subjects) => (chosen.value = subjects)}
      />
      <div class="button-group">
        <Button kind="primary" type="submit" not={not}>
          {notices.subjects.save}
        </Button>
      </div>
    </Form>
  );
}

interface FormProps {
  readonly label: string;
  readonly wrong: Wrong | null;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** What went wrong takes the focus: the field it is about, or the words on top. */
function Form({ label, wrong, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true], .summary-of-errors")?.focus();
  }, [wrong]);
  const submit = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="form" ref={form} aria-label={label} onSubmit={submit} noValidate>
      {wrong !== null && !wrong.atField && (
        <div tabIndex={-1} class="summary-of-errors">
          <Alert tone="error" heading={wrong.reason} />
        </div>
      )}
      {children}
    </form>
  );
}
