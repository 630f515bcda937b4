/** Numbers, days and times as a secretary writes them. Formatters are made once. */

import { language } from "./language.ts";
import type { Language } from "./language.ts";

const ZONE = "Europe/Copenhagen";
const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
const EN_DASH = "\u2013";
const OERE = 100;
const KILO = 1_000;

export interface Format {
  /** `kl. 18.28` */
  readonly time: (moment: string | Date) => string;
  /** `kl. 18.00–19.00`; without an end the beginning alone. */
  readonly span: (from: string, to: string | null) => string;
  /** `9. april 2024` */
  readonly day: (moment: string | Date) => string;
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
  const whole = new Intl.NumberFormat(locale);
  const withOere = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  const listed = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    time: (moment) => prefix + clock(moment),
    span: (from, to) => prefix + clock(from) + (to === null ? "" : EN_DASH + clock(to)),
    day: dates({ day: "numeric", month: "long", year: "numeric" }),
    weekday: dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    amount: (oere) => {
      const number = (oere % OERE === 0 ? whole : withOere).format(Math.abs(oere) / OERE);
      const sign = oere < 0 ? MINUS : "";
      return danish ? `${sign}${number}${NO_BREAK}kr.` : `${sign}DKK${NO_BREAK}${number}`;
    },
    size: (bytes) => `${whole.format(Math.max(1, Math.round(bytes / KILO)))}${NO_BREAK}kB`,
    list: (parts) => listed.format(parts),
  };
}

export const format: Format = formatIn(language);

/** A capital letter, for the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
