import { RecordText } from "../parts/RecordText.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { capital, format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import type { AccountRow, FundRow, PostingRow, YearRow } from "./rows.ts";

const { fund, heads } = money;

/** Every account with its balance and the posting by which it came to it; the sum of all is nothing, and is shown. */
export function Accounts() {
  const { own } = usePage();
  const sum = own.row<FundRow>("fund").value?.all_accounts_oere ?? 0;
  const rows = rowsOf<AccountRow>(own, "account");
  if (rows.length === 0) return null;
  return (
    <>
      <Years years={rowsOf<YearRow>(own, "year")} />
      <details class="details ended">
        <summary class="details-summary">{fund.accounts}</summary>
        <Table
          name={fund.accounts}
          rows={rows}
          columns={[
            { head: heads.account, wide: true, cell: (row) => capital(row.account) },
            { head: heads.balance, amount: true, cell: (row) => format.amount(row.balance_oere) },
            {
              head: heads.last,
              cell: ({ position }) => <Last position={position} />,
            },
          ]}
        />
        <p>
          {fund.allLegs}: {format.amount(sum)}
        </p>
      </details>
    </>
  );
}

/** The posting by which an account came to its balance. */
function Last({ position }: { position: number }) {
  const posting = rowsOf<PostingRow>(usePage().own, "posting").find(({ row }) => row.position === position);
  const name = capital(fund.event(position));
  return posting === undefined ? <>{name}</> : <a href={`#${posting.key}`}>{name}</a>;
}

function Years({ years }: { years: readonly Keyed<YearRow>[] }) {
  if (years.length === 0) return null;
  return (
    <>
      <h2>{fund.years}</h2>
      <Table
        name={fund.years}
        rows={years}
        columns={[
          { head: heads.year, cell: ({ year }) => String(year) },
          { head: money.granted, amount: true, cell: (row) => format.amount(row.granted_oere) },
          { head: money.free, amount: true, cell: (row) => format.amount(row.free_oere) },
          { head: heads.state, wide: true, cell: (row) => <State row={row} /> },
        ]}
      />
    </>
  );
}

function State({ row }: { row: YearRow }) {
  return (
    <>
      {fund.yearStates[row.state] ?? row.state}
      {row.no_grant && <span class="line">{fund.noGrant}</span>}
      {row.source !== null && (
        <span class="line">
          <PlaceLink place={row.source} />
        </span>
      )}
      {row.source_words !== null && (
        <Line>
          »<RecordText text={row.source_words} />«
        </Line>
      )}
      {row.document !== null && (
        <Line>
          {fund.paper} <NamedLink named={row.document} />
        </Line>
      )}
    </>
  );
}
