import { first } from "./first-view.ts";
import { render } from "preact";
import { language } from "../words/language.ts";
import { speaker } from "../parts/speaker.ts";
import { AroundForms } from "../forms/around.ts";
import { aroundOf } from "./around.ts";
import { MeetingRoom } from "./MeetingRoom.tsx";
import { Room } from "./room.ts";
import { InRoom } from "./in-room.ts";
import { There, WhoIsThere } from "./there.ts";

document.documentElement.lang = language;
const room = new Room(first.address, speaker("spoken"));
const there = new There(room);
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(
  <InRoom.Provider value={room}>
    <WhoIsThere.Provider value={there}>
      <AroundForms.Provider value={aroundOf(room)}>
        <MeetingRoom />
      </AroundForms.Provider>
    </WhoIsThere.Provider>
  </InRoom.Provider>,
  page,
);
void room.enter(first);
