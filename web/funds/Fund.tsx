import { Alert } from "../parts/Alert.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { BalancePlot } from "../plots/BalancePlot.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { ThereLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { balancesOf } from "./balances.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { money } from "../words/money/words.ts";
import { Accounts } from "./Accounts.tsx";
import { Allocations } from "./Allocations.tsx";
import { Earmarks, Quoted } from "./Earmarks.tsx";
import { Figure } from "./Figure.tsx";
import { Frames } from "./Frames.tsx";
import { Postings } from "./Postings.tsx";
import { Rules } from "./Rules.tsx";
import type { FramesRow, FundRow, PostingRow } from "./rows.ts";

/** One fund: what is free, how that came about, and the decision behind each posting. */
export function Fund() {
  const { own } = usePage();
  const row = own.row<FundRow>("fund").value;
  return (
    <RowSheet title={row?.name ?? money.untitled} lead={money.fund.lead} empty={money.fund.empty}>
      {row !== null && <Sum row={row} />}
      <Postings />
      <Allocations />
      <Earmarks />
      <Frames />
      <Quoted />
      <Rules />
      <Accounts />
    </RowSheet>
  );
}

function Sum({ row }: { row: FundRow }) {
  const { own, address, past } = usePage();
  const frames = own.row<FramesRow>("frames").value;
  const { fund } = money;
  return (
    <>
      <dl class="figures">
        <Figure name={money.free} oere={row.free_oere} />
        <Figure name={money.conditional} oere={row.conditional_oere} />
        <Figure name={money.allocated} oere={row.allocated_oere} />
        <Figure name={money.paid} oere={row.paid_oere} />
        <Figure name={money.granted} oere={row.granted_oere} />
      </dl>
      {frames !== null && frames.over_by_oere > 0 && (
        <Alert tone="warning" heading={fund.over(frames.frames_oere, frames.over_by_oere, frames.pool_oere)} />
      )}
      {row.terms !== null && (
        <p>
          {fund.terms} <RecordText text={row.terms} />
        </p>
      )}
      {row.successor !== null && (
        <p>
          {fund.successor} <ThereLink named={row.successor} cluster={lists.laterCluster} />
        </p>
      )}
      {!past && row.state === "active" && (
        <p class="report">
          <a href={inLanguage(`/${address.scope}/ansoegninger?pulje=${nameIn(address.topics)}`, language)}>{fund.toApply}</a>
        </p>
      )}
      <FreeOverTime postings={rowsOf<PostingRow>(own, "posting")} />
    </>
  );
}

function nameIn(topics: readonly string[]): string {
  return topics[0]?.split("/")[2] ?? "";
}

/** In the order of the record, by the day each posting is for; one that came in late stands after those before it. */
function FreeOverTime({ postings }: { postings: readonly Keyed<PostingRow>[] }) {
  const { fund } = money;
  const balances = balancesOf(postings.map(({ row }) => row));
  const [first, last] = [balances[0], balances.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <>
      <h2>{fund.overTime}</h2>
      <p>{fund.overTimeLead}</p>
      <BalancePlot balances={balances} name={fund.plotName(first.oere, last.oere, first.day, last.day)} />
    </>
  );
}
