/** The words of the list pages, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ListWords } from "./da.ts";
import { en } from "./en.ts";

export const lists: ListWords = language === "en" ? en : da;
