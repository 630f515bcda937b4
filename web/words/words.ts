/** The words of the page, in its language. */

import { da } from "./da.ts";
import type { Words } from "./da.ts";
import { en } from "./en.ts";
import { language } from "./language.ts";

export const words: Words = language === "en" ? en : da;
