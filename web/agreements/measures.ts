/** Values as they are said: a share, a number, a colour, a time. */

import { agreed } from "../words/agreed/words.ts";
import { language } from "../words/language.ts";
import { plan } from "../words/plan/words.ts";
import type { Value } from "./rows.ts";

const MINUS = "\u2212";
const NO_BREAK = "\u00a0";
const WHOLE_PERCENT = 100;
const number = new Intl.NumberFormat(language === "en" ? "en-GB" : "da-DK", { maximumFractionDigits: 2 });

export function measured(value: Value): string {
  switch (value.type) {
    case "percent":
      return `${signed(value.bp / WHOLE_PERCENT)}${NO_BREAK}%`;
    case "count":
      return signed(value.count);
    case "colour":
      return (plan.colours as Record<string, string>)[value.colour] ?? value.colour;
    case "time":
      return agreed.indicators.minutes(number.format(value.minutes));
  }
}

function signed(value: number): string {
  return `${value < 0 ? MINUS : ""}${number.format(Math.abs(value))}`;
}
