/** Numbers and days as plots and tables of figures show them: shorter than in a sentence. */

import { language } from "./language.ts";
import type { Language } from "./language.ts";

const ZONE = "Europe/Copenhagen";
const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
const OERE_OF_MILLION = 100_000_000;
const OERE_OF_THOUSAND = 100_000;

export interface Figures {
  /** `9. apr. 2024` */
  readonly shortDay: (day: string) => string;
  /** `apr. 24` */
  readonly monthAndYear: (day: string) => string;
  /** `9,5 mio.`, `500 t.`: of an axis, where a table beside it has the whole amount. */
  readonly round: (oere: number) => string;
  /** `31,5 %`: of a share in thousandths, always with one decimal, so that they stand under each other. */
  readonly percent: (thousandths: number) => string;
}

export function figuresIn(lang: Language): Figures {
  const danish = lang === "da";
  const locale = danish ? "da-DK" : "en-GB";
  const dates = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
    return (day) => formatter.format(new Date(day));
  };
  const month = dates({ month: "short" });
  const year = dates({ year: "2-digit" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const [million, thousand] = danish ? ["mio.", "t."] : ["m", "k"];
  return {
    shortDay: dates({ day: "numeric", month: "short", year: "numeric" }),
    monthAndYear: (day) => `${month(day)} ${year(day)}`,
    round: (oere) => {
      const size = Math.abs(oere);
      const sign = oere < 0 ? MINUS : "";
      if (size === 0) return "0";
      const [unit, word] = size >= OERE_OF_MILLION ? [OERE_OF_MILLION, million] : [OERE_OF_THOUSAND, thousand];
      return `${sign}${number.format(size / unit)}${NO_BREAK}${word}`;
    },
    percent: (thousandths) => `${share.format(thousandths / 10)}${NO_BREAK}%`,
  };
}

export const figures: Figures = figuresIn(language);
