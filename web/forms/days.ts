/** Days and clocks as they are typed, and the moments they name in Copenhagen. */

const ZONE = "Europe/Copenhagen";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;
const TWO = 2;
const MINUTE_MS = 60_000;

export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export function parts(value: string): DayParts {
  const [year = "", month = "", day = ""] = value.split("-");
  return { day, month, year };
}

/** What is written so far; nothing at all is no day. */
export function written({ day, month, year }: DayParts): string {
  return day === "" && month === "" && year === "" ? "" : `${year}-${month}-${day}`;
}

/** The day of what is written; null where the calendar has no such day. */
export function dayOf(value: string): string | null {
  const { day, month, year } = parts(value);
  const text = `${year}-${month.padStart(TWO, "0")}-${day.padStart(TWO, "0")}`;
  if (!DAY.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** `18.00`, `18:00` or `8.30`, as `18:00`; null where it is no time of the day. */
export function clockOf(value: string): string | null {
  const [, hour, minute] = CLOCK.exec(value.trim()) ?? [];
  return hour === undefined ? null : `${hour.padStart(TWO, "0")}:${minute}`;
}

const inCopenhagen = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  dateStyle: "short",
  timeStyle: "short",
});

/** The moment in UTC, `2024-04-09T16:00:00Z`, at which Copenhagen's clocks show a day and a time. */
export function momentOf(day: string, clock: string): string {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let found = wanted;
  // What the clocks of Copenhagen show is the moment and an offset; twice, for the days on which the offset changes.
  for (let round = 0; round < TWO; round += 1) {
    const shown = Date.parse(`${inCopenhagen.format(new Date(found)).replace(" ", "T")}:00Z`);
    found += wanted - shown;
  }
  return `${new Date(Math.floor(found / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 19)}Z`;
}

/** The day in Copenhagen of a moment, `2024-04-09`. */
export function dayIn(moment: string): string {
  return inCopenhagen.format(new Date(moment)).slice(0, 10);
}

/** What the clocks of Copenhagen show at a moment, as it is typed: `18.05`. */
export function clockIn(moment: string): string {
  return inCopenhagen.format(new Date(moment)).slice(-5).replace(":", ".");
}
