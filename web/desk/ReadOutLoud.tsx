import { useLayoutEffect, useRef } from "preact/hooks";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { useAround } from "../forms/around.ts";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import type { DecisionValues } from "./decision.ts";
import type { Place } from "./effect-kind.ts";
import { readOut } from "./read-out.ts";
import { outcomeSaid, useTold } from "./told.ts";

interface ReadOutProps {
  readonly values: DecisionValues;
  readonly item: ItemRow;
  readonly place: Place;
  readonly onRecord: () => void;
  readonly onCorrect: () => void;
}

/** All that would be recorded, in whole sentences, for the meeting to hear. Nothing is on record yet. */
export function ReadOutLoud({ values, item, place, onRecord, onCorrect }: ReadOutProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const away = useAround().away.value;
  const told = useTold(place, item.number);
  const { decision, now, later } = readOut(values, place.decision, outcomeSaid(values, told.bodyName), told);
  useLayoutEffect(() => heading.current?.focus(), []);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onCorrect();
    else if (event.key === "Enter" && event.ctrlKey && !away) onRecord();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="form read-out" aria-labelledby="read-out-title" onKeyDown={keys}>
      <h3 id="read-out-title" ref={heading} tabIndex={-1}>
        {words.decision.readOutTitle}
      </h3>
      <p class="quiet">{words.decision.readOutIntro}</p>
      <Sentences sentences={decision} />
      {now.length + later.length === 0 && <p>{words.decision.nothing}</p>}
      {now.length > 0 && <p class="read-out-head">{words.decision.now}</p>}
      <Sentences sentences={now} />
      {later.length > 0 && <p class="read-out-head">{words.decision.afterwards}</p>}
      <Sentences sentences={later} />
      <div class="button-group">
        <Button kind="primary" keys="Control+Enter" not={away ? shared.form.away : null} onPress={onRecord}>
          {words.decision.confirm}
        </Button>
        <Button onPress={onCorrect}>{words.decision.correct}</Button>
      </div>
    </section>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul class="read-out-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
