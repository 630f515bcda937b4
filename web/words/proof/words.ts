/** The words of the proof on minutes, in the language of the page. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { ProofWords } from "./da.ts";

// English is fetched by those who read it.
export const proof: ProofWords = language === "en" ? (await import("./en.ts")).en : da;
