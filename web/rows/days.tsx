/** Days as the record holds them, and as papers say them. */

import { RecordText } from "../parts/RecordText.tsx";
import { capital, format, NO_EARLIEST, NO_LATEST } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { Line } from "./place.tsx";
import type { SaidClaim, SaidDate } from "./rows.ts";

/** `9. april 2024`, `senest 1. oktober 2020`, `september 2020`, `28. maj 2020 – 9. juni 2020`. */
export function daysIn(earliest: string, latest: string): string {
  if (earliest === latest) return format.day(latest);
  if (earliest <= NO_EARLIEST) return lists.by(latest);
  return latest >= NO_LATEST ? lists.from(earliest) : format.days(earliest, latest);
}

/** A day as said: read as a day or a span, the words beside it. */
export function SaidDay({ said }: { said: SaidDate }) {
  return (
    <>
      {daysIn(said.earliest, said.latest)}
      {said.words !== null && (
        <Line>
          »<RecordText text={said.words} />«
        </Line>
      )}
    </>
  );
}

/** What a claim is read as. Its own words stand elsewhere. */
export function ReadAs({ claim }: { claim: SaidClaim }) {
  if (claim.earliest !== null && claim.latest !== null) {
    return <>{daysIn(claim.earliest, claim.latest)}</>;
  }
  if (claim.oere !== null) {
    const amount = format.amount(claim.oere);
    if (claim.kind === "about") return <>{lists.about(amount)}</>;
    return <>{claim.kind === "at-most" ? lists.atMost(amount) : amount}</>;
  }
  // A share, a name, a span of numbers: its own words say it best.
  return claim.count === null && claim.words !== null ? <RecordText text={claim.words} /> : <>{claim.count ?? lists.none}</>;
}

/** The day that seats are looked at: today, or the day of the moment in the address. */
export function dayLookedAt(at: string | null): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(at ?? "")?.[0];
  return day ?? new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());
}

/** Whether a period holds on a day; an absent bound is open. */
export function inForce(from: string | null, ceases: string | null, on: string): boolean {
  return (from === null || from <= on) && (ceases === null || on < ceases);
}

/** `fra 1. januar 2024, til 1. januar 2026` */
export function Period({ from, ceases }: { from: string | null; ceases: string | null }) {
  const parts = [from === null ? null : lists.from(from), ceases === null ? null : lists.until(ceases)];
  const said = parts.filter((part) => part !== null).join(" ");
  return said === "" ? null : <Line>{said}</Line>;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MONTH = /^\d{4}-\d{2}$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** `2020-10` is October 2020, `2020-Q3` its third quarter; a year says itself. What is owed to each meeting bears the meeting's name, and that begins with its day. */
export function occurrenceName(occurrence: string): string {
  if (MONTH.test(occurrence)) return capital(format.month(`${occurrence}-01`));
  const [, year, quarter] = QUARTER.exec(occurrence) ?? [];
  if (year !== undefined && quarter !== undefined) return lists.quarter(quarter, year);
  const day = DAY.exec(occurrence)?.[0];
  return day === undefined ? occurrence : format.day(day);
}
