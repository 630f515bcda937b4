import { RecordText } from "../parts/RecordText.tsx";
import { Colour } from "../plots/Mark.tsx";
import { occurrenceName, SaidDay } from "../rows/days.tsx";
import { rowsOf, usePage } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import { RowSheet } from "../rows/RowSheet.tsx";
import { Table } from "../rows/Table.tsx";
import { agreed } from "../words/agreed/words.ts";
import { capital } from "../words/format.ts";
import { measured } from "./measures.ts";
import type { IndicatorRow, Value, ValueRow } from "./rows.ts";

const { indicators, heads } = agreed;

/** What is measured, the target, how it goes, and what was said of the figures. */
export function Indicators() {
  const { title, lead, empty } = indicators;
  return (
    <RowSheet title={title} lead={lead} here="indikatorer" empty={empty}>
      <Content />
    </RowSheet>
  );
}

function Content() {
  const { own } = usePage();
  const values = rowsOf<ValueRow>(own, "value");
  return (
    <Table
      name={indicators.title}
      rows={rowsOf<IndicatorRow>(own, "indicator")}
      columns={[
        {
          head: heads.indicator,
          wide: true,
          cell: (row) => <Name row={row} values={values.filter((each) => each.row.indicator.id === row.indicator.id)} />,
        },
        { head: heads.target, cell: (row) => <Target row={row} /> },
        { head: heads.latest, cell: (row) => <Latest row={row} /> },
        { head: heads.judgement, cell: (row) => <Judgement row={row} /> },
      ]}
    />
  );
}

function Name({ row, values }: { row: IndicatorRow; values: readonly Keyed<ValueRow>[] }) {
  return (
    <>
      <strong>
        <RecordText text={row.name === null ? null : capital(row.name)} />
      </strong>
      {row.definition !== null && (
        <span class="line">
          <RecordText text={row.definition} />
        </span>
      )}
      {row.from_party !== null && <Line>{row.from_party.name}</Line>}
      {values.length > 0 && (
        <details class="details">
          <summary class="details-summary">{indicators.values(values.length)}</summary>
          <Values values={values} />
        </details>
      )}
    </>
  );
}

function Target({ row }: { row: IndicatorRow }) {
  return (
    <>
      {row.target === null ? row.target_words === null && indicators.noTarget : <Measured value={row.target} />}
      {row.target_words !== null && (
        <Line>
          »<RecordText text={row.target_words} />«
        </Line>
      )}
      {row.due !== null && (
        <span class="line">
          {indicators.due} <SaidDay said={row.due} />
        </span>
      )}
    </>
  );
}

function Latest({ row }: { row: IndicatorRow }) {
  if (row.value === null) return <>{indicators.noValue}</>;
  return (
    <>
      <Measured value={row.value} />
      {row.latest !== null && <Line>{occurrenceName(row.latest)}</Line>}
      <Met met={row.met} />
    </>
  );
}

function Judgement({ row }: { row: IndicatorRow }) {
  if (row.judgement === null) return <>{agreed.none}</>;
  return (
    <>
      {indicators.judgements[row.judgement] ?? row.judgement}
      {row.judged_by !== null && (
        <Line>
          <NamedLink named={row.judged_by} />
        </Line>
      )}
      {row.judged_why !== null && (
        <Line>
          <RecordText text={row.judged_why} />
        </Line>
      )}
      {row.judged_decision !== null && <PlaceLink place={row.judged_decision} />}
    </>
  );
}

function Measured({ value }: { value: Value }) {
  return value.type === "colour" ? <Colour colour={value.colour} /> : <>{measured(value)}</>;
}

function Met({ met }: { met: boolean | null }) {
  return met === null ? null : <strong class="line">{met ? indicators.met : indicators.notMet}</strong>;
}

function Values({ values }: { values: readonly Keyed<ValueRow>[] }) {
  return (
    <ul class="details-text">
      {[...values]
        .sort((a, b) => b.row.first.localeCompare(a.row.first))
        .map(({ key, row }) => (
          <li key={key} id={key} tabIndex={-1}>
            {occurrenceName(row.period)}: {row.value !== null && <Measured value={row.value} />}
            {row.value === null && row.met === null && agreed.none}
            {row.trend !== null && row.before !== null && (
              <Line>{indicators.trend(indicators.trends[row.trend] ?? row.trend, occurrenceName(row.before))}</Line>
            )}
            <Met met={row.met} />
            <Said row={row} />
          </li>
        ))}
    </ul>
  );
}

function Said({ row }: { row: ValueRow }) {
  return (
    <>
      {row.doubted && (
        <span class="line">
          {indicators.doubted} {row.doubt !== null && <RecordText text={row.doubt} />}
        </span>
      )}
      {row.corrected && (
        <span class="line">
          {indicators.corrected} {row.correction !== null && <RecordText text={row.correction} />}
          {row.reported !== null && <Line>{indicators.reported(measured(row.reported))}</Line>}
        </span>
      )}
      {row.document !== null && (
        <Line>
          <NamedLink named={row.document} />
        </Line>
      )}
    </>
  );
}
