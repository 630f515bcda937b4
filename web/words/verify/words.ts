/** The words of the page where a bundle is verified, in its language. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { VerifyWords } from "./da.ts";

// English is fetched by those who read it.
export const verify: VerifyWords = language === "en" ? (await import("./en.ts")).en : da;
