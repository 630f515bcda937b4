import { RecordText } from "../parts/RecordText.tsx";
import { capital } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { ReadAs, SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import type { CorrectionRow, CounterRow, DocumentEndRow, DocumentRow, DoubtRow, StatementRow } from "./paper-rows.ts";
import { Table } from "../rows/Table.tsx";

export function Documents() {
  const { own } = usePage();
  return (
    <>
      {rowsOf<DocumentRow>(own, "document").map(({ key, row }) => (
        <Document key={key} documentKey={key} row={row} />
      ))}
    </>
  );
}

function Document({ documentKey, row }: { documentKey: string; row: DocumentRow }) {
  const { own } = usePage();
  const statements = own.under(`${documentKey}/statement/`).value.flatMap((key): Keyed<StatementRow>[] => {
    const found = own.row<StatementRow>(key).value;
    return found === null ? [] : [{ key, row: found }];
  });
  return (
    <section id={documentKey} class="body" tabIndex={-1}>
      <h2>
        <RecordText text={row.subject} />
      </h2>
      <p class="quiet">
        {capital(said("direction", row.direction))}
        {row.journal_number !== null && `, ${row.journal_number}`}
        {(row.party?.name ?? row.outside) !== null && (
          <>
            , <RecordText text={row.party?.name ?? row.outside} />
          </>
        )}
        .{" "}
        {row.dated !== null && (
          <>
            {lists.dated} <SaidDay said={row.dated} />
          </>
        )}
      </p>
      {row.withdrawn && <Withdrawn documentKey={documentKey} />}
      {statements.length === 0 ? (
        <p class="empty">{lists.noStatements}</p>
      ) : (
        <Table
          name={row.subject ?? lists.heads.statement}
          rows={statements}
          columns={[
            { head: lists.heads.number, narrow: true, cell: (statement) => statement.number },
            { head: lists.heads.statement, wide: true, cell: (statement) => <Statement row={statement} /> },
            { head: lists.heads.readAs, cell: (statement, key) => <Reading row={statement} statementKey={key} /> },
            { head: lists.heads.doubt, cell: (_, key) => <Doubts statementKey={key} /> },
          ]}
        />
      )}
    </section>
  );
}

function Withdrawn({ documentKey }: { documentKey: string }) {
  const end = usePage().own.row<DocumentEndRow>(`${documentKey}/end`).value;
  return (
    <p>
      <strong>{lists.withdrawnPaper}.</strong> {end !== null && <RecordText text={end.reason} />}
    </p>
  );
}

/** What it is read as, and since when it is corrected. What was quoted first stays. */
function Reading({ row, statementKey }: { row: StatementRow; statementKey: string }) {
  const { own } = usePage();
  const corrections = own.under(`${statementKey}/correction/`).value.flatMap((key) => own.row<CorrectionRow>(key).value ?? []);
  return (
    <>
      <ReadAs claim={row.claim} />
      {corrections.map((each, index) => (
        <span class="line" key={index}>
          <strong>{lists.corrected}:</strong> <ReadAs claim={each.claim} />. <RecordText text={each.reason} />
        </span>
      ))}
    </>
  );
}

function Statement({ row }: { row: StatementRow }) {
  return (
    <>
      »<RecordText text={row.words} />«<Line>{row.locator}</Line>
      {row.about !== null && (
        <Line>
          <NamedLink named={row.about} />
        </Line>
      )}
    </>
  );
}

function Doubts({ statementKey }: { statementKey: string }) {
  const { own } = usePage();
  const doubts = own.under(`${statementKey}/doubt/`).value.flatMap((key) => own.row<DoubtRow>(key).value ?? []);
  const counters = own.under(`${statementKey}/counter/`).value.flatMap((key) => own.row<CounterRow>(key).value ?? []);
  return (
    <>
      {doubts.map((doubt, index) => (
        <span class="line" key={index}>
          <strong>{capital(said("doubt", doubt.doubt))}:</strong> <RecordText text={doubt.text} />
          {doubt.other !== null && (
            <Line>
              <PlaceLink place={doubt.other} />
            </Line>
          )}
          {doubt.read_as !== null && (
            <span class="line">
              {lists.heads.readAs} <ReadAs claim={doubt.read_as} />
            </span>
          )}
        </span>
      ))}
      {counters.map((counter, index) => (
        <span class="line" key={index}>
          <strong>{lists.doesNotFit}</strong> {counter.at !== null && <PlaceLink place={counter.at} />}:{" "}
          <RecordText text={counter.text} />
        </span>
      ))}
    </>
  );
}
