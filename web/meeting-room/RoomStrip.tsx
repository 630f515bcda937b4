import type { ComponentChildren } from "preact";
import { Button } from "../parts/Button.tsx";
import { Strip } from "../parts/Strip.tsx";
import { words } from "../words/words.ts";
import { AgainButton } from "./AgainButton.tsx";
import { meetingOf } from "./agenda.ts";
import { mayAsk, startQuestion } from "./asking.ts";
import type { Demo } from "./demo.ts";
import { waitsAsGuest } from "./guests.ts";
import { RaiseHand } from "./RaiseHand.tsx";
import { useRoom } from "./in-room.ts";
import type { ItemRow } from "./rows.ts";
import { useThere } from "./there.ts";

/**
 * What is going on, and the one button. When the meeting has moved on from what is read here, that is said here too:
 * the strip is in sight wherever one reads, and nothing in the text moves.
 */
export function RoomStrip({ demo }: { demo: Demo }) {
  const room = useRoom();
  const { hands } = useThere();
  const withHand = (button: ComponentChildren) => [hands.may && <RaiseHand key="hand" />, button];
  const { state } = room.connection.standing.value;
  const suggested = room.following.suggested.value;
  const elsewhere = suggested === null ? null : room.meeting.row<ItemRow>(suggested).value;
  if (suggested === null || elsewhere === null) {
    return (
      <Strip state={state} button={withHand(<MainButton demo={demo} />)}>
        <GoingOn />
      </Strip>
    );
  }
  const go = <Button onPress={() => room.goTo(suggested)}>{words.goToItem(elsewhere.number)}</Button>;
  return (
    <Strip state={state} button={withHand(go)}>
      <Reading />
      {words.meetingIsAt(elsewhere.number)}
    </Strip>
  );
}

function Reading() {
  const room = useRoom();
  const showing = room.following.showing.value;
  const item = showing === null ? null : room.meeting.row<ItemRow>(showing).value;
  return item === null ? null : <span class="wide-only">{words.reading(item.number)}</span>;
}

/**
 * What a participant does most stands at hand, and stays there between two items: another button in its place might be
 * pressed by mistake. Whoever has nothing to do can play a demonstration again.
 */
function MainButton({ demo }: { demo: Demo }) {
  const room = useRoom();
  const { hands } = useThere();
  if (hands.may) {
    const floor = room.floor.value;
    const ask = floor !== null && mayAsk(room, floor) ? () => startQuestion(room, floor) : undefined;
    return (
      <span class="wide-only">
        <Button {...(ask === undefined ? { not: words.ask.noItem } : { onPress: ask })}>{words.ask.open}</Button>
      </span>
    );
  }
  return demo.there.value && !room.past ? <AgainButton demo={demo} /> : null;
}

/** Only what was told: where a row is missing, nothing is claimed. */
function GoingOn() {
  const meeting = meetingOf(useRoom().meeting).value;
  if (meeting === null) return null;
  switch (meeting.phase) {
    case "called":
      return meeting.starts_at === null ? null : <>{words.called(meeting.starts_at)}</>;
    case "adjourned":
      return meeting.adjourned_at === null ? null : <>{words.adjourned(meeting.adjourned_at)}</>;
    case "cancelled":
      return <>{words.cancelled}</>;
    case "reported":
      return <>{words.reported}</>;
    case "in-session":
      return meeting.floor === null ? <Quiet /> : <OnTheFloor itemKey={`item/${meeting.floor}`} />;
  }
}

function Quiet() {
  const room = useRoom();
  return (
    <>
      <span class="wide-only">{words.inSession}</span>
      {waitsAsGuest(room) ? words.guestOfOther : words.nothingDiscussed}
    </>
  );
}

function OnTheFloor({ itemKey }: { itemKey: string }) {
  const item = useRoom().meeting.row<ItemRow>(itemKey).value;
  if (item === null) return null;
  if (item.hidden) return <>{words.withoutYou(item.number)}</>;
  return (
    <>
      {words.underDiscussion(item.number)}
      {item.taken_up_at !== null && <span class="wide-only">{words.sinceThen(item.taken_up_at)}</span>}
      {item.to_at !== null && words.until(item.to_at)}
    </>
  );
}
