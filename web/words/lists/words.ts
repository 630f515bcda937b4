/** The words of the list pages, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ListWords } from "./da.ts";

// English is fetched by those who read it.
export const lists: ListWords = language === "en" ? (await import("./en.ts")).en : da;
