import { RecordText } from "../parts/RecordText.tsx";
import { capital } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { Period, SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { NamedLink, PlaceLink } from "../rows/place.tsx";
import type { LeftRow, PathRow, SourceRow } from "./rows.ts";
import { Table } from "../rows/Table.tsx";

export function Mandates() {
  const page = usePage();
  const { own } = page;
  const left = rowsOf<LeftRow>(own, "left");
  return (
    <>
      {rowsOf<PathRow>(own, "path").map(({ key, row }) => (
        <section key={key} id={key.split("/")[0]} class="body" tabIndex={-1}>
          <h2>{capital(row.subject)}</h2>
          <p class="quiet">{row.from_on === null ? lists.always : capital(lists.from(row.from_on))}</p>
          <Table
            name={capital(row.subject)}
            rows={row.steps.map((step, index) => ({ key: `${key}/${index}`, row: step }))}
            columns={[
              { head: lists.heads.step, cell: (step) => capital(step.step) },
              { head: lists.heads.body, cell: (step) => <NamedLink named={step.body} /> },
              { head: lists.heads.binding, cell: (step) => (step.binding ? lists.binding : lists.notBinding) },
            ]}
          />
          {row.terms !== null && (
            <p>
              {lists.terms}: <RecordText text={row.terms} />
            </p>
          )}
          <Left rows={left.filter((each) => each.row.mandate.id === row.mandate.id)} />
          <Source row={own.row<SourceRow>(key.replace("/path/", "/source/")).value} />
        </section>
      ))}
    </>
  );
}

/** What the bodies leave to others, from day to day. */
function Left({ rows }: { rows: readonly Keyed<LeftRow>[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="facts">
      {rows.map(({ key, row }) => (
        <li key={key}>
          {lists.leaves(row.from_body.name, row.step)} <NamedLink named={row.to_body} />.{" "}
          {row.terms !== null && <RecordText text={row.terms} />}
          <Period from={row.from_on} ceases={row.ceases_on} />
          {row.decision !== null && <PlaceLink place={row.decision} />}
        </li>
      ))}
    </ul>
  );
}

function Source({ row }: { row: SourceRow | null }) {
  if (row === null) return null;
  return (
    <p class="source">
      {lists.source}:{" "}
      {row.decision !== null ? (
        <PlaceLink place={row.decision} />
      ) : (
        <>
          <RecordText text={row.who} />: »<RecordText text={row.words} />«
        </>
      )}
      {row.document !== null && (
        <>
          {" "}
          (<NamedLink named={row.document} />)
        </>
      )}
      {row.on !== null && <SaidDay said={row.on} />}
    </p>
  );
}
