import { RecordText } from "../parts/RecordText.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, Places } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { useThemes } from "../rows/themes.ts";
import { figures } from "../words/figures.ts";
import { capital, format } from "../words/format.ts";
import { money } from "../words/money/words.ts";
import type { FrameRow, FramesRow } from "./rows.ts";

const WHOLE = 1_000;
const { fund, heads } = money;

/** The frames beside the pool: they guide, and say where they are more than there is. */
export function Frames() {
  const { own } = usePage();
  const frames = own.row<FramesRow>("frames").value;
  const rows = [...rowsOf<FrameRow>(own, "frame")].sort((a, b) => a.row.order - b.row.order);
  const themes = useThemes(null, rows.length > 0);
  if (frames === null || rows.length === 0) return null;
  const { frames_oere, pool_oere, over_by_oere, decisions } = frames;
  return (
    <>
      <h2>{fund.frames}</h2>
      <p>
        {fund.framesLead}{" "}
        {over_by_oere > 0 ? fund.over(frames_oere, over_by_oere, pool_oere) : fund.within(frames_oere, pool_oere)}
      </p>
      <Table
        name={fund.frames}
        rows={rows}
        columns={[
          {
            head: heads.theme,
            wide: true,
            cell: (row) => (
              <>
                {themes.get(row.theme) ?? capital(row.theme.replaceAll("-", " "))}
                {row.words !== null && (
                  <Line>
                    »<RecordText text={row.words} />«
                  </Line>
                )}
              </>
            ),
          },
          { head: heads.frame, amount: true, cell: (row) => format.amount(row.frame_oere) },
          { head: heads.share, cell: (row) => <Share oere={row.frame_oere} pool={pool_oere} /> },
        ]}
      />
      {decisions.length > 0 && (
        <p>
          {fund.decidedBy}{" "}
          <Places places={decisions} />
        </p>
      )}
    </>
  );
}

/** How much of the pool: a bar, and the same in words. */
function Share({ oere, pool }: { oere: number; pool: number }) {
  if (pool <= 0) return <>{money.none}</>;
  const share = Math.round((oere / pool) * WHOLE);
  return (
    <>
      {figures.percent(share)}
      <svg class="share" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="share-pool" width={WHOLE} height="8" />
        <rect class="share-part" width={Math.min(share, WHOLE)} height="8" />
      </svg>
    </>
  );
}
