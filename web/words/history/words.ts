/** The words of the page of history, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { HistoryWords } from "./da.ts";

// English is fetched by those who read it.
export const history: HistoryWords = language === "en" ? (await import("./en.ts")).en : da;
