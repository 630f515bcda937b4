import { words } from "../words/words.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { Decision } from "./Decision.tsx";
import { hashOf } from "../parts/address.ts";
import { useRef } from "preact/hooks";
import { meetingOf } from "./agenda.ts";
import { useWanted } from "./focus.ts";
import { useRoom } from "./in-room.ts";
import type { ItemRow } from "./rows.ts";

/** A meeting that is over shows first what it decided. Before there is an agenda, it says when it is. */
export function DecidedHere() {
  const room = useRoom();
  const heading = useRef<HTMLHeadingElement>(null);
  useWanted(heading);
  const meeting = meetingOf(room.meeting).value;
  const items = room.items.value;
  if (items.length === 0) {
    const called = meeting?.starts_at == null ? "" : words.called(meeting.starts_at);
    return (
      <p class="empty">
        {words.noAgenda} {called}
      </p>
    );
  }
  const decided = items.filter((item) => room.meeting.under(`${item}/decision/`).value.length > 0);
  return (
    <section aria-labelledby="decided-heading">
      <h2 id="decided-heading" data-heading ref={heading} tabIndex={-1}>
        {words.decidedHere}
      </h2>
      {decided.length === 0 && <p>{words.noDecisions}</p>}
      {decided.map((item) => (
        <DecidedAt key={item} itemKey={item} />
      ))}
    </section>
  );
}

function DecidedAt({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  if (item === null) return null;
  return (
    <>
      <h3>
        <a href={hashOf(item.number)}>
          <RecordText text={words.item(item.number, item.title ?? words.closedItem)} />
        </a>
      </h3>
      <div class="pairs pairs-decisions">
        {room.meeting.under(`${itemKey}/decision/`).value.map((decision) => (
          <Decision key={decision} decisionKey={decision} />
        ))}
      </div>
    </>
  );
}
