import { RecordText } from "../parts/RecordText.tsx";
import { language } from "../words/language.ts";

/** The sentence of an event, in the language of the page. */
export function Sentence({ entry }: { entry: { readonly da: string; readonly en: string } }) {
  return language === "da" ? <RecordText text={entry.da} /> : <>{entry.en}</>;
}
