import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clusterOf } from "../live/session.ts";
import { AttendsFor } from "../meeting-room/AttendsFor.tsx";
import { meetingOf } from "../meeting-room/agenda.ts";
import { useFocusKept } from "../meeting-room/focus.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import { Missing } from "../meeting-room/Missing.tsx";
import { News } from "../meeting-room/News.tsx";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { pageOf } from "../parts/address.ts";
import { desk as words } from "../words/desk/words.ts";
import { format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { words as shared } from "../words/words.ts";
import { AgendaPane } from "./AgendaPane.tsx";
import { DeskFoot } from "./DeskFoot.tsx";
import { DeskStrip } from "./DeskStrip.tsx";
import { ItemPane } from "./ItemPane.tsx";
import { MinutesPane } from "./MinutesPane.tsx";
import { Tabs } from "./Tabs.tsx";
import { useDesk } from "./desk.ts";
import { AtSteps, useMakeSteps } from "./steps.ts";

export function DeskPage() {
  const room = useRoom();
  const leaving = useSignal(false);
  const steps = useMakeSteps();
  const signOut = room.session.value === null ? undefined : () => (leaving.value = true);
  return (
    <AtSteps.Provider value={steps}>
      <Header
        cluster={clusterOf(room.session.value, room.address.scope)}
        scope={room.address.scope}
        onSignOut={signOut}
      >
        <AttendsFor />
      </Header>
      <main id="main-content" tabIndex={-1}>
        {room.missing.value === null ? <Meeting /> : <Missing missing={room.missing.value} />}
      </main>
      <DeskFoot />
      <SignOut leaving={leaving} drafts={room.drafts.value} />
    </AtSteps.Provider>
  );
}

function Meeting() {
  const desk = useDesk();
  const may = desk.may.value;
  return (
    <>
      <Heading />
      {may === false && <NotYours />}
      {desk.room.past && may === true && <Past />}
      {may === true && !desk.room.past && (
        <>
          <DeskStrip />
          <News />
          <Panes />
        </>
      )}
    </>
  );
}

function Heading() {
  const meeting = meetingOf(useRoom().meeting).value;
  const name = meeting?.body.name ?? "";
  const heading = meeting?.starts_at == null ? name : `${name}, ${format.day(meeting.starts_at)}`;
  const title = heading === "" ? words.title : words.heading(heading);
  useEffect(() => {
    document.title = `${title} – ${shared.product}`;
  }, [title]);
  return (
    <div class="width">
      <h1 class="room-heading">{title}</h1>
    </div>
  );
}

function ToRoom() {
  const { topic } = useRoom().address;
  return <a href={inLanguage(pageOf(topic), language)}>{words.toRoom}</a>;
}

function NotYours() {
  return (
    <div class="width missing">
      <Alert tone="info" heading={words.notYours}>
        <p>{words.notYoursNext}</p>
        <ToRoom />
      </Alert>
    </div>
  );
}

function Past() {
  return (
    <div class="width missing">
      <Alert tone="info" heading={words.past}>
        <ToRoom />
      </Alert>
    </div>
  );
}

/** Three panes side by side, or one of them at a time by its tab. */
function Panes() {
  const { room, tab } = useDesk();
  const panes = useRef<HTMLDivElement>(null);
  useFocusKept(panes, `${room.following.showing.value} ${room.floor.value}`);
  return (
    <div class="width">
      <Tabs />
      <div class={`desk shows-${tab.value}`} ref={panes}>
        <section class="desk-pane pane-agenda" id="pane-agenda" aria-label={words.tabs.agenda}>
          <AgendaPane />
        </section>
        <section class="desk-pane pane-item room-item" id="pane-item" aria-label={words.tabs.item}>
          <ItemPane />
        </section>
        <section class="desk-pane pane-minutes" id="pane-minutes" aria-label={words.tabs.minutes}>
          <MinutesPane />
        </section>
      </div>
    </div>
  );
}
