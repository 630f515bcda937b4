import { language } from "../words/language.ts";
import { words } from "../words/words.ts";

const PARAGRAPH = /\n\s*\n/;

/** Words of the record. They stay Danish in every language; null in a place that must hold words is an erasure. */
export function RecordText({ text }: { text: string | null }) {
  if (text === null) return <span class="quiet">{words.erased}</span>;
  return language === "da" ? <>{text}</> : <span lang="da">{text}</span>;
}

/** Longer words of the record, a blank line between paragraphs. */
export function RecordParagraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(PARAGRAPH).map((paragraph) => (
        <p key={paragraph}>
          <RecordText text={paragraph} />
        </p>
      ))}
    </>
  );
}
