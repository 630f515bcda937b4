/** The words of the page, in its language. */

import { da } from "./da.ts";
import type { Words } from "./da.ts";
import { language } from "./language.ts";

// English is fetched by those who read it.
export const words: Words = language === "en" ? (await import("./en.ts")).en : da;
