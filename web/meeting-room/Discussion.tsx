import { useState } from "preact/hooks";
import { RecordText } from "../parts/RecordText.tsx";
import { capital } from "../words/format.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { PointRow } from "./rows.ts";

const SHOWN_MAX = 20;

/** What was said, the latest last. Long lists show their end; the rest is a press away. */
export function Discussion({ itemKey, begun }: { itemKey: string; begun: boolean }) {
  const room = useRoom();
  const points = room.meeting.under(`${itemKey}/point/`).value;
  const [all, setAll] = useState(false);
  if (points.length === 0 && !begun) return null;
  const hidden = all ? 0 : Math.max(0, points.length - SHOWN_MAX);
  return (
    <>
      <h3>{words.discussion}</h3>
      {hidden > 0 && (
        <button type="button" class="function-link" onClick={() => setAll(true)}>
          {words.earlier(hidden)}
        </button>
      )}
      {points.length === 0 && <p class="quiet">{words.noDiscussion}</p>}
      <ul class="points">
        {points.slice(hidden).map((key) => (
          <Point key={key} pointKey={key} />
        ))}
      </ul>
    </>
  );
}

function Point({ pointKey }: { pointKey: string }) {
  const row = useRoom().meeting.row<PointRow>(pointKey).value;
  if (row === null) return null;
  return (
    <li data-position={row.position} tabIndex={-1}>
      <strong>{pointSaid(row)}:</strong> <RecordText text={row.text} />
    </li>
  );
}

/** »PLO-Syd støtter«, »Kommunerne, ønske til Sygehus Lillebælt«, or the kind of point where the paper names nobody. */
export function pointSaid(row: PointRow): string {
  const who = row.who?.name ?? row.who_group;
  const to = row.to?.name ?? row.to_group;
  const addressed = to === null ? "" : words.to(to);
  const what = row.stance === null ? said("sort", row.sort) : said("stance", row.stance);
  if (who === null) return capital(what) + addressed;
  return `${capital(who)}${row.stance === null ? "," : ""} ${what}${addressed}`;
}
