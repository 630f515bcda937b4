/** The language of the page stands in its address (`?lang=en`), so that a link shows the same thing to everyone. */

export type Language = "da" | "en";

const PARAMETER = "lang";

export function languageOf(search: string): Language {
  return new URLSearchParams(search).get(PARAMETER) === "en" ? "en" : "da";
}

/** An address of ours in a given language. */
export function inLanguage(address: string, language: Language): string {
  const [path = "", hash] = address.split("#", 2);
  const [place = "", search = ""] = path.split("?", 2);
  const query = new URLSearchParams(search);
  if (language === "en") query.set(PARAMETER, "en");
  else query.delete(PARAMETER);
  const text = query.toString();
  return place + (text === "" ? "" : `?${text}`) + (hash === undefined ? "" : `#${hash}`);
}

export const language: Language = languageOf(globalThis.location?.search ?? "");
