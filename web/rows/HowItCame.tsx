import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { usePage } from "./page.ts";
import { Line } from "./place.tsx";

/** An address in the history of the page's cluster, as of the moment that the page shows. */
export function useHistoryAddress(): (asked: Readonly<Record<string, string>>) => string {
  const { scope, at } = usePage().address;
  const then: Record<string, string> = at === null ? {} : { at };
  return (asked) => inLanguage(`/${scope}/historik?${new URLSearchParams({ ...asked, ...then }).toString()}`, language);
}

/** The way to how a row of the page's own topic came to be what it is. */
export function HowItCame({ row }: { row: string }) {
  const { topics } = usePage().address;
  const there = useHistoryAddress();
  return (
    <Line>
      <a href={there({ vis: "raekke", emne: topics[0] ?? "", noegle: row })}>{lists.howItCame}</a>
    </Line>
  );
}
