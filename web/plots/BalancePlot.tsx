import { figures } from "../words/figures.ts";
import { amounts, days, steps } from "./axis.ts";
import { useWidth } from "./width.ts";

export interface Balance {
  readonly day: string;
  readonly oere: number;
}

const HEIGHT = 240;
const TOP = 20;
const BOTTOM = HEIGHT - 34;
const LEFT = 72;
const RIGHT = 16;
const TICKS = 4;
const NARROW = 480;
/** How far the last balance is drawn. */
const LASTS = 40;

/** What was free from posting to posting: a line that holds its height until the next. The last holds on to the edge. */
export function BalancePlot({ balances, name }: { balances: readonly Balance[]; name: string }) {
  const [place, width] = useWidth();
  const [first, last] = [balances[0], balances.at(-1)];
  if (first === undefined || last === undefined) return null;
  const all = balances.map(({ oere }) => oere);
  const edge = width - RIGHT;
  const y = amounts(Math.min(...all), Math.max(...all), BOTTOM, TOP, TICKS);
  const x = days(first.day, last.day, LEFT, edge - LASTS);
  const line = steps(balances.map(({ day, oere }) => [round(x.place(day)), round(y.place(oere))]), edge);
  return (
    <div class="plot" ref={place}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={name}>
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line class={tick === 0 ? "plot-floor" : "plot-guide"} x1={LEFT} x2={edge} y1={y.place(tick)} y2={y.place(tick)} />
            <text class="plot-label" x={LEFT - 8} y={y.place(tick) + 4} text-anchor="end">
              {figures.round(tick)}
            </text>
          </g>
        ))}
        {x.years.map((year) => (
          <line key={year} class="plot-guide" x1={x.place(year)} x2={x.place(year)} y1={TOP} y2={BOTTOM} />
        ))}
        <path class="plot-fill" d={`${line}V${y.place(0)}H${round(x.place(first.day))}Z`} />
        <path class="plot-line" d={line} />
        {balances.map(({ day, oere }, index) => (
          <circle key={index} class="plot-point" cx={x.place(day)} cy={y.place(oere)} r="3.5" />
        ))}
        <Ends first={first.day} last={last.day} width={width} />
      </svg>
    </div>
  );
}

/** The first and the last day stand under the axis; on a small screen as months. */
function Ends({ first, last, width }: { first: string; last: string; width: number }) {
  const said = width < NARROW ? figures.monthAndYear : figures.shortDay;
  return (
    <>
      <text class="plot-label" x={LEFT} y={HEIGHT - 10}>
        {said(first)}
      </text>
      {last !== first && (
        <text class="plot-label" x={width - RIGHT - LASTS} y={HEIGHT - 10} text-anchor="middle">
          {said(last)}
        </text>
      )}
    </>
  );
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}
