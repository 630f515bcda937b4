/** The words of the chairs, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ChairWords } from "./da.ts";

// English is fetched by those who read it.
export const chair: ChairWords = language === "en" ? (await import("./en.ts")).en : da;
