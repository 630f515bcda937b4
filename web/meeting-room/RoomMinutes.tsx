import { RecordParagraphs, RecordText } from "../parts/RecordText.tsx";
import { ProofPart } from "../proof/ProofPart.tsx";
import { words } from "../words/words.ts";
import { Approvals } from "./Approvals.tsx";
import { Approve } from "./Approve.tsx";
import { CommentForm } from "./CommentForm.tsx";
import { useRoom } from "./in-room.ts";
import type { CommentRow } from "./minutes.ts";
import { minutesState } from "./minutes-state.ts";
import { Notes } from "./Notes.tsx";
import { OpensForm } from "./OpensForm.tsx";
import { Publish } from "./Publish.tsx";
import type { ItemRow } from "./rows.ts";

/** After the meeting: its minutes, what is remarked to them, and who approves. */
export function RoomMinutes() {
  const room = useRoom();
  const whole = room.minutes.whole.value;
  if (whole === null) return null;
  const hearing = whole.state === "circulated" && !room.past && room.role.value !== null;
  return (
    <section class="minutes" aria-labelledby="minutes-heading">
      <h2 id="minutes-heading" tabIndex={-1}>
        {words.minutes.title}
      </h2>
      <p>{minutesState(whole)}</p>
      {room.items.value.map((key) => (
        <Text key={key} itemKey={key} />
      ))}
      <Comments />
      {hearing && (
        <>
          <OpensForm name={words.minutes.comment}>{(close) => <CommentForm onClose={close} />}</OpensForm>
          <Approve />
        </>
      )}
      <Approvals />
      <Publish />
      <Notes />
      {whole.published !== null && (
        <ProofPart
          topic={room.minutes.topic}
          at={room.address.at}
          revision={whole.published}
          heartbeat={room.heartbeat.value}
          heading="h3"
        />
      )}
    </section>
  );
}

function Text({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  const text = room.minutes.textOf(itemKey);
  if (item === null || text === null) return null;
  return (
    <>
      <h3>
        <RecordText text={words.item(item.number, item.title ?? words.closedItem)} />
      </h3>
      <RecordParagraphs text={text} />
    </>
  );
}

function Comments() {
  const room = useRoom();
  const comments = room.minutes.rows<CommentRow>("comment/");
  if (comments.length === 0) return null;
  return (
    <>
      <h3>{words.minutes.comments(comments.length)}</h3>
      <ul class="minutes-comments">
        {comments.map((comment) => (
          <li key={comment.comment}>
            <strong>
              {words.minutes.commentOn(
                room.meeting.row<ItemRow>(`item/${comment.item}`).value?.number ?? "",
                comment.by.name,
              )}
            </strong>{" "}
            <RecordText text={comment.text} />
            {comment.answered && (
              <p class="quiet">
                {words.minutes.answered} <RecordText text={comment.answer} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
