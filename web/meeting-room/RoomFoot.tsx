import { useSignal } from "@preact/signals";
import { Actions } from "../parts/Actions.tsx";
import type { Action } from "../parts/Actions.tsx";
import { Fold } from "../parts/Fold.tsx";
import { Foot } from "../parts/Foot.tsx";
import { deskOf } from "../parts/address.ts";
import { proven } from "../parts/proven.ts";
import { inLanguage, language } from "../words/language.ts";
import { hand as handWords } from "../words/hand/words.ts";
import { words } from "../words/words.ts";
import { mayAsk, startQuestion } from "./asking.ts";
import type { Demo } from "./demo.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import { useThere } from "./there.ts";
import type { There } from "./there.ts";

const SECRETARIAT = "secretariat";
const SPOKEN_OFF = "klynge:spoken-off";

/** Where in the record the reader is, how that is proven, and what the page can do. */
export function RoomFoot({ demo }: { demo: Demo }) {
  const room = useRoom();
  const there = useThere();
  const spoken = useSpoken(room);
  const position = room.meeting.position.value;
  if (position === 0) return null;
  return (
    <Foot>
      <p>
        <strong>{words.foot.at(position)}</strong>: {proven(position, room.heartbeat.value)}.
      </p>
      {!room.past && room.roles.value.some((role) => role.voice === SECRETARIAT) && (
        <p>
          <a href={inLanguage(deskOf(room.address.topic), language)}>{words.foot.toDesk}</a>
        </p>
      )}
      <Fold summary={words.foot.what}>
        <p class="details-text">{words.foot.explain}</p>
      </Fold>
      <Fold summary={words.foot.help}>
        <div class="details-text">
          <p>{words.foot.keys}</p>
          <p>
            {words.foot.spoken}: {spoken.on ? words.foot.spokenIsOn : words.foot.spokenIsOff}{" "}
            <button type="button" class="function-link" onClick={spoken.toggle}>
              {spoken.on ? words.foot.turnOff : words.foot.turnOn}
            </button>
          </p>
        </div>
      </Fold>
      <Actions actions={actionsOf(room, there, demo, spoken)} />
    </Foot>
  );
}

function actionsOf(
  room: Room,
  { hands }: There,
  demo: Demo,
  spoken: ReturnType<typeof useSpoken>,
): readonly Action[] {
  const floor = room.floor.value;
  const actions: Action[] = [];
  if (hands.may && hands.not === null) {
    actions.push({ name: hands.own.value === null ? handWords.raise : handWords.lower, run: () => hands.toggle() });
  }
  if (floor !== null && mayAsk(room, floor)) {
    actions.push({ name: words.ask.open, run: () => startQuestion(room, floor) });
  }
  if (floor !== null) actions.push({ name: words.actions.goToFloor, run: () => room.goTo(floor) });
  actions.push({ name: words.actions.repeat, run: () => room.spoken.repeat() });
  actions.push({ name: spoken.on ? words.actions.spokenOff : words.actions.spokenOn, run: spoken.toggle });
  if (demo.there.value && !room.past) actions.push({ name: words.demo.again, run: demo.again });
  return actions;
}

/** Whether new events are spoken: the reader's choice, kept on this device. */
function useSpoken(room: Room): { readonly on: boolean; readonly toggle: () => void } {
  const on = useSignal(localStorage.getItem(SPOKEN_OFF) === null);
  room.announcer.on = on.value;
  const toggle = (): void => {
    on.value = !on.value;
    if (on.value) localStorage.removeItem(SPOKEN_OFF);
    else localStorage.setItem(SPOKEN_OFF, "1");
  };
  return { on: on.value, toggle };
}
