import { figures } from "../words/figures.ts";
import { COLOURS, isColour, Mark } from "./Mark.tsx";
import type { ColourName } from "./Mark.tsx";
import { useWidth } from "./width.ts";

/** The colour of one occasion; null where none was reported. */
export interface Occasion {
  readonly day: string;
  readonly colour: string | null;
}

const LEVEL = 26;
const TOP = 16;
const FLOOR = TOP + 2 * LEVEL;
const HEIGHT = FLOOR + 38;
const SIDE = 20;
/** Narrower, and the marks would touch. */
const APART_MIN = 26;
const DATE_WIDTH = 52;

/**
 * The colours of one initiative from meeting to meeting: green on top, red at the bottom. Several under each other have
 * the same meetings under each other. What does not fit is left out at the old end; the table has it all.
 */
export function ColourStrip({ occasions, name }: { occasions: readonly Occasion[]; name: string }) {
  const [place, width] = useWidth();
  const room = Math.max(1, Math.floor((width - 2 * SIDE) / APART_MIN) + 1);
  const shown = occasions.slice(-room);
  const apart = shown.length < 2 ? 0 : Math.min(120, (width - 2 * SIDE) / (shown.length - 1));
  const x = (index: number): number => SIDE + index * apart;
  const named = Math.max(1, Math.ceil(DATE_WIDTH / Math.max(apart, 1)));
  const points = shown.flatMap(({ colour }, index) => (colour !== null && isColour(colour) ? [{ index, colour }] : []));
  const drawn = shown.length === 0 ? 0 : x(shown.length - 1) + SIDE;
  return (
    <div class="plot" ref={place}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={name}>
        {COLOURS.map((colour) => (
          <line key={colour} class="plot-guide" x1="0" x2={Math.max(drawn, 2 * SIDE)} y1={heightOf(colour)} y2={heightOf(colour)} />
        ))}
        <path class="plot-way" d={points.map(({ index, colour }, n) => `${n === 0 ? "M" : "L"}${x(index)} ${heightOf(colour)}`).join("")} />
        {shown.map(({ day, colour }, index) => (
          <g key={day}>
            {colour !== null && isColour(colour) ? (
              <Mark colour={colour} x={x(index)} y={heightOf(colour)} />
            ) : (
              <line class="plot-none" x1={x(index) - 5} x2={x(index) + 5} y1={FLOOR + 12} y2={FLOOR + 12} />
            )}
            {(shown.length - 1 - index) % named === 0 && (
              <text class="plot-label" x={x(index)} y={HEIGHT - 6} text-anchor={anchor(index, shown.length)}>
                {figures.monthAndYear(day)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

function heightOf(colour: ColourName): number {
  return TOP + COLOURS.indexOf(colour) * LEVEL;
}

/** The outermost labels stay within the drawing. */
function anchor(index: number, count: number): "start" | "middle" | "end" {
  if (index === 0) return "start";
  return index === count - 1 && count > 6 ? "end" : "middle";
}
