import { ChoiceField, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { Question } from "../meeting-room/Questions.tsx";
import { questionsOf } from "../meeting-room/agenda.ts";
import type { ItemRow, QuestionRow } from "../meeting-room/rows.ts";
import { capital } from "../words/format.ts";
import { desk as words } from "../words/desk/words.ts";
import { said } from "../words/said.ts";
import { words as shared } from "../words/words.ts";
import { useClosed } from "./close.ts";
import { CONCLUSIONS, EMPTY_CONCLUSION, concludeQuestion } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { itemName } from "./meeting.ts";
import { Opener } from "./Opener.tsx";

const CHOICES = CONCLUSIONS.map((value) => ({ value, label: capital(said("conclusion", value)) }));

/** The questions of the item, each with the way to write how it ended. */
export function QuestionsPane({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room } = useDesk();
  const questions = questionsOf(room.meeting, itemKey);
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{shared.questions}</h3>
      <ul class="questions">
        {questions.map((key) => (
          <Question key={key} questionKey={key}>
            <Conclude itemKey={itemKey} item={item} questionKey={key} />
          </Question>
        ))}
      </ul>
    </>
  );
}

interface ConcludeProps {
  readonly itemKey: string;
  readonly item: ItemRow;
  readonly questionKey: string;
}

function Conclude({ itemKey, item, questionKey }: ConcludeProps) {
  const desk = useDesk();
  const row = desk.room.meeting.row<QuestionRow>(questionKey).value;
  if (row === null || row.conclusion !== null || item.state !== "discussed") return null;
  const field = `conclude/${questionKey.split("/").at(-1)}/${itemKey}`;
  return (
    <>
      <Opener form={field} name={words.question.conclude} of={row.text ?? ""} />
      {desk.open.value === field && (
        <ConcludeForm itemKey={itemKey} item={item} row={row} questionKey={questionKey} field={field} />
      )}
    </>
  );
}

function ConcludeForm(props: ConcludeProps & { readonly row: QuestionRow; readonly field: string }) {
  const { itemKey, item, questionKey, row, field } = props;
  const meeting = useDesk().room.address.topic;
  const close = useClosed(field);
  const place = { meeting, item: itemName(itemKey), question: questionKey.split("/").at(-1) ?? "" };
  const form = useForm({
    stream: meeting,
    field,
    empty: EMPTY_CONCLUSION,
    closed: item.shut,
    command: (values) => concludeQuestion(values, place, words.lacks),
    said: () => words.question.concluded,
  });
  return (
    <Frame
      form={form}
      title={words.question.concludeTitle(row.text ?? "")}
      send={words.question.concludeSend}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <ChoiceField
        {...form.field("conclusion")}
        label={words.question.conclusion}
        choices={CHOICES}
        none={words.question.choose}
      />
      <TextField {...form.field("text")} label={words.question.conclusionText} />
    </Frame>
  );
}
