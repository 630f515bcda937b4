/** The words of these pages, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { PlanWords } from "./da.ts";

// English is fetched by those who read it.
export const plan: PlanWords = language === "en" ? (await import("./en.ts")).en : da;
