import { RecordText } from "../parts/RecordText.tsx";
import { words } from "../words/words.ts";
import { Decision } from "./Decision.tsx";
import { pairsOf } from "./agenda.ts";
import type { Pair } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { ItemRow, RecommendationRow } from "./rows.ts";

/** What the paper asks, beside what the body decided. */
export function Pairs({ itemKey, state }: { itemKey: string; state: ItemRow["state"] }) {
  const room = useRoom();
  const pairs = pairsOf(room.meeting, itemKey);
  if (pairs.length === 0) return null;
  const asked = pairs.some((pair) => pair.recommendation !== null);
  return (
    <>
      <h3>{asked ? words.recommendationAndDecision : words.decisionHeading}</h3>
      <div class={asked ? "pairs" : "pairs pairs-decisions"}>
        {pairs.map((pair) => (
          <div class="pair" key={pair.recommendation ?? pair.decision}>
            {asked && (
              <div class="pair-asked">
                {pair.recommendation !== null && <Recommendation recommendationKey={pair.recommendation} />}
              </div>
            )}
            <Answer pair={pair} state={state} />
          </div>
        ))}
      </div>
    </>
  );
}

function Recommendation({ recommendationKey }: { recommendationKey: string }) {
  const row = useRoom().meeting.row<RecommendationRow>(recommendationKey).value;
  if (row === null) return null;
  return (
    <p>
      <strong>{words.recommendation(row.number, row.asks)}</strong> <RecordText text={row.text} />
      {row.only_if !== null && <span class="quiet line">{words.onlyIf(row.only_if)}</span>}
    </p>
  );
}

function Answer({ pair, state }: { pair: Pair; state: ItemRow["state"] }) {
  const { past } = useRoom();
  if (pair.decision !== null) return <Decision decisionKey={pair.decision} />;
  if (pair.seeAbove !== null) return <p class="undecided">{words.seeDecision(pair.seeAbove)}</p>;
  if (state === "settled") return <p class="undecided">{words.notDecidedEnded}</p>;
  const expected = state === "discussed" && !past;
  return <p class={expected ? "undecided expected" : "undecided"}>{words.notDecided}</p>;
}
