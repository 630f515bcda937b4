import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { useAround } from "./around.ts";
import { SignInAgain } from "./SignInAgain.tsx";
import type { Form } from "./form.ts";

interface FrameProps {
  // The frame reads nothing of the values, so it serves every form.
  readonly form: Pick<Form<never>, "begun" | "savedAt" | "kept" | "outcome">;
  readonly title: string;
  readonly send: string;
  readonly onSend: () => void;
  /** Absent where the form is what the page is for. */
  readonly onClose?: () => void;
  /** Why it cannot be sent, besides the connection. */
  readonly not?: string | null;
  /** Where the answer was no, something that can be done about it. */
  readonly remedy?: ComponentChildren;
  /** The first field takes the focus when the form comes; not where the page brought it. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}

const FIELDS = "input, select, textarea";

/** What stands around the fields of every form: what went wrong on top, the buttons, and whether the text is kept. */
export function Frame(props: FrameProps) {
  const { form, title, send, onSend, onClose, remedy, quiet = false, children } = props;
  const around = useAround();
  const frame = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const outcome = form.outcome.value;
  const sending = outcome.kind === "sending";
  const not = around.away.value ? words.form.away : (props.not ?? null);
  useLayoutEffect(() => {
    if (!quiet) frame.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, []);
  useEffect(() => {
    if (outcome.kind === "failed") summary.current?.focus();
    if (outcome.kind === "missing") frame.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [outcome]);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!sending && not === null) onSend();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && onClose !== undefined) onClose();
    else if (event.key === "Enter" && event.ctrlKey) submit(event);
    // Plain Enter in a line would send the form, and nothing is recorded by that.
    else if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form class="form" ref={frame} aria-label={title} onSubmit={submit} onKeyDown={keys} noValidate>
      {onClose !== undefined && <p class="form-title">{title}</p>}
      {outcome.kind === "failed" && (
        <div ref={summary} tabIndex={-1} class="summary-of-errors">
          <Alert tone="error" heading={words.form.errorTitle}>
            <p>{outcome.reason}</p>
            <SignInAgain code={outcome.problem?.code} />
            {remedy}
          </Alert>
        </div>
      )}
      {children}
      <div class="button-group">
        <Button kind="primary" type="submit" keys="Control+Enter" not={sending ? words.form.sending : not}>
          {sending ? words.form.sending : send}
        </Button>
        {onClose !== undefined && <Button onPress={onClose}>{words.close}</Button>}
      </div>
      <p class="quiet form-kept">{not ?? keptLine(form)}</p>
    </form>
  );
}

function keptLine({ kept, savedAt }: FrameProps["form"]): string {
  if (!kept) return words.form.notKept;
  return savedAt === null ? words.form.keys : words.form.kept(savedAt);
}
