/** Addresses of our pages, as they were. */

import { inLanguage, language } from "../words/language.ts";

/** The page at an address as it was at a position. */
export function asItWas(address: string, position: number): string {
  const [place = "", hash] = address.split("#", 2);
  return inLanguage(`${place}?at=${position}${hash === undefined ? "" : `#${hash}`}`, language);
}
