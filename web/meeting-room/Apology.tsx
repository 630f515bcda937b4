import { ChoiceField } from "../forms/fields.tsx";
import type { Choice } from "../forms/fields.tsx";
import { useAct } from "../forms/act.ts";
import { ActFailed } from "../forms/ActFailed.tsx";
import { useAround } from "../forms/around.ts";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import { meetingOf } from "./agenda.ts";
import { apologyOf } from "./apologies.ts";
import { useRoom } from "./in-room.ts";
import { OpensForm } from "./OpensForm.tsx";
import { usePersons } from "./persons.ts";
import { seatKey } from "./seats.ts";

/** Afbud: a participant does not come, and says who does. They may come after all. */
export function Apology() {
  const room = useRoom();
  const away = useAround().away.value;
  const act = useAct();
  const phase = meetingOf(room.meeting).value?.phase;
  const person = room.session.value?.person.id;
  if (room.past || room.role.value === null || person === undefined) return null;
  if (phase !== "called" && phase !== "in-session") return null;
  const given = apologyOf(room.meeting, person);
  if (given === null) {
    if (phase !== "called") return null;
    return <OpensForm name={words.apology.open}>{(close) => <ApologyForm onClose={close} />}</OpensForm>;
  }
  const stream = room.address.topic;
  const withdraw = (): void =>
    void act.give([{ stream, verb: "withdraw-apology", body: { person }, said: words.apology.withdrawn }]);
  return (
    <>
      <ActFailed act={act} />
      <Alert tone="info" heading={words.apology.given}>
        {given.sends !== null && <p>{words.apology.sends(given.sends.name)}</p>}
        <Button not={away ? words.form.away : null} onPress={withdraw}>
          {words.apology.withdraw}
        </Button>
      </Alert>
    </>
  );
}

function ApologyForm({ onClose }: { onClose: () => void }) {
  const room = useRoom();
  const persons = usePersons();
  const stream = room.address.topic;
  const role = room.role.value;
  const person = room.session.value?.person.id ?? "";
  const form = useForm({
    stream,
    field: "apology",
    empty: { sends: "" },
    command: ({ sends }) => ({
      stream,
      verb: "give-apology",
      body: { seat: role?.seat ?? "", person, ...(sends === "" ? {} : { sends }) },
    }),
    said: () => words.apology.given,
  });
  return (
    <Frame
      form={form}
      title={words.apology.title}
      send={words.apology.send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <ChoiceField
        {...form.field("sends")}
        label={words.apology.instead}
        choices={nearest(persons.filter(({ value }) => value !== person), standIns(room))}
        none={words.apology.nobody}
      />
    </Frame>
  );
}

/** Those who stand in on the seat come first. */
function nearest(persons: readonly Choice[], first: ReadonlySet<string>): readonly Choice[] {
  return [...persons.filter(({ value }) => first.has(value)), ...persons.filter(({ value }) => !first.has(value))];
}

interface SeatWithSubstitutes {
  readonly type: "seat";
  readonly substitutes?: readonly { readonly person: { readonly id: string } }[];
}

function standIns(room: ReturnType<typeof useRoom>): ReadonlySet<string> {
  const role = room.role.value;
  if (role === null) return new Set();
  const seat = room.people.row<SeatWithSubstitutes>(seatKey(role.body.id, role.seat)).value;
  return new Set(seat?.substitutes?.map(({ person }) => person.id) ?? []);
}
