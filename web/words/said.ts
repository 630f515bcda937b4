import { language } from "./language.ts";
import { record } from "./record.ts";

/**
 * The word for a stored value, by its vocabulary in kebab case (`plain-outcome`). A value that is newer than this page
 * stands as it is stored, which is readable English.
 */
export function said(vocabulary: string, value: string): string {
  const word = record[`${vocabulary}/${value}`] ?? record[value];
  return word === undefined ? value.replaceAll("-", " ") : word[language];
}

/** Some outcomes say all in their name, others carry more: they are two vocabularies of the record. */
export function saidOutcome(stored: string): string {
  // The outcome is stored as what it does, and its word is shorter.
  const value = stored === "establishes-body" ? "establishes" : stored;
  return said(`plain-outcome/${value}` in record ? "plain-outcome" : "outcome-word", value);
}
