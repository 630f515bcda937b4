import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import { Keys } from "./Keys.tsx";
import type { FundSummaryRow } from "./rows.ts";

/** The funds of the cluster, each with its sum. */
export function Funds() {
  const { title, lead, empty } = money.funds;
  return (
    <RowSheet title={title} lead={lead} here="puljer" empty={empty}>
      <Rows />
      <Keys />
    </RowSheet>
  );
}

function Rows() {
  const amounts = (["free_oere", "conditional_oere", "allocated_oere", "paid_oere", "granted_oere"] as const).map(
    (field, n) => ({
      head: [money.free, money.conditional, money.allocated, money.paid, money.granted][n] ?? "",
      amount: true,
      cell: (row: FundSummaryRow) => format.amount(row[field]),
    }),
  );
  return (
    <Table
      name={money.funds.title}
      rows={rowsOf<FundSummaryRow>(usePage().own, "fund")}
      columns={[{ head: money.heads.fund, wide: true, cell: (row: FundSummaryRow) => <Name row={row} /> }, ...amounts]}
    />
  );
}

function Name({ row }: { row: FundSummaryRow }) {
  const { funds } = money;
  return (
    <>
      <NamedLink named={{ id: row.fund.id, name: row.name ?? row.fund.name }} />
      {row.state !== "active" && <Line>{funds.states[row.state] ?? row.state}</Line>}
      {row.over_by_oere !== null && row.over_by_oere > 0 && <strong class="line">{funds.over(row.over_by_oere)}</strong>}
      {row.waiting > 0 && <Line>{funds.waiting(row.waiting)}</Line>}
      {row.opening && <Line>{funds.opening}</Line>}
    </>
  );
}
