/** The words of a decision that is being written, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { DecisionWords } from "./da.ts";

// English is fetched by those who read it.
export const decision: DecisionWords = language === "en" ? (await import("./en.ts")).en : da;
