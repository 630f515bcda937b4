import { proven } from "../parts/proven.ts";
import { history } from "../words/history/words.ts";
import { useHistory } from "./history-page.ts";
import { Sentence } from "./Sentence.tsx";

/** Which event it is, how it is proven, and what happened by it; its room is reserved, so that sliding moves nothing. */
export function MomentTold() {
  const { moment, heartbeat } = useHistory();
  const [position, entry] = [moment.position.value, moment.entry.value];
  const rests = moment.shown.value === position;
  return (
    <div class="moment-told">
      <p>
        <strong>{position === 0 ? history.moment.beforeAll : history.moment.told(position, moment.head.value)}</strong>
        {rests && entry !== null && `, ${history.moment.at(entry.at)}`}
        {position === 0 ? "." : `: ${proven(position, heartbeat.value)}.`}
      </p>
      {rests && entry === null && <p>{moment.goesOn.value ? history.moment.farBack : history.moment.nothingYet}</p>}
      {rests && entry !== null && (
        <>
          <p>
            {entry.position !== position && `${history.moment.latestHere(entry.position)} `}
            <Sentence entry={entry} />
          </p>
          <p class="quiet">
            {history.moment.by(entry.by.name, history.moment.rules[entry.rule])}{" "}
            {entry.causation !== null && `${history.moment.becauseOf(entry.causation)}.`}
          </p>
        </>
      )}
    </div>
  );
}
