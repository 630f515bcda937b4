import { TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { CommentRow } from "../meeting-room/minutes.ts";
import { desk as words } from "../words/desk/words.ts";
import { EMPTY_TEXT, blank, unless } from "./commands.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";

export const answerForm = (comment: string): string => `answer/${comment}`;

/** What came of a comment. */
export function AnswerForm({ comment }: { comment: CommentRow }) {
  const { topic } = useDesk().room.minutes;
  const close = useClosed(answerForm(comment.comment));
  const form = useForm({
    stream: topic,
    field: answerForm(comment.comment),
    empty: EMPTY_TEXT,
    command: (values) =>
      unless(blank(values, "text", words.lacks.text), {
        stream: topic,
        verb: "answer-comment",
        body: { comment: comment.comment, text: values.text.trim() },
      }),
    said: () => words.minutes.answeredNow,
  });
  return (
    <Frame
      form={form}
      title={words.minutes.answerTitle}
      send={words.minutes.answerSend}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <TextField {...form.field("text")} label={words.minutes.answerText} />
    </Frame>
  );
}
