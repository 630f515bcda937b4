import { RecordText } from "../parts/RecordText.tsx";
import { Groups } from "../rows/Groups.tsx";
import { useSecretariat } from "../rows/me.ts";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, Names, ThereLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { agreed } from "../words/agreed/words.ts";
import { format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import type { EndRow, ThingRow } from "./rows.ts";

const { estate, heads } = agreed;

/** What a cluster leaves open, with whom it lies, and where it goes on. */
export function Estate() {
  const { title, lead } = estate;
  // To everybody else nothing is told, which is not the same as that nothing is open.
  const empty = useSecretariat() ? estate.empty : estate.notYours;
  return (
    <RowSheet title={title} lead={lead} here="bo" empty={empty}>
      <Content />
    </RowSheet>
  );
}

function Content() {
  const { own } = usePage();
  const things = rowsOf<ThingRow>(own, "thing");
  const open = things.filter(({ row }) => row.state === "open");
  const handed = things.filter(({ row }) => row.state !== "open");
  return (
    <>
      {rowsOf<EndRow>(own, "end").map(({ key, row }) => (
        <End key={key} row={row} />
      ))}
      <Groups
        none={estate.noneOpen}
        open={{ heading: estate.open(open.length), rows: open }}
        ended={{ heading: estate.handed(handed.length), rows: handed }}
        columns={[
          { head: heads.thing, wide: true, cell: (row) => <Thing row={row} /> },
          { head: heads.owner, cell: ({ owner }) => (owner === null ? agreed.none : <NamedLink named={owner} />) },
          { head: heads.state, cell: (row) => <State row={row} /> },
          { head: heads.successor, cell: (row) => <Successor row={row} /> },
        ]}
      />
    </>
  );
}

function End({ row }: { row: EndRow }) {
  return (
    <>
      <p>
        <strong>{row.dissolved_on === null ? estate.ceases(row.ceases_on) : estate.ceased(row.dissolved_on)}</strong>
        <Line>{estate.decided(row.decided_on)}</Line>
        {row.basis !== null && (
          <Line>
            <RecordText text={row.basis} />
          </Line>
        )}
      </p>
      {row.successors.length > 0 && (
        <div>
          {estate.goesOn} <Names names={row.successors} />
        </div>
      )}
    </>
  );
}

function Thing({ row }: { row: ThingRow }) {
  return (
    <>
      <NamedLink named={row.thing} />
      <Line>{estate.kinds[row.kind] ?? row.kind}</Line>
      {row.from_stream !== null && (
        <Line>
          {estate.before} <ThereLink named={row.from_stream} cluster={lists.earlierCluster} />
        </Line>
      )}
    </>
  );
}

function State({ row }: { row: ThingRow }) {
  return (
    <>
      {estate.states[row.state] ?? row.state}
      <Line>{row.state === "open" ? agreed.from(row.since) : estate.openFrom(row.since)}</Line>
      {row.answer_by !== null && <Line>{estate.by(row.answer_by)}</Line>}
      {row.missing !== null && row.missing > 0 && <Line>{estate.missing(row.missing)}</Line>}
    </>
  );
}

function Successor({ row }: { row: ThingRow }) {
  const scope = row.successor?.id.split("/")[0];
  const ends = rowsOf<EndRow>(usePage().own, "end").flatMap((end) => end.row.successors);
  const to = ends.find(({ id }) => id.split("/")[0] === scope)?.name;
  return (
    <>
      {row.successor === null ? agreed.none : <ThereLink named={row.successor} cluster={to ?? lists.laterCluster} />}
      {row.effective_on !== null && <Line>{format.day(row.effective_on)}</Line>}
    </>
  );
}
