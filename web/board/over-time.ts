/** Colour over time: what each initiative was reported as to each meeting. */

import type { Occasion } from "../plots/ColourStrip.tsx";
import type { Keyed } from "../rows/page.ts";
import type { ColourRow, InitiativeRow } from "./rows.ts";

/** A meeting that colours were reported to. */
export interface Reported {
  readonly meeting: string;
  readonly day: string;
}

/** The day of the meeting; where no paper names one, the day on which it was reported. */
export function dayOfReport({ day, reported_at }: ColourRow): string {
  return day ?? reported_at.slice(0, 10);
}

/** Every meeting that something was reported to, the earliest first. */
export function meetingsOf(reports: readonly ColourRow[]): readonly Reported[] {
  const found = new Map(reports.map((report) => [report.meeting.id, dayOfReport(report)]));
  return [...found].map(([meeting, day]) => ({ meeting, day })).sort((a, b) => a.day.localeCompare(b.day));
}

/** The colour of each meeting, by the last report to it; null where there is none. */
export function coloursAt(meetings: readonly Reported[], reports: readonly ColourRow[]): readonly Occasion[] {
  const last = new Map([...reports].sort((a, b) => a.position - b.position).map((each) => [each.meeting.id, each.colour]));
  return meetings.map(({ meeting, day }) => ({ day, colour: last.get(meeting) ?? null }));
}

const OVER = new Set(["ended", "merged", "handed-over"]);

export function isOver({ stage }: InitiativeRow): boolean {
  return stage !== null && OVER.has(stage);
}

/** How many are green, yellow, red, and not reported. */
export function countsOf(rows: readonly Keyed<InitiativeRow>[]): readonly [number, number, number, number] {
  const of = (colour: string | null): number => rows.filter(({ row }) => row.colour === colour).length;
  return [of("green"), of("yellow"), of("red"), of(null)];
}

/** By number as people count them, 2 before 10; those without one by their title. */
export function byNumber(a: Keyed<InitiativeRow>, b: Keyed<InitiativeRow>): number {
  const [one, other] = [a.row.number, b.row.number];
  if (one !== null && other !== null) return one.localeCompare(other, "da", { numeric: true });
  if (one !== null || other !== null) return one === null ? 1 : -1;
  return (a.row.title ?? "").localeCompare(b.row.title ?? "", "da");
}
