import type { Named } from "../../clients/ts/messages.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { inLanguage, language } from "../words/language.ts";
import { plan } from "../words/plan/words.ts";

interface Told {
  readonly initiative: Named;
  readonly number: string | null;
  readonly title: string | null;
}

/** An initiative by its number and title; leads to its trail. */
export function InitiativeLink({ row }: { row: Told }) {
  const [scope, , name] = row.initiative.id.split("/");
  return (
    <a href={inLanguage(`/${scope}/indsats/${name}`, language)}>
      <RecordText text={nameOf(row)} />
    </a>
  );
}

export function nameOf({ number, title }: Told): string {
  return plan.initiative(number, title ?? plan.untitled);
}
