import { meetingOf } from "../meeting-room/agenda.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Actions } from "../parts/Actions.tsx";
import type { Action } from "../parts/Actions.tsx";
import { Foot } from "../parts/Foot.tsx";
import { pageOf } from "../parts/address.ts";
import { proven } from "../parts/proven.ts";
import { desk as words } from "../words/desk/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { words as shared } from "../words/words.ts";
import { ITEM_FORM } from "./AgendaPane.tsx";
import { CANCEL_FORM, MOVE_FORM } from "./Elsewhen.tsx";
import { GUEST_FORM } from "./Guests.tsx";
import { attachForm, decisionForm, pointForm, postponeForm, questionForm, recommendationForm, recusalForm } from "./ItemPane.tsx";
import { SUBSTITUTE_FORM } from "./SubstituteForm.tsx";
import { useDesk } from "./desk.ts";
import { useSteps } from "./steps.ts";

/** Where in the record the desk is, the way to the meeting room, and everything that can be done, by F2. */
export function DeskFoot() {
  const room = useRoom();
  const { may } = useDesk();
  const actions = useActions();
  const position = room.meeting.position.value;
  if (position === 0) return null;
  return (
    <Foot>
      <p>
        <strong>{shared.foot.at(position)}</strong>: {proven(position, room.heartbeat.value)}.{" "}
        <a href={inLanguage(pageOf(room.address.topic), language)}>{words.toRoom}</a>
      </p>
      <p class="quiet">{shared.foot.keys}</p>
      {may.value === true && !room.past && <Actions actions={actions} />}
    </Foot>
  );
}

function useActions(): readonly Action[] {
  const desk = useDesk();
  const steps = useSteps();
  const { room } = desk;
  const phase = meetingOf(room.meeting).value?.phase;
  const showing = room.following.showing.value;
  const item = showing === null ? null : room.meeting.row<ItemRow>(showing).value;
  const actions: Action[] = [];
  if (steps.next !== null) actions.push(steps.next);
  if (showing !== null && item?.state === "discussed") {
    actions.push(
      { name: words.item.newDecision, run: () => desk.write(decisionForm(showing)) },
      { name: words.item.newPoint, run: () => desk.write(pointForm(showing)) },
      { name: words.item.newQuestion, run: () => desk.write(questionForm(showing)) },
    );
  }
  if (showing !== null && item !== null && (item.state === "planned" || item.state === "discussed")) {
    actions.push(
      { name: words.recommendationForm.open, run: () => desk.write(recommendationForm(showing)) },
      { name: words.attach.open, run: () => desk.write(attachForm(showing)) },
      { name: words.item.newRecusal, run: () => desk.write(recusalForm(showing)) },
      { name: words.postpone.open, run: () => desk.write(postponeForm(showing)) },
    );
  }
  if (phase === "called" || phase === "in-session") {
    actions.push(
      { name: words.agenda.add, run: () => desk.write(ITEM_FORM, "agenda") },
      { name: words.guests.invite, run: () => desk.write(GUEST_FORM, "agenda") },
    );
  }
  if (phase === "called") {
    actions.push(
      { name: words.elsewhen.move, run: () => desk.write(MOVE_FORM, "agenda") },
      { name: words.elsewhen.cancel, run: () => desk.write(CANCEL_FORM, "agenda") },
    );
  }
  if (phase === "in-session") {
    actions.push(steps.pause, { name: words.attendance.other, run: () => desk.write(SUBSTITUTE_FORM, "agenda") });
  }
  actions.push({ name: shared.actions.repeat, run: () => room.spoken.repeat() });
  return actions;
}
