import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { askedFor, mayAsk } from "./asking.ts";
import { useRoom } from "./in-room.ts";
import { useQuestion } from "./question.ts";
import type { QuestionForm } from "./question.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

/** A participant's question. Closing the form keeps the text; only the record's answer takes it away. */
export function AskQuestion({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const room = useRoom();
  const form = useQuestion(itemKey, item);
  const open = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closed = useRef(false);
  const may = mayAsk(room, itemKey);
  const wanted = askedFor.value === itemKey;
  useEffect(() => {
    if (!wanted) return;
    askedFor.value = null;
    open.value = true;
  }, [wanted]);
  // The opener is there again only after the repaint that takes the form away.
  useLayoutEffect(() => {
    if (!closed.current || open.value) return;
    closed.current = false;
    opener.current?.focus();
  }, [open.value]);
  const close = (): void => {
    closed.current = true;
    open.value = false;
  };
  const recorded = form.outcome.value.kind === "recorded" ? form.outcome.value.position : null;
  const writable = may || form.draft !== null || open.value;
  if (room.past || (!writable && recorded === null)) return null;
  return (
    <div class="ask">
      {recorded !== null && <Alert tone="success" heading={words.ask.recorded(recorded)} />}
      {open.value && <Form item={item} form={form} notNow={notNow(room, may)} onClose={close} />}
      {writable && !open.value && (
        <>
          <Button innerRef={opener} onPress={() => (open.value = true)}>
            {words.ask.open}
          </Button>
          {form.draft !== null && <span class="quiet"> {words.ask.draft}</span>}
        </>
      )}
    </div>
  );
}

interface FormProps {
  readonly item: ItemRow;
  readonly form: QuestionForm;
  readonly notNow: string | null;
  readonly onClose: () => void;
}

function Form({ item, form, notNow: not, onClose }: FormProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const outcome = form.outcome.value;
  const sending = outcome.kind === "sending";
  useLayoutEffect(() => text.current?.focus(), []);
  useEffect(() => {
    if (outcome.kind === "failed") summary.current?.focus();
  }, [outcome]);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sending || not !== null) return;
    if (await form.send()) onClose();
    else if (form.outcome.peek().kind === "empty") text.current?.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && event.ctrlKey) void submit(event);
    else return;
    event.preventDefault();
  };
  return (
    <form class="ask-form" onSubmit={(event) => void submit(event)} noValidate>
      {outcome.kind === "failed" && (
        <div ref={summary} tabIndex={-1} class="summary-of-errors">
          <Alert tone="error" heading={words.ask.errorTitle}>
            <p>{outcome.reason}</p>
          </Alert>
        </div>
      )}
      <TextField form={form} label={words.ask.label(item.number)} innerRef={text} onKeyDown={keys} />
      <div class="button-group">
        <Button kind="primary" type="submit" keys="Control+Enter" not={sending ? words.ask.sending : not}>
          {sending ? words.ask.sending : words.ask.send}
        </Button>
        <Button onPress={onClose}>{words.close}</Button>
      </div>
      <p class="quiet">{not ?? words.ask.keys}</p>
    </form>
  );
}

interface TextFieldProps {
  readonly form: QuestionForm;
  readonly label: string;
  readonly innerRef: RefObject<HTMLTextAreaElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function TextField({ form, label, innerRef, onKeyDown }: TextFieldProps) {
  const empty = form.outcome.value.kind === "empty";
  return (
    <div class={empty ? "form-group form-error" : "form-group"}>
      <label class="form-label" for="question-text">
        {label}
      </label>
      <span class="form-hint" id="question-hint">
        {words.ask.hint}
      </span>
      {empty && (
        <span class="form-error-message" id="question-error">
          {words.ask.empty}
        </span>
      )}
      <textarea
        id="question-text"
        class="form-input"
        rows={4}
        ref={innerRef}
        value={form.draft?.text ?? ""}
        aria-describedby={empty ? "question-error question-hint" : "question-hint"}
        aria-invalid={empty}
        onInput={(event) => form.write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class="quiet ask-kept">{keptLine(form)}</p>
    </div>
  );
}

function keptLine({ draft, kept }: QuestionForm): string {
  if (!kept) return words.ask.notKept;
  return draft === null || draft.text === "" ? "" : words.ask.kept(new Date(draft.savedAtMs));
}

/** Why the question cannot be sent just now. Writing goes on. */
function notNow(room: Room, may: boolean): string | null {
  const { state } = room.connection.standing.value;
  if (state === "lost" || state === "offline" || state === "signed-out" || state === "ended") return words.ask.offline;
  return may ? null : words.ask.notNow;
}
