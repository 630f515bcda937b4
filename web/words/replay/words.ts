/** The words of the bar under a page of the past, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ReplayWords } from "./da.ts";

// English is fetched by those who read it.
export const replay: ReplayWords = language === "en" ? (await import("./en.ts")).en : da;
