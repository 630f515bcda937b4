import { FewFields } from "../forms/FewFields.tsx";
import type { Few } from "../forms/FewFields.tsx";
import { chair as words } from "../words/chair/words.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import { OpensForm } from "./OpensForm.tsx";
import { usePersons } from "./persons.ts";
import type { ItemRow, MeetingRow } from "./rows.ts";

const REASON: Few = { name: "reason", label: words.reason, way: "text", lacks: words.lacks.reason };

interface Press {
  readonly verb: string;
  readonly words: { readonly open: string; readonly title: (number: string) => string } & {
    readonly send: string;
    readonly recorded: (number: string) => string;
  };
  readonly may: (item: ItemRow, phase: MeetingRow["phase"]) => boolean;
  readonly fields: readonly Few[];
}

const under = (phase: MeetingRow["phase"]): boolean => phase === "called" || phase === "in-session";

const PRESSES: readonly Press[] = [
  {
    verb: "shut-doors",
    words: words.shut,
    may: (item, phase) => under(phase) && !item.shut,
    fields: [
      REASON,
      {
        name: "legal_basis",
        label: words.shut.legalBasis,
        hint: words.shut.legalBasisHint,
        way: "line",
        lacks: words.lacks.legalBasis,
      },
      { name: "title_closed", label: words.shut.titleClosed, way: "check" },
    ],
  },
  { verb: "open-doors", words: words.doors, may: (item, phase) => under(phase) && item.shut, fields: [REASON] },
  {
    verb: "publish-extract",
    words: words.extract,
    // It is often agreed when the meeting is over.
    may: (item, phase) => item.shut && (under(phase) || phase === "adjourned"),
    fields: [{ name: "text", label: words.text, hint: words.extract.hint, way: "text", lacks: words.lacks.text }],
  },
  {
    verb: "reopen-item",
    words: words.reopen,
    may: ({ state }, phase) => phase === "in-session" && (state === "settled" || state === "postponed"),
    fields: [REASON],
  },
];

/** What a chair does about an item: its doors, what everyone may know of it, and taking it up anew. */
export function ChairItem({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const room = useRoom();
  const phase = meetingOf(room.meeting).value?.phase;
  const chairs = room.roles.value.some((role) => role.chairs_for !== null);
  if (room.past || !chairs || phase === undefined) return null;
  const presses = PRESSES.filter(({ may }) => may(item, phase));
  if (presses.length === 0 && !under(phase)) return null;
  return (
    <div role="group" aria-label={words.presses}>
      {presses.map((press) => (
        <OpensForm key={press.verb} name={press.words.open}>
          {(close) => <PressForm press={press} itemKey={itemKey} item={item} onClose={close} />}
        </OpensForm>
      ))}
      {under(phase) && (
        <OpensForm name={words.lift.open}>
          {(close) => <LiftForm itemKey={itemKey} item={item} onClose={close} />}
        </OpensForm>
      )}
    </div>
  );
}

interface FormProps {
  readonly itemKey: string;
  readonly item: ItemRow;
  readonly onClose: () => void;
}

function PressForm({ press, itemKey, item, onClose }: FormProps & { readonly press: Press }) {
  const { topic } = useRoom().address;
  const { verb, fields, words: of } = press;
  return (
    <FewFields
      stream={topic}
      field={`${verb}/${itemKey}`}
      verb={verb}
      about={{ item: itemKey.slice("item/".length) }}
      fields={fields}
      // Why doors are shut may be as closed as what is behind them.
      closed
      title={of.title(item.number)}
      send={of.send}
      said={of.recorded(item.number)}
      onClose={onClose}
    />
  );
}

function LiftForm({ itemKey, item, onClose }: FormProps) {
  const persons = usePersons();
  const { hint } = words.lift;
  const person = { name: "person", label: words.person, hint, none: words.choose, lacks: words.lacks.person };
  const press: Press = {
    verb: "lift-recusal",
    words: words.lift,
    may: () => true,
    fields: [{ ...person, way: persons }, REASON],
  };
  return <PressForm press={press} itemKey={itemKey} item={item} onClose={onClose} />;
}
