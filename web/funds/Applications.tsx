import { Opening } from "../forms/Opening.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { Groups } from "../rows/Groups.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink, ThereLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { capital, format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { money } from "../words/money/words.ts";
import { Apply } from "./Apply.tsx";
import { ReadAs } from "./Earmarks.tsx";
import type { ApplicationRow, FateRow } from "./rows.ts";

const { applications, heads } = money;

/** Who has applied, and what was answered; and the form to apply. */
export function Applications() {
  const { title, lead, empty } = applications;
  const page = usePage();
  const asked = new URLSearchParams(location.search).get("pulje");
  return (
    <RowSheet
      title={title}
      lead={lead}
      here="ansoegninger"
      empty={empty}
      before={page.past ? null : <Opening name={money.apply.open} open={asked !== null}>{(close) => <Apply fund={asked} onClose={close} />}</Opening>}
    >
      <Rows />
    </RowSheet>
  );
}

function Rows() {
  const rows = rowsOf<ApplicationRow>(usePage().own, "application");
  const open = rows.filter(({ row }) => row.state === "submitted" || row.state === null);
  const ended = rows.filter(({ row }) => row.state !== "submitted" && row.state !== null);
  return (
    <Groups
      none={applications.noneOpen}
      open={{ heading: applications.open(open.length), rows: open }}
      ended={{ heading: applications.ended(ended.length), rows: ended }}
      columns={[
        { head: heads.applicant, cell: (row) => <Who row={row} /> },
        { head: heads.purpose, wide: true, cell: (row) => <Purpose row={row} /> },
        { head: heads.amount, amount: true, cell: (row) => <Amount row={row} /> },
        { head: heads.evaluation, cell: (row) => <Evaluation row={row} /> },
        { head: heads.state, cell: (row, key) => <State row={row} of={key} /> },
      ]}
    />
  );
}

function Who({ row }: { row: ApplicationRow }) {
  return (
    <>
      {row.applicant === null ? money.none : <NamedLink named={row.applicant} />}
      {row.fund !== null && (
        <Line>
          <NamedLink named={row.fund} />
        </Line>
      )}
      {row.submitted_on !== null && <Line>{format.day(row.submitted_on)}</Line>}
    </>
  );
}

function Purpose({ row }: { row: ApplicationRow }) {
  return (
    <>
      {row.purpose !== null && <RecordText text={capital(row.purpose)} />}
      {row.purpose_class !== null && <Line>{money.purposeClasses[row.purpose_class] ?? row.purpose_class}</Line>}
      {row.from_on !== null && <Line>{money.from(row.from_on)}</Line>}
      {row.ceases_on !== null && <Line>{money.until(row.ceases_on)}</Line>}
    </>
  );
}

function Amount({ row }: { row: ApplicationRow }) {
  if (row.amount_oere !== null) return <>{format.amount(row.amount_oere)}</>;
  return (
    <>
      {row.quoted_oere === null ? applications.noAmount : <ReadAs oere={row.quoted_oere} precision={row.precision} />}
      {row.words !== null && (
        <Line>
          »<RecordText text={row.words} />«
        </Line>
      )}
    </>
  );
}

function Evaluation({ row }: { row: ApplicationRow }) {
  const { evaluation_earliest: earliest, evaluation_latest: latest } = row;
  return (
    <>
      {!row.evaluated && applications.noPlan}
      {row.evaluation !== null && <RecordText text={row.evaluation} />}
      {earliest !== null && latest !== null && <Line>{money.spell(earliest, latest) || money.by(latest)}</Line>}
      {row.attested.length > 0 && (
        <>
          <Line>
            {applications.attested} {row.attested_by?.name}
          </Line>
          <ul class="several">
            {row.attested.map((criterion) => (
              <li key={criterion}>{money.criteria[criterion] ?? criterion}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function State({ row, of }: { row: ApplicationRow; of: string }) {
  const fate = usePage().own.row<FateRow>(`${of}/fate`).value;
  return (
    <>
      {row.state === null ? money.none : (applications.states[row.state] ?? row.state)}
      {row.allocated_oere !== null && <Line>{applications.given(row.allocated_oere)}</Line>}
      {fate !== null && <Line>{format.day(fate.on)}</Line>}
      {fate !== null && fate.reason !== null && (
        <span class="line">
          <RecordText text={fate.reason} />
        </span>
      )}
      {fate !== null && fate.decision !== null && <PlaceLink place={fate.decision} />}
      {row.successor !== null && <ThereLink named={row.successor} cluster={lists.laterCluster} />}
    </>
  );
}
