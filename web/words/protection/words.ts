/** The words of the page of data protection, in its language. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ProtectionWords } from "./da.ts";

// English is fetched by those who read it.
export const protection: ProtectionWords = language === "en" ? (await import("./en.ts")).en : da;
