import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
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
import { itemNumberIn } from "../parts/address.ts";
import { itemNumbered } from "./agenda.ts";
import { useDemo } from "./demo.ts";
import { useRoom } from "./in-room.ts";

export function MeetingRoom() {
  const room = useRoom();
  const leaving = useSignal(false);
  const demo = useDemo();
  useItemInAddress();
  const signOut = room.session.value === null ? undefined : () => (leaving.value = true);
  return (
    <>
      {room.past && <div class="past-bar" aria-hidden="true" />}
      <Header onSignOut={signOut}>
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

function Meeting({ demo }: { demo: ReturnType<typeof useDemo> }) {
  const room = useRoom();
  const loaded = room.meeting.position.value > 0;
  const item = room.following.showing.value;
  return (
    <>
      <Heading />
      <RoomStrip demo={demo} />
      <News />
      {loaded ? (
        <div class="width room">
          <div class="room-agenda">
            <Agenda />
          </div>
          <div class="room-item">
            {item === null ? <DecidedHere /> : <Item key={item} itemKey={item} />}
          </div>
          <div class="room-people">
            <People />
          </div>
        </div>
      ) : (
        <Skeleton />
      )}
    </>
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
  const { missing } = useRoom();
  const text = missing.value === "not-found" ? words.notFound : words.failed("");
  return (
    <div class="width missing">
      <Alert tone="info" heading={text}>
        <a href={inLanguage("/log-ind", language)}>{words.toMeetings}</a>
      </Alert>
    </div>
  );
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
    else room.following.open(item);
    // Whoever opens the item under discussion follows the meeting on from it, and the address must not hold them back.
    if (item !== null && item === room.floor.peek()) history.replaceState(null, "", location.pathname + location.search);
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
