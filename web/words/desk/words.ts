/** The words of the desk, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { DeskWords } from "./da.ts";
import { en } from "./en.ts";

export const desk: DeskWords = language === "en" ? en : da;
