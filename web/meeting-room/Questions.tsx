import type { ComponentChildren } from "preact";
import { RecordText } from "../parts/RecordText.tsx";
import { capital } from "../words/format.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { questionsOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { QuestionRow } from "./rows.ts";

/** The questions of the discussion and how each ended; »ikke konkluderet samlet« is an end too. */
export function Questions({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const questions = questionsOf(room.meeting, itemKey);
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{words.questions}</h3>
      <ul class="questions">
        {questions.map((key) => (
          <Question key={key} questionKey={key} />
        ))}
      </ul>
    </>
  );
}

/** One question and how it ended; `children` is what can be done about it. */
export function Question({ questionKey, children }: { questionKey: string; children?: ComponentChildren }) {
  const row = useRoom().meeting.row<QuestionRow>(questionKey).value;
  if (row === null) return null;
  return (
    <li data-position={row.position} tabIndex={-1}>
      <p>
        <RecordText text={row.text} />{" "}
        {row.raised_by !== null && <span class="quiet">{words.askedBy(row.raised_by.name)}</span>}
      </p>
      <p>
        {row.conclusion === null ? (
          <span class="quiet">{words.openQuestion}</span>
        ) : (
          <>
            <span class="outcome">{capital(said("conclusion", row.conclusion))}</span>{" "}
            {row.conclusion_text !== null && <RecordText text={row.conclusion_text} />}
          </>
        )}
      </p>
      {children}
    </li>
  );
}
