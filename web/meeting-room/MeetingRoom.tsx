import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { clusterOf } from "../live/session.ts";
import { AdoptAgenda } from "./AdoptAgenda.tsx";
import { Apology } from "./Apology.tsx";
import { Agenda } from "./Agenda.tsx";
import { AttendsFor } from "./AttendsFor.tsx";
import { DecidedHere } from "./DecidedHere.tsx";
import { Heading } from "./Heading.tsx";
import { Item } from "./Item.tsx";
import { Missing } from "./Missing.tsx";
import { News } from "./News.tsx";
import { People } from "./People.tsx";
import { RaisedHands } from "./RaisedHands.tsx";
import { RoomFoot } from "./RoomFoot.tsx";
import { RoomMinutes } from "./RoomMinutes.tsx";
import { RoomStrip } from "./RoomStrip.tsx";
import { useDemo } from "./demo.ts";
import type { Demo } from "./demo.ts";
import { useFocusKept } from "./focus.ts";
import { useRoom } from "./in-room.ts";
import { useItemInAddress } from "./item-address.ts";
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
      <Header
        cluster={clusterOf(room.session.value, room.address.scope)}
        {...(room.alone.value ? {} : { scope: room.address.scope })}
        onSignOut={signOut}
      >
        <AttendsFor />
      </Header>
      <main id="main-content" tabIndex={-1}>
        {room.missing.value === null ? <Meeting demo={demo} /> : <Missing missing={room.missing.value} />}
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
        <Apology />
        <AdoptAgenda />
      </div>
      <div class="room-item" ref={middle}>
        {item === null ? <DecidedHere /> : <Item key={item} itemKey={item} />}
        <RoomMinutes />
      </div>
      <div class="room-people">
        <RaisedHands />
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
