import { ActFailed } from "../forms/ActFailed.tsx";
import { useAct } from "../forms/act.ts";
import type { Act } from "../forms/act.ts";
import { useAround } from "../forms/around.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { hashOf } from "../parts/address.ts";
import { capital, format } from "../words/format.ts";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import { AgendaState } from "./AgendaState.tsx";
import { Attendance } from "./Attendance.tsx";
import { Elsewhen } from "./Elsewhen.tsx";
import { Guests } from "./Guests.tsx";
import { ItemForm } from "./ItemForm.tsx";
import { Move, move } from "./Move.tsx";
import { OpenForm } from "./OpenForm.tsx";
import { Opener } from "./Opener.tsx";
import { decisionForm } from "./ItemPane.tsx";
import { useDesk } from "./desk.ts";
import { unanswered } from "./meeting.ts";
import { OPEN_FORM, useSteps } from "./steps.ts";

export const ITEM_FORM = "item-form";

/** The agenda as the secretary runs it: what stands where, what lacks an outcome, and what comes next. */
export function AgendaPane() {
  const room = useRoom();
  const { open } = useDesk();
  const meeting = meetingOf(room.meeting).value;
  const items = room.items.value;
  const moving = useAct();
  const over = meeting?.phase !== "called" && meeting?.phase !== "in-session";
  return (
    <>
      <h2>{shared.agenda(items.length)}</h2>
      <Refused />
      <AgendaState />
      <ActFailed act={moving} />
      {items.length === 0 ? (
        <p class="quiet">{words.agenda.empty}</p>
      ) : (
        <ol class="desk-agenda">
          {items.map((key) => (
            <Line key={key} itemKey={key} moving={moving} />
          ))}
        </ol>
      )}
      {!over && (
        <div class="button-group">
          <Opener form={ITEM_FORM} name={words.agenda.add} tab="agenda" />
        </div>
      )}
      {open.value === ITEM_FORM && <ItemForm />}
      <Presses />
      {open.value === OPEN_FORM && <OpenForm />}
      <Attendance />
      <Guests />
      {meeting?.phase === "called" && <Elsewhen meeting={meeting} />}
    </>
  );
}

/** Opening and adjourning, beside the one step that stands in the strip. */
function Presses() {
  const room = useRoom();
  const away = useAround().away.value;
  const { adjourn, pause } = useSteps();
  const phase = meetingOf(room.meeting).value?.phase;
  if (phase === "called") {
    return (
      <div class="button-group">
        <Opener form={OPEN_FORM} name={words.agenda.open} tab="agenda" />
      </div>
    );
  }
  if (phase !== "in-session") return null;
  return (
    <div class="button-group">
      <Button not={away ? shared.form.away : null} onPress={pause.run}>
        {pause.name}
      </Button>
      {room.floor.value === null && <Button not={away ? shared.form.away : null} onPress={adjourn.run}>
        {adjourn.name}
      </Button>}
    </div>
  );
}

function Line({ itemKey, moving }: { itemKey: string; moving: Act }) {
  const room = useRoom();
  const item = room.meeting.row<ItemRow>(itemKey).value;
  const { takeUp } = useSteps();
  const { tab } = useDesk();
  if (item === null) return null;
  const shown = room.following.showing.value === itemKey;
  const phase = meetingOf(room.meeting).value?.phase;
  const may = phase === "in-session" && item.state === "planned" && room.floor.value === null;
  const step = may ? takeUp(itemKey) : null;
  const title = item.title === null ? shared.closedItem : item.title;
  return (
    <li class={shown ? "current" : ""}>
      <a
        href={hashOf(item.number)}
        aria-current={shown ? "true" : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (step === 0 || !event.altKey) return;
          event.preventDefault();
          move(room, itemKey, step, moving);
        }}
        onClick={() => {
          tab.value = "item";
          if (location.hash === hashOf(item.number)) room.goTo(itemKey);
        }}
      >
        {item.number}. <RecordText text={title} />
      </a>
      <span class="quiet line">
        {item.shut && <Icon name="lock" />}
        {stateOf(item, room.meeting.under(`${itemKey}/decision/`).value.length)}
        <Lacking itemKey={itemKey} item={item} />
      </span>
      <Move itemKey={itemKey} number={item.number} act={moving} />
      {step !== null && (
        <button type="button" class="function-link" onClick={step.run}>
          {step.name}
        </button>
      )}
    </li>
  );
}

function Lacking({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const lacking = unanswered(useRoom().meeting, itemKey).length;
  if (lacking === 0 || item.state === "settled") return null;
  return <>, {words.agenda.unanswered(lacking)}</>;
}

function stateOf(item: ItemRow, decisions: number): string {
  const planned = item.state === "planned" && item.from_at !== null;
  const state = planned ? capital(format.span(item.from_at ?? "", item.to_at)) : (shared.itemStates[item.state] ?? "");
  return decisions === 0 ? state : `${state}, ${shared.decisionsCount(decisions)}`;
}

/** Why the meeting cannot go on; where recommendations lack an outcome, the way to each. */
function Refused() {
  const room = useRoom();
  const desk = useDesk();
  const { act } = useSteps();
  const outcome = act.outcome.value;
  const floor = room.floor.value;
  const lacking = floor === null ? [] : unanswered(room.meeting, floor);
  const unfinished = outcome.kind === "failed" && outcome.code === "meeting.unanswered" && floor !== null;
  return (
    <ActFailed act={act}>
      {unfinished && (
        <ul>
          {lacking.map(({ number }) => (
            <li key={number}>
              <button
                type="button"
                class="function-link"
                onClick={() => {
                  room.open(floor);
                  desk.write(decisionForm(floor));
                }}
              >
                {words.agenda.recommendation(number)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </ActFailed>
  );
}
