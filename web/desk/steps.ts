/** What comes next in the meeting, and the presses that take it there. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useAct } from "../forms/act.ts";
import type { Act } from "../forms/act.ts";
import type { Ready } from "../forms/form.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { itemName, nextItem } from "./meeting.ts";

export const OPEN_FORM = "open";

export interface Step {
  readonly name: string;
  readonly run: () => void;
}

export interface Steps {
  readonly act: Act;
  readonly next: Step | null;
  readonly takeUp: (key: string) => Step;
  readonly adjourn: Step;
  /** A break, or the end of it. */
  readonly pause: Step;
}

export const AtSteps = createContext<Steps | null>(null);

export function useSteps(): Steps {
  const steps = useContext(AtSteps);
  if (steps === null) throw new Error("outside the desk");
  return steps;
}

/** Called once for the page: what went wrong is told in one place. */
export function useMakeSteps(): Steps {
  const desk = useDesk();
  const act = useAct();
  const { room } = desk;
  const meeting = room.address.topic;
  const number = (key: string): string => room.meeting.row<ItemRow>(key).value?.number ?? "";
  const give = (...commands: readonly (Ready & { said: string })[]) => act.give(commands);
  const settled = (key: string) =>
    ({ stream: meeting, verb: "settle-item", body: { item: itemName(key) }, said: words.agenda.settled(number(key)) }) as const;
  const taken = (key: string) =>
    ({ stream: meeting, verb: "take-up-item", body: { item: itemName(key) }, said: words.agenda.takenUp(number(key)) }) as const;
  const takeUp = (key: string): Step => ({
    name: words.agenda.takeUp(number(key)),
    run: () => void give(taken(key)).then((done) => done && show(desk)),
  });
  const adjourn: Step = {
    name: words.agenda.adjourn,
    run: () => void give({ stream: meeting, verb: "adjourn", body: {}, said: words.agenda.adjourned }),
  };
  const paused = meetingOf(room.meeting).value?.paused === true;
  const rest = (verb: string, name: string, said: string): Step => ({
    name,
    run: () => void give({ stream: meeting, verb, body: {}, said }),
  });
  const pause = paused
    ? rest("resume", words.agenda.resume, words.agenda.resumed)
    : rest("pause", words.agenda.pause, words.agenda.paused);
  return { act, takeUp, adjourn, pause, next: nextStep() };

  function nextStep(): Step | null {
    const phase = meetingOf(room.meeting).value?.phase;
    if (phase === "called") return { name: words.agenda.open, run: () => desk.write(OPEN_FORM, "agenda") };
    if (phase !== "in-session") return null;
    if (paused) return pause;
    const floor = room.floor.value;
    const next = nextItem(room.meeting, room.items.value, floor);
    if (floor === null) return next === null ? adjourn : takeUp(next);
    const name = next === null ? words.agenda.settle(number(floor)) : words.agenda.next;
    const commands = next === null ? [settled(floor)] : [settled(floor), taken(next)];
    return { name, run: () => void give(...commands).then((done) => done && show(desk)) };
  }
}

/** The meeting goes on, and so does the desk. */
function show(desk: Desk): void {
  desk.room.following.followAgain();
  desk.tab.value = "item";
}
