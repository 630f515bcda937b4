/** The words of raised hands, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { HandWords } from "./da.ts";

// English is fetched by those who read it.
export const hand: HandWords = language === "en" ? (await import("./en.ts")).en : da;
