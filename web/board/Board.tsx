import { rowsOf, usePage } from "../rows/page.ts";
import { RowSheet } from "../rows/RowSheet.tsx";
import { plan } from "../words/plan/words.ts";
import { Initiatives } from "./Initiatives.tsx";
import { MustAct } from "./MustAct.tsx";
import { countsOf, isOver } from "./over-time.ts";
import { OverTime } from "./OverTime.tsx";
import { Reports } from "./Report.tsx";
import type { ColourRow, InitiativeRow } from "./rows.ts";

/** The action plan: how its initiatives stand, who must act, and how they stood from meeting to meeting. */
export function Board() {
  const { title, lead, empty } = plan.board;
  return (
    <RowSheet title={title} lead={lead} here="handleplan" empty={empty}>
      <Content />
    </RowSheet>
  );
}

function Content() {
  const { own } = usePage();
  const rows = rowsOf<InitiativeRow>(own, "initiative");
  const reports = rowsOf<ColourRow>(own, "colour").map(({ row }) => row);
  const open = rows.filter(({ row }) => !isOver(row));
  return (
    <>
      <p class="counts">{plan.board.counts(open.length, countsOf(open))}</p>
      <MustAct rows={open} />
      <OverTime rows={open} reports={reports} />
      <Reports rows={rows} />
      <Initiatives open={open} ended={rows.filter(({ row }) => isOver(row))} />
    </>
  );
}
