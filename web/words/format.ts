/** Numbers, days and times as a secretary writes them. Formatters are made once. */

import { language } from "./language.ts";
import type { Language } from "./language.ts";

const ZONE = "Europe/Copenhagen";
const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
const EN_DASH = "\u2013";
const OERE = 100;
const KILO = 1_000;
/** A day that a paper leaves open: the first and the last there is. */
export const NO_EARLIEST = "0001-01-01";
export const NO_LATEST = "9999-12-31";

export interface Format {
  /** `kl. 18.28` */
  readonly time: (moment: string | Date) => string;
  /** `kl. 18.00–19.00`; without an end the beginning alone. */
  readonly span: (from: string, to: string | null) => string;
  /** `9. april 2024` */
  readonly day: (moment: string | Date) => string;
  /** `september 2020` */
  readonly month: (moment: string) => string;
  /** `9. april 2024`; `september 2020` for all of a month, `2020` for all of a year; `1. maj 2020 – 8. juni 2020`; empty where an end is open. */
  readonly days: (earliest: string, latest: string) => string;
  /** `tirsdag den 9. april 2024` */
  readonly weekday: (moment: string | Date) => string;
  /** `9.514.542 kr.`; øre only when not 0. */
  readonly amount: (oere: number) => string;
  /** `214 kB` */
  readonly size: (bytes: number) => string;
  /** `Randers, Norddjurs og Favrskov` */
  readonly list: (parts: readonly string[]) => string;
}

export function formatIn(lang: Language): Format {
  const danish = lang === "da";
  const locale = danish ? "da-DK" : "en-GB";
  const dates = (options: Intl.DateTimeFormatOptions): ((moment: string | Date) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    return (moment) => formatter.format(typeof moment === "string" ? new Date(moment) : moment);
  };
  const clock = dates({ hour: "2-digit", minute: "2-digit" });
  const prefix = danish ? `kl.${NO_BREAK}` : "";
  const day = dates({ day: "numeric", month: "long", year: "numeric" });
  const month = dates({ month: "long", year: "numeric" });
  const whole = new Intl.NumberFormat(locale);
  const listed = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    time: (moment) => prefix + clock(moment),
    span: (from, to) => prefix + clock(from) + (to === null ? "" : EN_DASH + clock(to)),
    day,
    month,
    days: (earliest, latest) => {
      if (earliest === latest) return day(earliest);
      if (earliest <= NO_EARLIEST || latest >= NO_LATEST) return "";
      if (isYear(earliest, latest)) return earliest.slice(0, 4);
      return isMonth(earliest, latest) ? month(earliest) : `${day(earliest)} ${EN_DASH} ${day(latest)}`;
    },
    weekday: dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    amount: (oere) => {
      // In whole numbers from end to end: a division would lose an øre of a large amount.
      const rest = Math.abs(oere) % OERE;
      const kroner = whole.format((Math.abs(oere) - rest) / OERE);
      const number = rest === 0 ? kroner : `${kroner}${danish ? "," : "."}${String(rest).padStart(2, "0")}`;
      const sign = oere < 0 ? MINUS : "";
      return danish ? `${sign}${number}${NO_BREAK}kr.` : `${sign}DKK${NO_BREAK}${number}`;
    },
    size: (bytes) => `${whole.format(Math.max(1, Math.round(bytes / KILO)))}${NO_BREAK}kB`,
    list: (parts) => listed.format(parts),
  };
}

/** Whether two days are the first and the last of one month. */
function isMonth(earliest: string, latest: string): boolean {
  const next = new Date(`${latest}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return earliest.endsWith("-01") && earliest.slice(0, 7) === latest.slice(0, 7) && next.getUTCDate() === 1;
}

/** Whether two days are the first and the last of one year. */
function isYear(earliest: string, latest: string): boolean {
  return earliest.endsWith("-01-01") && latest === `${earliest.slice(0, 4)}-12-31`;
}

export const format: Format = formatIn(language);

/** A capital letter, for the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** Whether an item is numbered; of one known from a paper alone a dash may stand where the number would. */
export function isNumber(number: string): boolean {
  return /[\p{L}\p{N}]/u.test(number);
}
