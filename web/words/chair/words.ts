/** The words of the chairs, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ChairWords } from "./da.ts";
import { en } from "./en.ts";

export const chair: ChairWords = language === "en" ? en : da;
