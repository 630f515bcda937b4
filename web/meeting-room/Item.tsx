import { useEffect, useRef } from "preact/hooks";
import { Fold } from "../parts/Fold.tsx";
import { RecordParagraphs, RecordText } from "../parts/RecordText.tsx";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";
import { AskQuestion } from "./AskQuestion.tsx";
import { Attachments } from "./Attachments.tsx";
import { Basis } from "./Basis.tsx";
import { ChairItem } from "./ChairItem.tsx";
import { Discussion } from "./Discussion.tsx";
import { ItemNotes } from "./ItemNotes.tsx";
import { OwnRecusal } from "./OwnRecusal.tsx";
import { Pairs } from "./Pairs.tsx";
import { Questions } from "./Questions.tsx";
import { useWanted } from "./focus.ts";
import { isGuest, titleOf } from "./guests.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

const READY = "klar";

/** One item: what is asked of the body beside what it decided, then what was said, then the papers. */
export function Item({ itemKey }: { itemKey: string }) {
  const room = useRoom();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  useEffect(() => {
    if (performance.getEntriesByName(READY).length === 0) performance.mark(READY);
  }, []);
  if (item === null) return null;
  return (
    <section data-item={itemKey} aria-labelledby="item-heading">
      <ItemHeading text={words.item(item.number, titleOf(room, item, itemKey))} />
      <StateLine item={item} />
      {item.hidden ? <Outline item={item} itemKey={itemKey} /> : <Open item={item} itemKey={itemKey} />}
    </section>
  );
}

function Open({ item, itemKey }: { item: ItemRow; itemKey: string }) {
  const room = useRoom();
  return (
    <>
      {item.shut && <p class="quiet">{isGuest(room, itemKey) ? words.youSeeClosedAsGuest : words.youSeeClosed}</p>}
      {item.presenters.length > 0 && (
        <p class="quiet">{words.presentedBy(format.list(item.presenters.map((presenter) => presenter.name)))}</p>
      )}
      {item.summary !== null && (
        <div class="summary">
          <RecordParagraphs text={item.summary} />
        </div>
      )}
      <ItemNotes itemKey={itemKey} />
      <Pairs itemKey={itemKey} state={item.state} />
      <Discussion itemKey={itemKey} begun={item.state !== "planned"} />
      <Questions itemKey={itemKey} />
      <AskQuestion itemKey={itemKey} item={item} />
      <OwnRecusal itemKey={itemKey} item={item} />
      <ChairItem itemKey={itemKey} item={item} />
      {item.case !== null && (
        <Fold summary={words.caseHeading} class="case">
          <div class="details-text">
            <RecordParagraphs text={item.case} />
          </div>
        </Fold>
      )}
      <Basis itemKey={itemKey} />
      <Attachments itemKey={itemKey} />
    </>
  );
}

/** What everybody may know of an item that this reader may not follow. */
function Outline({ item, itemKey }: { item: ItemRow; itemKey: string }) {
  const room = useRoom();
  const draft = room.drafts.value?.of(room.address.topic, room.questionField(itemKey)).value ?? null;
  return (
    <>
      <p>{whyHidden(room, item, itemKey)}</p>
      <ItemNotes itemKey={itemKey} />
      <Pairs itemKey={itemKey} state={item.state} />
      {draft !== null && (
        <Fold summary={words.ask.fetchText}>
          <div class="details-text">
            <p>{words.ask.lostText}</p>
            <p class="own-text">{draft.text}</p>
          </div>
        </Fold>
      )}
    </>
  );
}

/** Whether the reader's seat shows what is closed: then it is by a recusal that an item is hidden. */
function seesClosed(room: Room): boolean {
  const role = room.role.value;
  return role !== null && (role.voice === "vote" || role.voice === "secretariat" || role.chairs_for !== null);
}

function whyHidden(room: Room, item: ItemRow, itemKey: string): string {
  if (isGuest(room, itemKey) && item.state !== "discussed") {
    return item.state === "planned" ? words.guestWaits : words.guestIsDone;
  }
  if (!item.shut || seesClosed(room)) return words.recused;
  return item.state === "settled" ? words.wasBehindClosedDoors : words.behindClosedDoors;
}

function ItemHeading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useWanted(heading);
  return (
    <h2 id="item-heading" data-heading ref={heading} tabIndex={-1}>
      <RecordText text={text} />
    </h2>
  );
}

function StateLine({ item }: { item: ItemRow }) {
  const times = [
    item.from_at === null ? "" : words.planned(item.from_at, item.to_at),
    item.taken_up_at === null ? "" : words.begun(item.taken_up_at),
    item.settled_at === null ? "" : words.over(item.settled_at),
  ];
  return (
    <p class="item-state">
      <strong>{words.itemStates[item.state] ?? item.state}.</strong> {times.filter((time) => time !== "").join(" ")}
    </p>
  );
}
