import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { reasonOf } from "../forms/problems.ts";
import type { AttachmentRow, ItemRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { format } from "../words/format.ts";
import { words as shared } from "../words/words.ts";
import { EMPTY_ATTACHMENT, attach, hashOf, send, wrongWith } from "./attach.ts";
import type { AttachValues, Sending } from "./attach.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";
import { attachForm } from "./ItemPane.tsx";
import { itemName } from "./meeting.ts";

/** A paper of the item: its file is put here first, then it is attached. Without a file it is only named. */
export function AttachForm({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room } = useDesk();
  const { topic: meeting, scope } = room.address;
  const close = useClosed(attachForm(itemKey));
  const chosen = useRef<File | null>(null);
  const sending = useRef<Sending | null>(null);
  const sent = useSignal<number | null>(null);
  const there = room.meeting
    .under(`${itemKey}/attachment/`)
    .value.map((key) => room.meeting.row<AttachmentRow>(key).value?.sha256 ?? null);
  const form = useForm<AttachValues>({
    stream: meeting,
    field: attachForm(itemKey),
    empty: EMPTY_ATTACHMENT,
    closed: item.shut,
    command: (values, name) => attach(values, { meeting, item: itemName(itemKey), there }, name, words.lacks),
    said: ({ name, file }) => words.attach.recorded(name.trim() || file),
  });
  const latest = useRef(form);
  latest.current = form;
  // A file on its way to a form that is gone would be attached behind the writer's back.
  useEffect(() => () => sending.current?.stop(), []);
  const record = async (): Promise<void> => {
    const file = chosen.current;
    if (sent.peek() !== null || !form.complete()) return;
    if (file !== null) {
      sent.value = 0;
      sending.current = send(scope, form.values.sha256, file, (bytes) => (sent.value = bytes));
      const problem = await sending.current.done;
      sent.value = null;
      if (problem === "stopped") return;
      if (problem !== null) {
        const told = problem === "no-answer" ? null : problem;
        const reason = told === null ? shared.failed("") : reasonOf(told);
        latest.current.outcome.value = { kind: "failed", reason, problem: told, field: "file" };
        return;
      }
    }
    if (await latest.current.send()) close();
  };
  return (
    <Frame
      form={form}
      title={words.attach.title(item.number)}
      send={words.attach.send}
      onSend={() => void record()}
      onClose={close}
      not={sent.value === null ? null : words.attach.sending}
    >
      <FileField
        id={form.field("file").id}
        values={form.values}
        error={wrongWith(form.values, words.lacks) ?? form.errorAt("file")}
        sent={sent.value}
        onChosen={(file, values) => {
          chosen.current = file;
          form.set(values);
        }}
      />
      <LineField {...form.field("name")} label={words.attach.name} hint={words.attach.nameHint} />
    </Frame>
  );
}

interface FileProps {
  readonly id: string;
  readonly values: AttachValues;
  readonly error: string | null;
  /** How much of it has come; null while nothing is on its way. */
  readonly sent: number | null;
  readonly onChosen: (file: File | null, values: Partial<AttachValues>) => void;
}

/** The file itself is no part of the draft: after a reload its name is, and its bytes if they came. */
function FileField({ id, values, error, sent, onChosen }: FileProps) {
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const about = { file: file.name, size: String(file.size) };
    const sha256 = wrongWith({ ...values, ...about }, words.lacks) === null ? await hashOf(file) : "";
    onChosen(file, { ...about, sha256 });
  };
  return (
    <div class={error === null ? "form-group" : "form-group form-error"}>
      <label class="form-label" for={id}>
        {words.attach.file}
      </label>
      <span class="form-hint" id={`${id}-hint`}>
        {words.attach.fileHint}
      </span>
      {error !== null && (
        <span class="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        type="file"
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint${error === null ? "" : ` ${id}-error`}`}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
      {values.file !== "" && (
        <p class="chosen-file">
          {words.attach.chosen(values.file, format.size(Number(values.size)))}{" "}
          <Button onPress={() => onChosen(null, { file: "", size: "", sha256: "" })}>{words.attach.without}</Button>
        </p>
      )}
      {sent !== null && (
        <progress aria-label={words.attach.sending} max={Number(values.size)} value={sent}>
          {format.size(sent)}
        </progress>
      )}
    </div>
  );
}
