import { meetingOf } from "../meeting-room/agenda.ts";
import { Approvals } from "../meeting-room/Approvals.tsx";
import { Notes } from "../meeting-room/Notes.tsx";
import type { CommentRow } from "../meeting-room/minutes.ts";
import { minutesState } from "../meeting-room/minutes-state.ts";
import { Publish } from "../meeting-room/Publish.tsx";
import { RecordParagraphs, RecordText } from "../parts/RecordText.tsx";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { AnswerForm, answerForm } from "./AnswerForm.tsx";
import { CIRCULATE_FORM, CirculateForm } from "./CirculateForm.tsx";
import { DRAFT_FORM, DraftForm } from "./DraftForm.tsx";
import { NOTE_FORM, NoteForm } from "./NoteForm.tsx";
import { Opener } from "./Opener.tsx";
import { useDesk } from "./desk.ts";

/** The minutes from the first draft to what is added after publication. */
export function MinutesPane() {
  const { room } = useDesk();
  const phase = meetingOf(room.meeting).value?.phase;
  const over = phase === "adjourned" || phase === "reported";
  return (
    <>
      <h2>{words.tabs.minutes}</h2>
      {over ? <Over /> : <p class="quiet">{words.minutes.notYet}</p>}
    </>
  );
}

function Over() {
  const { room, open } = useDesk();
  const { minutes } = room;
  const whole = minutes.whole.value;
  const state = whole?.state ?? "none";
  const published = state === "published";
  const draft = published ? words.minutes.revise : state === "none" ? words.minutes.write : words.minutes.writeOn;
  const comments = minutes.rows<CommentRow>("comment/");
  return (
    <>
      <p>{whole === null ? words.minutes.none : minutesState(whole)}</p>
      <div class="button-group">
        <Opener form={DRAFT_FORM} stream={minutes.topic} name={draft} tab="minutes" />
        {(state === "drafted" || state === "revised") && (
          <Opener form={CIRCULATE_FORM} stream={minutes.topic} name={shared.minutes.circulate} tab="minutes" />
        )}
        {whole !== null && <Opener form={NOTE_FORM} stream={minutes.topic} name={words.minutes.note} tab="minutes" />}
      </div>
      {open.value === DRAFT_FORM && <DraftForm revises={published} />}
      {open.value === CIRCULATE_FORM && <CirculateForm />}
      {open.value === NOTE_FORM && <NoteForm />}
      <Publish />
      {comments.length > 0 && <h3>{shared.minutes.comments(comments.length)}</h3>}
      <ul class="minutes-comments">
        {comments.map((comment) => (
          <Comment key={comment.comment} comment={comment} />
        ))}
      </ul>
      <Approvals />
      <Texts />
      <Notes />
    </>
  );
}

function Texts() {
  const { room } = useDesk();
  return (
    <>
      {room.items.value.map((key) => {
        const item = room.meeting.row<ItemRow>(key).value;
        const text = room.minutes.textOf(key);
        if (item === null || text === null) return null;
        return (
          <div key={key}>
            <h3>
              <RecordText text={shared.item(item.number, item.title ?? shared.closedItem)} />
            </h3>
            <RecordParagraphs text={text} />
          </div>
        );
      })}
    </>
  );
}

function Comment({ comment }: { comment: CommentRow }) {
  const { room, open } = useDesk();
  const item = room.meeting.row<ItemRow>(`item/${comment.item}`).value;
  const form = answerForm(comment.comment);
  return (
    <li>
      <p>
        <strong>{shared.minutes.commentOn(item?.number ?? "", comment.by.name)}</strong> <RecordText text={comment.text} />
      </p>
      {comment.answered ? (
        <p class="quiet">
          {shared.minutes.answered} <RecordText text={comment.answer} />
        </p>
      ) : (
        <Opener form={form} stream={room.minutes.topic} name={words.minutes.answer} of={comment.text ?? ""} tab="minutes" />
      )}
      {open.value === form && !comment.answered && <AnswerForm comment={comment} />}
    </li>
  );
}
