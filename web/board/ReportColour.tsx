import { ChoiceField, TextField } from "../forms/fields.tsx";
import type { Choice } from "../forms/fields.tsx";
import { useForm } from "../forms/form.ts";
import { Frame } from "../forms/Frame.tsx";
import { Opening } from "../forms/Opening.tsx";
import { COLOURS } from "../plots/Mark.tsx";
import { useMe, useSecretariat } from "../rows/me.ts";
import { rowsOf, usePage } from "../rows/page.ts";
import type { MeetingRow } from "../rows/rows.ts";
import { format } from "../words/format.ts";
import { plan } from "../words/plan/words.ts";
import { EMPTY_COLOUR, reportColour } from "./colour.ts";
import type { InitiativeRow } from "./rows.ts";
import { stepTold } from "./telling.ts";

const FIELD = "report-colour";
const REPORTED = "colour-reported";

/** For whoever leads it, owns it or keeps its record, while it is under way. */
export function ReportColour({ row }: { row: InitiativeRow }) {
  const page = usePage();
  const me = useMe();
  const keeps = useSecretariat();
  const own = [row.leader, row.group, ...row.owners].some((each) => each !== null && me.has(each.id));
  if (page.past || row.stage !== "underway" || !(own || keeps)) return null;
  return (
    <Opening name={plan.report.open}>{(close) => <ColourForm row={row} onClose={close} />}</Opening>
  );
}

function ColourForm({ row, onClose }: { row: InitiativeRow; onClose: () => void }) {
  const { report } = plan;
  const stream = row.initiative.id;
  const meetings = useMeetings();
  const form = useForm({
    stream,
    field: FIELD,
    empty: EMPTY_COLOUR,
    command: (values) => reportColour(values, stream, report.lacks),
    said: ({ colour }) => stepTold(REPORTED, colour) ?? report.title,
  });
  return (
    <Frame
      form={form}
      title={report.title}
      send={report.send}
      onSend={() => void form.send().then((done) => done && onClose())}
      onClose={onClose}
    >
      <ChoiceField
        {...form.field("colour")}
        label={report.colour}
        choices={COLOURS.map((value) => ({ value, label: plan.colours[value] }))}
        none={report.choose}
      />
      <ChoiceField {...form.field("meeting")} label={report.meeting} choices={meetings} none={report.choose} />
      <TextField {...form.field("reason")} label={report.reason} hint={report.reasonHint} />
    </Frame>
  );
}

/** The meetings of the cluster, the latest first. */
function useMeetings(): readonly Choice[] {
  const { meetings } = usePage();
  const rows = rowsOf<MeetingRow>(meetings, "meeting").map(({ row }) => row);
  const dayOf = (row: MeetingRow): string => row.starts_at ?? row.held?.latest ?? "";
  return rows
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
    .map((row) => {
      const day = dayOf(row);
      return { value: row.meeting.id, label: day === "" ? row.meeting.name : `${format.day(day)}, ${row.body.name}` };
    });
}
