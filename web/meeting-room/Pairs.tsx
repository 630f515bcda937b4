import type { ComponentChildren } from "preact";
import { RecordText } from "../parts/RecordText.tsx";
import { words } from "../words/words.ts";
import { Decision } from "./Decision.tsx";
import { pairsOf } from "./agenda.ts";
import type { Pair } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { RecommendationRow } from "./rows.ts";

/** What the paper asks, beside what the body decided. */
export function Pairs({ itemKey, settled }: { itemKey: string; settled: boolean }) {
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
            <Answer pair={pair} settled={settled} />
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
      <strong>{words.recommendation(row.number)}</strong> <RecordText text={row.text} />
      {row.only_if !== null && <span class="quiet line">{words.onlyIf(row.only_if)}</span>}
    </p>
  );
}

function Answer({ pair, settled }: { pair: Pair; settled: boolean }) {
  if (pair.decision !== null) return <Decision decisionKey={pair.decision} />;
  if (pair.seeAbove !== null) return <Undecided>{words.seeDecision(pair.seeAbove)}</Undecided>;
  return <Undecided>{settled ? words.notDecidedEnded : words.notDecided}</Undecided>;
}

function Undecided({ children }: { children: ComponentChildren }) {
  return <p class="undecided">{children}</p>;
}
