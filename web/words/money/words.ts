/** The words of these pages, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { MoneyWords } from "./da.ts";

// English is fetched by those who read it.
export const money: MoneyWords = language === "en" ? (await import("./en.ts")).en : da;
