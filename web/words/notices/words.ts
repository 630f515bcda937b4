/** The words of the page of notices, in its language. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { NoticesWords } from "./da.ts";

// English is fetched by those who read it.
export const notices: NoticesWords = language === "en" ? (await import("./en.ts")).en : da;
