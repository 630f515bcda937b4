/** The words of these pages, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { AgreedWords } from "./da.ts";

// English is fetched by those who read it.
export const agreed: AgreedWords = language === "en" ? (await import("./en.ts")).en : da;
