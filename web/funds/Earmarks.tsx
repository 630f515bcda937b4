import { RecordText } from "../parts/RecordText.tsx";
import { Groups } from "../rows/Groups.tsx";
import { HowItCame } from "../rows/HowItCame.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, Names, Places } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import { said } from "../words/said.ts";
import type { EarmarkRow } from "./rows.ts";

const { fund, heads } = money;

/** Earmarks that hold money, and what they wait for. */
export function Earmarks() {
  const rows = rowsOf<EarmarkRow>(usePage().own, "earmark").filter(({ row }) => row.amount_oere !== null);
  if (rows.length === 0) return null;
  const held = rows.filter(({ row }) => row.state === "held");
  const ended = rows.filter(({ row }) => row.state !== "held");
  return (
    <Groups
      none={fund.noEarmarks}
      open={{ heading: fund.earmarks(held.length), rows: held }}
      ended={{ heading: fund.endedEarmarks(ended.length), rows: ended }}
      columns={[
        { head: heads.purpose, wide: true, cell: (row, key) => <><Purpose row={row} /><HowItCame row={key} /></> },
        { head: heads.amount, amount: true, cell: (row) => (row.amount_oere === null ? money.none : format.amount(row.amount_oere)) },
        { head: heads.waits, cell: (row) => <Waits row={row} /> },
        { head: heads.state, cell: (row) => <State row={row} /> },
        { head: heads.decision, cell: ({ decisions }) => <Places places={decisions} /> },
      ]}
    />
  );
}

/** What papers name, in their own words: apart from all that is posted. */
export function Quoted() {
  const rows = rowsOf<EarmarkRow>(usePage().own, "earmark").filter(({ row }) => row.quoted_oere !== null);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{fund.quoted}</h2>
      <p>{fund.quotedLead}</p>
      <Table
        name={fund.quoted}
        rows={rows.map(({ key, row }) => ({ key: `${key}/citat`, row }))}
        columns={[
          { head: heads.words, wide: true, cell: (row) => <Words row={row} /> },
          { head: heads.readAs, amount: true, cell: (row) => <ReadAs oere={row.quoted_oere ?? 0} precision={row.precision} /> },
          { head: heads.waits, cell: (row) => <Waits row={row} /> },
          {
            head: heads.paper,
            cell: ({ document }) => (document === null ? money.none : <NamedLink named={document} />),
          },
          { head: heads.state, cell: ({ state }) => fund.quotedStates[state] ?? fund.earmarkStates[state] ?? state },
        ]}
      />
    </>
  );
}

export function ReadAs({ oere, precision }: { oere: number; precision: string | null }) {
  if (precision === "about") return <>{money.about(oere)}</>;
  return <>{precision === "at-most" ? money.atMost(oere) : format.amount(oere)}</>;
}

function Words({ row }: { row: EarmarkRow }) {
  return (
    <>
      {row.words !== null && (
        <>
          »<RecordText text={row.words} />«
        </>
      )}
      {row.purpose !== null && (
        <Line>
          <RecordText text={capital(row.purpose)} />
        </Line>
      )}
    </>
  );
}

function Purpose({ row }: { row: EarmarkRow }) {
  return (
    <>
      {row.purpose === null ? row.earmark : <RecordText text={capital(row.purpose)} />}
      {row.to_party !== null && <Line>{row.to_party.name}</Line>}
      {row.application !== null && (
        <Line>
          <NamedLink named={row.application} />
        </Line>
      )}
      {row.from_on !== null && <Line>{money.from(row.from_on)}</Line>}
      {row.ceases_on !== null && <Line>{money.until(row.ceases_on)}</Line>}
    </>
  );
}

function Waits({ row }: { row: EarmarkRow }) {
  if (row.waits_for.length === 0 && !row.waits_for_second_person) return <>{money.none}</>;
  return (
    <>
      {row.waits_for.length > 0 && <Names names={row.waits_for} />}
      {row.waits_for_second_person && <span class="line">{fund.secondPerson}</span>}
    </>
  );
}

function State({ row }: { row: EarmarkRow }) {
  return (
    <>
      {fund.earmarkStates[row.state] ?? row.state}
      {row.why !== null && <Line>{capital(said("why-released", row.why))}</Line>}
      {row.allocation !== null && (
        <a class="line" href={`#allocation/${row.allocation}`}>
          {fund.what["allocated"]}
        </a>
      )}
    </>
  );
}
