import type { ComponentType } from "preact";
import { RowSheet } from "../rows/RowSheet.tsx";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { changed } from "./address.ts";
import type { Part } from "./address.ts";
import { Compare } from "./Compare.tsx";
import { useHistory } from "./history-page.ts";
import { Krone } from "./Krone.tsx";
import { RowHistory } from "./RowHistory.tsx";
import { Search } from "./Search.tsx";
import { Timeline } from "./Timeline.tsx";
import { Way } from "./Way.tsx";

const CONTENT: Record<Part, ComponentType> = {
  tid: Timeline,
  forskel: Compare,
  soeg: Search,
  raekke: RowHistory,
  vej: Way,
  krone: Krone,
};

/** What is reached from a row alone has no link of its own but while it is shown. */
const ALWAYS: readonly Part[] = ["tid", "forskel", "soeg"];

/** The history of a cluster: one part of the page at a time, each with an address of its own. */
export function History() {
  const { part } = useHistory().address.asked;
  const Content = CONTENT[part];
  return (
    <RowSheet title={history.title} lead={history.lead} here="historik" empty={history.empty}>
      <Parts part={part} />
      <Content />
    </RowSheet>
  );
}

function Parts({ part }: { part: Part }) {
  // The links lead to the moment that is looked at.
  const at = useHistory().moment.shown.value;
  const names = ALWAYS.includes(part) ? ALWAYS : [...ALWAYS, part];
  return (
    <nav aria-label={history.partsName} key={at}>
      <ul class="choices">
        {names.map((each) => (
          <li key={each}>
            <a
              href={inLanguage(changed(location, { part: each === "tid" ? null : each }), language)}
              aria-current={each === part ? "page" : undefined}
            >
              {history.parts[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
