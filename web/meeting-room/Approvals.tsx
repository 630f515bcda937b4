import { capital, format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";

/** Who has approved the revision, each by name: nobody approves on behalf of all. */
export function Approvals() {
  const { minutes } = useRoom();
  const approvals = minutes.approvals();
  if (minutes.whole.value === null || (approvals.length === 0 && minutes.whole.value.state !== "circulated")) return null;
  return (
    <>
      <h3>{words.minutes.approvals(approvals.length)}</h3>
      <ul>
        {approvals.map((row) => (
          <li key={row.seat}>
            {capital(row.person.name)}, {format.day(row.at)} {format.time(row.at)}
          </li>
        ))}
      </ul>
    </>
  );
}
