/** The words of the desk, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { DeskWords } from "./da.ts";

// English is fetched by those who read it.
export const desk: DeskWords = language === "en" ? (await import("./en.ts")).en : da;
