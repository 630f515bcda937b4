import { LineField, TextField } from "../forms/fields.tsx";
import type { Form } from "../forms/form.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { pointSaid } from "../meeting-room/Discussion.tsx";
import { questionsOf } from "../meeting-room/agenda.ts";
import type { Room } from "../meeting-room/room.ts";
import type { DecisionRow, ItemRow, PointRow, QuestionRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { capital } from "../words/format.ts";
import { said, saidOutcome } from "../words/said.ts";
import { words as shared } from "../words/words.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";
import { itemName } from "./meeting.ts";
import { apart, draftCommand, proposed, together } from "./minutes-draft.ts";
import type { DraftValues, Texts } from "./minutes-draft.ts";

export const DRAFT_FORM = "minutes";
const OVERTAKEN = 412;

/** The minutes, item by item. The first draft begins with what was written at the table. */
export function DraftForm({ revises }: { revises: boolean }) {
  const { room } = useDesk();
  const { minutes } = room;
  const close = useClosed(DRAFT_FORM);
  const items = room.items.value.filter((key) => {
    const item = room.meeting.row<ItemRow>(key).value;
    return item !== null && !item.hidden && item.state !== "withdrawn";
  });
  const standing = textsOf(items, (key) => minutes.textOf(key) ?? "");
  const first = textsOf(items, (key) => minutes.textOf(key) ?? proposedFor(room, key));
  const form = useForm<DraftValues>({
    stream: minutes.topic,
    field: DRAFT_FORM,
    empty: { texts: first, reason: "", from: minutes.version.value ?? 0 },
    closed: items.some((key) => room.meeting.row<ItemRow>(key).value?.shut === true),
    command: (values) =>
      draftCommand(values, { minutes: minutes.topic, meeting: room.address.topic, revises }, words.lacks),
    said: () => words.minutes.drafted,
  });
  const outcome = form.outcome.value;
  const overtaken = outcome.kind === "failed" && outcome.problem?.status === OVERTAKEN;
  return (
    <Frame
      form={form}
      title={revises ? words.minutes.revise : words.minutes.write}
      send={words.minutes.save}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
      remedy={overtaken && <p>{words.minutes.overtaken}</p>}
    >
      {revises && <LineField {...form.field("reason")} label={words.minutes.reason} />}
      {items.map((key) => (
        <ItemText key={key} itemKey={key} form={form} />
      ))}
      <Apart form={form} standing={standing} />
    </Frame>
  );
}

function ItemText({ itemKey, form }: { itemKey: string; form: Form<DraftValues> }) {
  const { room } = useDesk();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  const name = itemName(itemKey);
  if (item === null) return null;
  return (
    <TextField
      id={`minutes-${name}`}
      label={shared.item(item.number, item.title ?? shared.closedItem)}
      rows={6}
      value={form.values.texts[name] ?? ""}
      error={form.errorAt("texts")}
      onValue={(text) => form.set({ texts: { ...form.values.texts, [name]: text } })}
    />
  );
}

/** Somebody else wrote meanwhile: both texts are here, and which of them stands is the writer's to say. */
function Apart({ form, standing }: { form: Form<DraftValues>; standing: Texts }) {
  const { room } = useDesk();
  const version = room.minutes.version.value ?? 0;
  const { values } = form;
  if (values.from === version) return null;
  const choose = (item: string, text: string): void => {
    const texts = { ...values.texts, [item]: text };
    // Where nothing is apart any more, the writer has seen everything that stands.
    const settled = apart(texts, standing).length === 0;
    form.set({ texts, ...(settled ? { from: version } : {}) });
  };
  const items = apart(values.texts, standing);
  return (
    <div class="apart">
      <p>{words.minutes.changed}</p>
      {items.map((item) => {
        const [mine, other] = [values.texts[item] ?? "", standing[item] ?? ""];
        const number = room.meeting.row<ItemRow>(`item/${item}`).value?.number ?? "";
        return (
          <div key={item}>
            <p class="read-out-head">{words.minutes.other(number)}</p>
            <p class="own-text">{other}</p>
            <div class="button-group">
              <Button onPress={() => choose(item, other)}>{words.minutes.takeOther}</Button>
              <Button onPress={() => form.set({ texts: { ...values.texts, [item]: together(mine, other) }, from: version })}>
                {words.minutes.takeBoth}
              </Button>
            </div>
          </div>
        );
      })}
      <Button onPress={() => form.set({ from: version })}>{words.minutes.keepMine}</Button>
    </div>
  );
}

function textsOf(items: readonly string[], text: (key: string) => string): Texts {
  return Object.fromEntries(items.map((key) => [itemName(key), text(key)]));
}

function proposedFor(room: Room, key: string): string {
  const rows = <R extends { readonly type: string }>(part: string): readonly R[] =>
    room.meeting.under(`${key}/${part}/`).value.flatMap((each) => room.meeting.row<R>(each).value ?? []);
  const questions = questionsOf(room.meeting, key).flatMap((each) => room.meeting.row<QuestionRow>(each).value ?? []);
  return proposed({
    points: rows<PointRow>("point").map((row) => `${pointSaid(row)}: ${row.text ?? ""}`),
    questions: questions.map((row) =>
      [row.text, row.conclusion === null ? null : `${capital(said("conclusion", row.conclusion))}.`, row.conclusion_text]
        .filter((part) => part !== null)
        .join(" "),
    ),
    decisions: rows<DecisionRow>("decision").map(
      (row) => `${shared.decision(row.number)} (${saidOutcome(row.outcome)}): ${row.text ?? ""}`,
    ),
  });
}
