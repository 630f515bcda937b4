import type { Row } from "../../clients/ts/messages.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { history } from "../words/history/words.ts";
import { changesBetween } from "./fields.ts";

const words = history.change;

/** What differs between two versions of a row, field by field. */
export function Changes({ before, after }: { before: Row | null; after: Row | null }) {
  return (
    <dl class="changes">
      {changesBetween(before, after).map((change) => (
        <div key={change.field}>
          <dt>{change.field}</dt>
          {before !== null && (
            <dd>
              <span class="quiet">{words.was}:</span> <Told text={change.before} />
            </dd>
          )}
          {after !== null && (
            <dd>
              {before !== null && <span class="quiet">{words.is}: </span>}
              <Told text={change.after} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Told({ text }: { text: string | null }) {
  return text === null ? <>{words.nothing}</> : <RecordText text={text} />;
}
