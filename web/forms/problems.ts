/** What the server says of a command, in the reader's language, and which field it is about. */

import type { Problem } from "../../clients/ts/messages.ts";
import { language } from "../words/language.ts";

/** As the record looks for one: a day, a month, a year of two digits and four more. */
const CPR = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/;

export function reasonOf({ detail, detail_en, title }: Problem): string {
  return (language === "en" ? (detail_en ?? detail) : detail) ?? title;
}

/** The field a problem is about; null where it is about the whole. */
export function fieldOf(problem: Problem, values: object): string | null {
  if (problem.code === "text.cpr") {
    const found = Object.entries(values).find(([, value]) => typeof value === "string" && CPR.test(value));
    return found?.[0] ?? null;
  }
  const [, first] = problem.pointer?.split("/") ?? [];
  return first !== undefined && first in values ? first : null;
}
