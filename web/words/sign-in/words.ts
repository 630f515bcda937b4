/** The words of the page of sign-in, in its language. */

import { language } from "../language.ts";
import { da } from "./da.ts";
import type { SignInWords } from "./da.ts";

// English is fetched by those who read it.
export const signIn: SignInWords = language === "en" ? (await import("./en.ts")).en : da;
