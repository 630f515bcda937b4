import { ActFailed } from "../forms/ActFailed.tsx";
import { useAct } from "../forms/act.ts";
import type { Act } from "../forms/act.ts";
import { useAround } from "../forms/around.ts";
import { apologyOf } from "../meeting-room/apologies.ts";
import type { ApologyRow } from "../meeting-room/apologies.ts";
import { meetingOf } from "../meeting-room/agenda.ts";
import type { PresentRow } from "../meeting-room/rows.ts";
import { Fold } from "../parts/Fold.tsx";
import { capital } from "../words/format.ts";
import { desk as words } from "../words/desk/words.ts";
import { seatName, seatsOf } from "./choices.ts";
import type { HeldSeat } from "./choices.ts";
import { useDesk } from "./desk.ts";
import { Opener } from "./Opener.tsx";
import { SUBSTITUTE_FORM, SubstituteForm } from "./SubstituteForm.tsx";

/** Formal attendance, seat by seat. */
export function Attendance() {
  const desk = useDesk();
  const act = useAct();
  const { room } = desk;
  const seats = seatsOf(desk);
  const present = room.meeting.under("seat/").value.length;
  const phase = meetingOf(room.meeting).value?.phase;
  const open = phase === "in-session";
  return (
    <Fold summary={<span class="fold-name">{words.attendance.summary(present, seats.length)}</span>} openFrom="0px">
      <ActFailed act={act} />
      {phase === "called" && <p class="quiet">{words.attendance.notOpen}</p>}
      <ul class="attendance">
        {seats.map((seat) => (
          <Seat key={seat.seat} seat={seat} open={open} act={act} />
        ))}
      </ul>
      {open && <Opener form={SUBSTITUTE_FORM} name={words.attendance.other} tab="agenda" />}
      {open && desk.open.value === SUBSTITUTE_FORM && <SubstituteForm />}
    </Fold>
  );
}

function Seat({ seat, open, act }: { seat: HeldSeat; open: boolean; act: Act }) {
  const { room } = useDesk();
  const away = useAround().away.value;
  const stream = room.address.topic;
  const sits = room.meeting.row<PresentRow>(`seat/${seat.seat}`).value?.person ?? null;
  const name = seatName(seat, words.attendance.patients);
  const who = sits ?? seat.person;
  const excused = sits !== null || seat.person === null ? null : apologyOf(room.meeting, seat.person.id);
  const come = () =>
    void act.give([
      { stream, verb: "take-seat", body: { seat: seat.seat, person: seat.person?.id }, said: words.attendance.came(name) },
    ]);
  const go = () =>
    void act.give([{ stream, verb: "leave-seat", body: { seat: seat.seat }, said: words.attendance.went(name) }]);
  return (
    <li>
      <span>
        {name}
        <span class="quiet line">
          {who === null ? words.attendance.vacant : capital(who.name)}
          {sits !== null && `, ${words.attendance.present.toLocaleLowerCase()}`}
          {excused !== null && `. ${excuse(excused)}`}
        </span>
      </span>
      {open && !away && (sits !== null || seat.person !== null) && (
        <button
          type="button"
          class="function-link"
          onClick={sits === null ? come : go}
        >
          {sits === null ? words.attendance.come : words.attendance.go}
          <span class="sr-only"> {name}</span>
        </button>
      )}
    </li>
  );
}

function excuse({ sends }: ApologyRow): string {
  return sends === null ? words.attendance.apology : words.attendance.sends(sends.name);
}
