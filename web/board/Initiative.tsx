import { ColourStrip } from "../plots/ColourStrip.tsx";
import { daysIn } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import { Line, NamedLink, Names, PlaceLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { Table } from "../rows/Table.tsx";
import { useThemes } from "../rows/themes.ts";
import { plan } from "../words/plan/words.ts";
import { nameOf } from "./InitiativeLink.tsx";
import { Next, Now, Owners, Stage } from "./Initiatives.tsx";
import { WhoAndWhy } from "./MustAct.tsx";
import { coloursAt, meetingsOf } from "./over-time.ts";
import { toldOf } from "./OverTime.tsx";
import { ReportColour } from "./ReportColour.tsx";
import type { ColourRow, InitiativeRow, RemarkRow } from "./rows.ts";
import { Trail } from "./Trail.tsx";

/** One initiative: how it stands, and its whole trail. */
export function Initiative({ name }: { name: string }) {
  const page = usePage();
  const row = page.store(`${page.address.scope}/initiatives`).row<InitiativeRow>(name).value;
  return (
    <RowSheet title={row === null ? plan.untitled : nameOf(row)} lead={plan.trail.lead} empty={plan.trail.empty}>
      {row !== null && <Standing row={row} />}
      {row !== null && <Colours name={name} row={row} />}
      <Remarks name={name} />
      <Trail />
    </RowSheet>
  );
}

function Standing({ row }: { row: InitiativeRow }) {
  const { heads, trail } = plan;
  const themes = useThemes(row.plan?.id ?? null, row.theme !== null);
  const from = row.ordered_by === null ? row.by : [row.ordered_by];
  return (
    <>
      <h2>{trail.stand}</h2>
      <dl class="standing">
        <dt>{heads.now}</dt>
        <dd>
          <Now row={row} />
        </dd>
        <dt>{heads.liesWith}</dt>
        <dd>
          {row.lies_with.length === 0 ? plan.board.nobody : <WhoAndWhy all={row.lies_with} />}
        </dd>
        <dt>{heads.stage}</dt>
        <dd>
          <Stage row={row} />
        </dd>
        <dt>{heads.owners}</dt>
        <dd>
          <Owners row={row} />
        </dd>
        <dt>{heads.next}</dt>
        <dd>{row.expected.length === 0 ? trail.nothingNext : <Next row={row} />}</dd>
        {row.theme !== null && (
          <>
            <dt>{trail.theme}</dt>
            <dd>
              {[row.theme, ...row.supports].map((theme) => (
                <span class="line" key={theme}>
                  <RecordText text={themes.get(theme) ?? theme} />
                </span>
              ))}
            </dd>
          </>
        )}
        {from.length > 0 && (
          <>
            <dt>{row.ordered_by === null ? trail.listedBy : trail.orderedBy}</dt>
            <dd>
              <Names names={from} />
            </dd>
          </>
        )}
      </dl>
      <ReportColour row={row} />
    </>
  );
}

function Colours({ name, row }: { name: string; row: InitiativeRow }) {
  const page = usePage();
  const all = rowsOf<ColourRow>(page.store(`${page.address.scope}/initiatives`), "colour");
  const own = all.flatMap(({ key, row: report }) => (key.startsWith(`${name}/`) ? [report] : []));
  if (own.length === 0) return null;
  const occasions = coloursAt(meetingsOf(own), own);
  return (
    <>
      <h2>{plan.trail.colours}</h2>
      <ColourStrip occasions={occasions} name={toldOf(nameOf(row), occasions)} />
    </>
  );
}

function Remarks({ name }: { name: string }) {
  const page = usePage();
  const all = rowsOf<RemarkRow>(page.store(`${page.address.scope}/initiatives`), "remark");
  const own = all.filter(({ key }) => key.startsWith(`${name}/`));
  if (own.length === 0) return null;
  return (
    <>
      <h2>{plan.trail.remarks}</h2>
      <Table
        name={plan.trail.remarks}
        rows={own}
        columns={[
          { head: plan.heads.by, cell: ({ by_body }) => (by_body === null ? plan.none : <NamedLink named={by_body} />) },
          { head: plan.heads.text, wide: true, cell: ({ text }) => <RecordText text={text} /> },
          {
            head: plan.heads.decision,
            cell: ({ decision }) => (decision === null ? plan.trail.noDecision : <PlaceLink place={decision} />),
          },
          { head: plan.heads.state, cell: (remark) => <Answered remark={remark} /> },
        ]}
      />
    </>
  );
}

function Answered({ remark }: { remark: RemarkRow }) {
  if (!remark.answered) {
    const { earliest, latest } = remark;
    return (
      <>
        {plan.trail.open}
        {earliest !== null && latest !== null && <Line>{daysIn(earliest, latest)}</Line>}
      </>
    );
  }
  return (
    <>
      {plan.trail.answered} {remark.answer !== null && <PlaceLink place={remark.answer} />}
    </>
  );
}
