import type { ComponentChildren } from "preact";
import { FewFields } from "../forms/FewFields.tsx";
import type { Few } from "../forms/FewFields.tsx";
import { Checks, TextField } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { Opening } from "../forms/Opening.tsx";
import { Alert } from "../parts/Alert.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { Table } from "../rows/Table.tsx";
import { protection } from "../words/protection/words.ts";
import { PersonChoice } from "./PersonChoice.tsx";
import { ERASABLE, EMPTY_REQUEST, requestErasure } from "./request.ts";
import type { RequestValues } from "./request.ts";
import type { ErasureRow } from "./rows.ts";
import type { Watching } from "./watching.ts";

const { erasures } = protection;
const classNames = (classes: readonly string[]): string =>
  classes.map((each) => erasures.classNames[each] ?? each).join("; ");

/** What is asked to be erased, how far each has come, and who may take it further. */
export function Erasures({ watching }: { watching: Watching }) {
  const found = watching.erasures.value;
  if (found === undefined) return <p class="quiet late">{protection.loading}</p>;
  if (found === null) return <Alert tone="info" heading={erasures.notShown} />;
  if (found.length === 0) return <p class="empty">{erasures.none}</p>;
  return (
    <Table<ErasureRow>
      name={erasures.heading}
      rows={found.map(([key, row]) => ({ key: `erasure-${key.split("/").at(-1)}`, row }))}
      columns={[
        { head: erasures.heads.person, cell: (row) => <RecordText text={row.person.name} /> },
        { head: erasures.heads.what, wide: true, cell: (row) => <What row={row} /> },
        { head: erasures.heads.state, cell: ({ state }) => erasures.states[state] ?? state },
        { head: erasures.heads.next, cell: (row, key) => <Next row={row} name={key.replace("erasure-", "")} watching={watching} /> },
      ]}
    />
  );
}

function What({ row }: { row: ErasureRow }) {
  return (
    <>
      {classNames(row.classes)}
      <br />
      <span class="quiet">
        <RecordText text={row.reason} />
      </span>
      {row.refused_because !== null && (
        <Line>
          {erasures.refusedBecause} <RecordText text={row.refused_because} />
        </Line>
      )}
      {row.legal_basis !== null && (
        <Line>
          {erasures.legalBasis}: <RecordText text={row.legal_basis} />
        </Line>
      )}
      {row.copies > 0 && <Line>{erasures.copies(row.copies)}</Line>}
    </>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return <span class="quiet line">{children}</span>;
}

interface NextProps {
  readonly row: ErasureRow;
  readonly name: string;
  readonly watching: Watching;
}

function Next({ row, name, watching }: NextProps) {
  const stream = `dk/erasure/${name}`;
  const officer = watching.isOfficer.value;
  if (row.state === "requested" && officer) {
    return (
      <>
        <Step stream={stream} verb="approve" fields={APPROVE} name={erasures.approve} title={erasures.approveTitle} said={erasures.approved} />
        <Step stream={stream} verb="refuse" fields={REFUSE} name={erasures.refuse} title={erasures.refuseTitle} said={erasures.refused} />
      </>
    );
  }
  // Whoever approved is refused: two people decide.
  const another = row.approved_by?.id !== watching.session.value?.person.id;
  if (row.state === "approved" && watching.decides.value && another) return <Confirm stream={stream} />;
  return null;
}

const APPROVE: readonly Few[] = [
  { name: "legal_basis", label: erasures.legalBasis, way: "text", lacks: erasures.lacks.legalBasis },
  { name: "authority", label: erasures.authority, way: "text", hint: erasures.authorityHint },
];
const REFUSE: readonly Few[] = [{ name: "reason", label: erasures.reason, way: "text", lacks: erasures.lacks.reason }];

interface StepProps {
  readonly stream: string;
  readonly verb: string;
  readonly fields: readonly Few[];
  readonly name: string;
  readonly title: string;
  readonly said: string;
}

function Step({ stream, verb, fields, name, title, said }: StepProps) {
  return (
    <Opening name={name}>
      {(close) => <FewFields stream={stream} field={verb} verb={verb} fields={fields} title={title} send={name} said={said} onClose={close} />}
    </Opening>
  );
}

/** What cannot be undone asks once more. */
function Confirm({ stream }: { stream: string }) {
  return (
    <Opening name={erasures.confirm}>
      {(close) => <ConfirmForm stream={stream} onClose={close} />}
    </Opening>
  );
}

function ConfirmForm({ stream, onClose }: { stream: string; onClose: () => void }) {
  const form = useForm<{ understood: readonly string[] }>({
    stream,
    field: "confirm",
    empty: { understood: [] },
    command: ({ understood }) =>
      understood.length === 0 ? { missing: { understood: erasures.lacks.understood } } : { stream, verb: "confirm", body: {} },
    said: () => erasures.confirmed,
  });
  return (
    <Frame
      form={form}
      title={erasures.confirmTitle}
      send={erasures.confirm}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <Checks
        id={`understood-${stream.split("/")[2]}`}
        legend={erasures.confirmTitle}
        choices={[{ value: "yes", label: erasures.understood }]}
        chosen={form.values.understood}
        error={form.errorAt("understood")}
        onChange={(understood) => form.set({ understood })}
      />
    </Frame>
  );
}

export function RequestForm({ watching, onClose }: { watching: Watching; onClose: () => void }) {
  const form = useForm<RequestValues>({
    stream: "dk",
    field: "erasure",
    empty: EMPTY_REQUEST,
    command: (values, name) => requestErasure(values, name, erasures.lacks),
    said: () => erasures.requested,
  });
  return (
    <Frame
      form={form}
      title={erasures.title}
      send={erasures.send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <PersonChoice watching={watching} findId="erasure-find" field={form.field("person")} none={erasures.choose} />
      <Checks
        id="erasure-classes"
        legend={erasures.classes}
        choices={ERASABLE.map((value) => ({ value, label: erasures.classNames[value] ?? value }))}
        chosen={form.values.classes}
        error={form.errorAt("classes")}
        onChange={(classes) => form.set({ classes })}
      />
      <TextField {...form.field("reason")} label={erasures.reason} />
    </Frame>
  );
}
