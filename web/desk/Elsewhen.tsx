import { DayField } from "../forms/DayField.tsx";
import { clockIn, dayIn } from "../forms/days.ts";
import { FewFields } from "../forms/FewFields.tsx";
import { LineField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import type { MeetingRow } from "../meeting-room/rows.ts";
import { desk as words } from "../words/desk/words.ts";
import { useClosed } from "./close.ts";
import { moveMeeting } from "./commands.ts";
import type { MoveValues } from "./commands.ts";
import { useDesk } from "./desk.ts";
import { Opener } from "./Opener.tsx";

export const MOVE_FORM = "move";
export const CANCEL_FORM = "cancel";

/** A meeting that is called may be held at another time, or not at all. */
export function Elsewhen({ meeting }: { meeting: MeetingRow }) {
  const { open } = useDesk();
  return (
    <>
      <div class="button-group">
        <Opener form={MOVE_FORM} name={words.elsewhen.move} tab="agenda" />
        <Opener form={CANCEL_FORM} name={words.elsewhen.cancel} tab="agenda" />
      </div>
      {open.value === MOVE_FORM && <MoveForm meeting={meeting} />}
      {open.value === CANCEL_FORM && <CancelForm />}
    </>
  );
}

function MoveForm({ meeting }: { meeting: MeetingRow }) {
  const { topic } = useDesk().room.address;
  const close = useClosed(MOVE_FORM);
  const before = valuesOf(meeting);
  const form = useForm({
    stream: topic,
    field: MOVE_FORM,
    empty: before,
    command: (values) => moveMeeting(values, before, topic, words.lacks),
    said: () => words.elsewhen.moved,
  });
  return (
    <Frame
      form={form}
      title={words.elsewhen.move}
      send={words.elsewhen.move}
      onSend={() => void form.send().then((done) => done && close())}
      onClose={close}
    >
      <DayField {...form.field("day")} label={words.elsewhen.day} />
      <LineField {...form.field("from")} label={words.itemForm.from} hint={words.itemForm.clockHint} />
      <LineField {...form.field("to")} label={words.itemForm.to} />
      <LineField {...form.field("place")} label={words.elsewhen.place} />
      <LineField {...form.field("reason")} label={words.elsewhen.reason} hint={words.minutes.answerByHint} />
    </Frame>
  );
}

function valuesOf({ starts_at, ends_at, place }: MeetingRow): MoveValues {
  return {
    day: starts_at === null ? "" : dayIn(starts_at),
    from: starts_at === null ? "" : clockIn(starts_at),
    to: ends_at === null ? "" : clockIn(ends_at),
    place: place ?? "",
    reason: "",
  };
}

function CancelForm() {
  const { topic } = useDesk().room.address;
  const close = useClosed(CANCEL_FORM);
  return (
    <FewFields
      stream={topic}
      field={CANCEL_FORM}
      verb="cancel"
      fields={[{ name: "reason", label: words.elsewhen.reason, hint: words.minutes.answerByHint, way: "line" }]}
      title={words.elsewhen.cancel}
      send={words.elsewhen.cancel}
      said={words.elsewhen.cancelled}
      onClose={close}
    />
  );
}
