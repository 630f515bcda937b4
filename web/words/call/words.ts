/** The words of the call, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { CallWords } from "./da.ts";

// English is fetched by those who read it.
export const call: CallWords = language === "en" ? (await import("./en.ts")).en : da;
