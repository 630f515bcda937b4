/** From figures to places on a drawing. */

export interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

const NICE = [1, 2, 2.5, 5, 10];
const DAY_MS = 86_400_000;

/** Even steps in round numbers from nothing, or from below it, to the highest; `from` is where the lowest stands. */
export function amounts(lowest: number, highest: number, from: number, to: number, about: number): Axis {
  const low = Math.min(0, lowest);
  const high = Math.max(0, highest);
  const step = niceStep(Math.max(high - low, 1) / about);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step);
  const [bottom = 0, top = 1] = [ticks[0], ticks.at(-1)];
  return { place: (value) => from + ((value - bottom) / (top - bottom)) * (to - from), ticks };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = NICE.find((each) => each * power >= rough) ?? 10;
  return Math.max(1, Math.round(factor * power));
}

export interface Days {
  readonly place: (day: string) => number;
  /** The first of January of each year in between. */
  readonly years: readonly string[];
}

/** Days by the time between them; one day alone stands in the middle. */
export function days(first: string, last: string, from: number, to: number): Days {
  const begins = numberOf(first);
  const length = numberOf(last) - begins;
  const [one, other] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return {
    place: (day) => (length === 0 ? (from + to) / 2 : from + ((numberOf(day) - begins) / length) * (to - from)),
    years: Array.from({ length: other - one }, (_, n) => `${one + n + 1}-01-01`),
  };
}

/** How many days since the beginning of 1970. */
function numberOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

/** The path of a line that holds its height until the next day, and on to the right edge. */
export function steps(points: readonly (readonly [x: number, y: number])[], edge: number): string {
  const [first, ...others] = points;
  if (first === undefined) return "";
  return `M${first[0]} ${first[1]}${others.map(([x, y]) => `H${x}V${y}`).join("")}H${edge}`;
}
