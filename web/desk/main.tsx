import { first } from "../meeting-room/first-view.ts";
import { render } from "preact";
import { AroundForms } from "../forms/around.ts";
import { aroundOf } from "../meeting-room/around.ts";
import { InRoom } from "../meeting-room/in-room.ts";
import { Room } from "../meeting-room/room.ts";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { Desk, AtDesk } from "./desk.ts";
import { DeskPage } from "./DeskPage.tsx";

document.documentElement.lang = language;
const room = new Room(first.address, speaker("spoken"));
const desk = new Desk(room);
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(
  <InRoom.Provider value={room}>
    <AtDesk.Provider value={desk}>
      <AroundForms.Provider value={aroundOf(room)}>
        <DeskPage />
      </AroundForms.Provider>
    </AtDesk.Provider>
  </InRoom.Provider>,
  page,
);
void room.enter(first).then(() => desk.fetch());
