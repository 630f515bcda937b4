import { useEffect, useRef } from "preact/hooks";
import { RecordText } from "../parts/RecordText.tsx";
import { capital, format } from "../words/format.ts";
import { saidOutcome } from "../words/said.ts";
import { words } from "../words/words.ts";
import { asOf } from "../parts/address.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { DecisionRow } from "./rows.ts";

const LOOKED_AT_MS = 3_000;

/** One decision. Its frame is ink and grey: an outcome is a word, not a success. */
export function Decision({ decisionKey }: { decisionKey: string }) {
  const room = useRoom();
  const row = room.meeting.row<DecisionRow>(decisionKey).value;
  const { element, fresh } = useFresh(decisionKey);
  // When a paper was entered is not when the meeting decided.
  const onPaper = meetingOf(room.meeting).value?.phase === "reported";
  if (row === null) return null;
  return (
    <div class={fresh ? "decision fresh" : "decision"} data-position={row.position} tabIndex={-1} ref={element}>
      <p class="decision-head">
        <strong>{words.decision(row.number)}</strong>{" "}
        <span class="outcome">{capital(saidOutcome(row.outcome))}</span>
        {fresh && <span class="new"> {words.fresh}</span>}
      </p>
      {row.hidden ? <p class="quiet">{words.hiddenDecision}</p> : <Text text={row.text} />}
      <StandingLine row={row} />
      <p class="decision-foot">
        {!onPaper && `${words.decidedAt(row.decided_at)} · `}
        <a href={asOf(row.recorded_position, location)}>{words.event(row.recorded_position)}</a>
      </p>
    </div>
  );
}

function Text({ text }: { text: string | null }) {
  return (
    <p class="decision-text">
      <RecordText text={text} />
    </p>
  );
}

function StandingLine({ row }: { row: DecisionRow }) {
  if (row.standing === "in-effect") return null;
  if (row.standing === "fallen") return <p class="standing">{words.fallen}</p>;
  if (row.standing === "superseded") return <p class="standing">{words.superseded}</p>;
  const awaited = row.waits_for.map((each) => each.name);
  return <p class="standing">{awaited.length === 0 ? words.waiting : words.waitsFor(format.list(awaited))}</p>;
}

/** New until it has been on screen for three seconds. */
function useFresh(key: string) {
  const { fresh: news } = useRoom();
  const element = useRef<HTMLDivElement>(null);
  const fresh = news.keys.value.has(key);
  useEffect(() => {
    if (!fresh || element.current === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(() => news.seen(key), LOOKED_AT_MS);
    });
    observer.observe(element.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [fresh, key]);
  return { element, fresh };
}
