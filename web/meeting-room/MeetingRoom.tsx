import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { clusterOf } from "../live/session.ts";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Agenda } from "./Agenda.tsx";
import { AttendsFor } from "./AttendsFor.tsx";
import { DecidedHere } from "./DecidedHere.tsx";
import { Heading } from "./Heading.tsx";
import { Item } from "./Item.tsx";
import { News } from "./News.tsx";
import { People } from "./People.tsx";
import { RoomFoot } from "./RoomFoot.tsx";
import { RoomStrip } from "./RoomStrip.tsx";
import { asOf, itemNumberIn } from "../parts/address.ts";
import { itemNumbered } from "./agenda.ts";
import { useDemo } from "./demo.ts";
import type { Demo } from "./demo.ts";
import { useFocusKept } from "./focus.ts";
import { useRoom } from "./in-room.ts";
import type { Missing as Reason } from "./room.ts";
import type { ItemRow } from "./rows.ts";

export function MeetingRoom() {
  const room = useRoom();
  const leaving = useSignal(false);
  const demo = useDemo();
  useItemInAddress();
  const signOut = room.session.value === null ? undefined : () => (leaving.value = true);
  return (
    <>
      {room.past && <div class="past-bar" aria-hidden="true" />}
      <Header cluster={clusterOf(room.session.value, room.address.scope)} onSignOut={signOut}>
        <AttendsFor />
      </Header>
      <main id="main-content" tabIndex={-1}>
        {room.missing.value === null ? <Meeting demo={demo} /> : <Missing />}
      </main>
      <RoomFoot demo={demo} />
      {room.past && <div class="past-bar" aria-hidden="true" />}
      <SignOut leaving={leaving} drafts={room.drafts.value} />
    </>
  );
}

function Meeting({ demo }: { demo: Demo }) {
  const room = useRoom();
  return (
    <>
      <Heading />
      <RoomStrip demo={demo} />
      <News />
      {room.meeting.position.value > 0 ? <Columns /> : <Skeleton />}
    </>
  );
}

function Columns() {
  const room = useRoom();
  const item = room.following.showing.value;
  const hidden = item !== null && (room.meeting.row<ItemRow>(item).value?.hidden ?? true);
  const middle = useRef<HTMLDivElement>(null);
  useFocusKept(middle, `${item} ${hidden} ${room.floor.value} ${room.role.value?.seat}`);
  return (
    <div class="width room">
      <div class="room-agenda">
        <Agenda />
      </div>
      <div class="room-item" ref={middle}>
        {item === null ? <DecidedHere /> : <Item key={item} itemKey={item} />}
      </div>
      <div class="room-people">
        <People />
      </div>
    </div>
  );
}

/** As high as what comes, and shown only when it takes a while. */
function Skeleton() {
  return (
    <div class="width skeleton" aria-hidden="true">
      <div />
      <div />
      <div />
    </div>
  );
}

function Missing() {
  return (
    <div class="width missing">
      <h1 class="room-heading">{words.cannotBeShown}</h1>
      <Why missing={useRoom().missing.value} />
    </div>
  );
}

function Why({ missing }: { missing: Reason | null }) {
  switch (missing) {
    case "not-found":
      return (
        <Alert tone="info" heading={words.notFound}>
          <a href={inLanguage("/log-ind", language)}>{words.toMeetings}</a>
        </Alert>
      );
    case "no-moment":
      return (
        <Alert tone="info" heading={words.noMoment}>
          <a href={asOf(null, location)}>{words.toNow}</a>
        </Alert>
      );
    default:
      return (
        <Alert tone="error" heading={words.failed("")}>
          <a href={location.href}>{words.again}</a>
        </Alert>
      );
  }
}

/** `#punkt-2` opens item 2: on arrival, by a link of the agenda, and by the back button. */
function useItemInAddress(): void {
  const room = useRoom();
  const arrived = useSignal(false);
  const open = (byReader: boolean): void => {
    const number = itemNumberIn(location.hash);
    const item = number === null ? null : itemNumbered(room.meeting, number);
    if (item === null) room.following.followAgain();
    else if (byReader) room.goTo(item);
    else room.open(item);
  };
  useSignalEffect(() => {
    if (arrived.peek() || room.items.value.length === 0) return;
    arrived.value = true;
    open(false);
  });
  useEffect(() => {
    const moved = (): void => open(true);
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
}
