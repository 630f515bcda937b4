/** The words of the call, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { CallWords } from "./da.ts";
import { en } from "./en.ts";

export const call: CallWords = language === "en" ? en : da;
