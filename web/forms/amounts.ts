/** Amounts as they are typed, and the whole øre they are. Nothing passes through a fraction on the way. */

import { language } from "../words/language.ts";
import type { Language } from "../words/language.ts";

const OERE = 100;
/** `1234`, `1.234`, `1.234,50`, `1234,5`; thousands in threes or not at all. */
const WRITTEN: Readonly<Record<Language, RegExp>> = {
  da: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/,
};
const AROUND = /^DKK|kr\.?$|[\s\u00a0]/gi;

/** The whole øre of what is typed; null where it is no amount, nothing at all, or more than can be counted. */
export function oereOf(typed: string, written: Language = language): number | null {
  const [, kroner, rest = ""] = WRITTEN[written].exec(typed.trim().replace(AROUND, "")) ?? [];
  if (kroner === undefined) return null;
  const oere = Number(kroner.replace(/[.,]/g, "")) * OERE + Number(rest.padEnd(2, "0"));
  return oere > 0 && Number.isSafeInteger(oere) ? oere : null;
}
