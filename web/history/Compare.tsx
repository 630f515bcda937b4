import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Line } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { changed } from "./address.ts";
import { compared } from "./answers.ts";
import type { Comparison, Difference } from "./answers.ts";
import { useAsked } from "./asked.ts";
import { Changes } from "./Changes.tsx";
import { CompareForm } from "./CompareForm.tsx";
import { rowName } from "./fields.ts";
import { useHistory } from "./history-page.ts";
import { SentenceTable } from "./Sentences.tsx";

const words = history.compare;
/** So many of one row are told at most. */
const EVENTS_OF_ROW_MAX = 10;

/** Two moments of a topic: which rows differ, how, and what happened in between. */
export function Compare() {
  const { topic, from, to } = useHistory().address.asked;
  const asked = topic === null || from === null ? null : { topic, from, to };
  const { answer, fault, missing, more } = useAsked<Comparison>(
    asked === null ? null : () => compared(asked.topic, asked.from, asked.to, null),
  );
  const told = answer.value;
  // Later pages are of the moments that the first one told.
  const next = (after: string): void => {
    if (asked === null || told === null) return;
    more(() => compared(asked.topic, String(told.from_position), String(told.to_position), after), joined);
  };
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{words.heading}</h2>
      <CompareForm />
      {fault.value !== null && <Alert tone="error" heading={fault.value} />}
      {missing.value && <Alert tone="info" heading={lists.notFound} />}
      {asked !== null && told === null && fault.value === null && !missing.value && <p class="quiet">{history.loading}</p>}
      {told !== null && (
        <>
          <h3>{words.differences(told.from_position, told.to_position)}</h3>
          <Differences told={told} />
          {told.next !== null && <Button onPress={() => next(told.next ?? "")}>{words.more}</Button>}
          {told.sentences.length > 0 && (
            <>
              <h3>{words.sentences(told.sentences.length)}</h3>
              {told.rows.some(({ events }) => events.length >= EVENTS_OF_ROW_MAX) && <p>{words.firstOfMany}</p>}
              <SentenceTable name={words.sentences(told.sentences.length)} entries={told.sentences} />
            </>
          )}
        </>
      )}
    </section>
  );
}

/** An event that changed rows on both pages is told once. */
function joined(before: Comparison, next: Comparison): Comparison {
  const sentences = [...before.sentences, ...next.sentences].map((each) => [each.position, each] as const);
  return {
    ...next,
    rows: [...before.rows, ...next.rows],
    sentences: [...new Map(sentences).values()].sort((a, b) => a.position - b.position),
  };
}

function Differences({ told }: { told: Comparison }) {
  if (told.rows.length === 0) return <p class="empty">{words.same}</p>;
  const added = told.rows.filter(({ before }) => before === null).length;
  const gone = told.rows.filter(({ after }) => after === null).length;
  return (
    <>
      <p class="counts">
        {words.counts(added, told.rows.length - added - gone, gone)}
        {told.next !== null && ` ${words.andMore}`}
      </p>
      <Table
        name={words.differences(told.from_position, told.to_position)}
        rows={told.rows.map((row) => ({ key: row.key, row }))}
        columns={[
          { head: words.row, cell: (row) => <Which topic={told.topic} row={row} /> },
          { head: words.what, wide: true, cell: (row) => <How row={row} /> },
        ]}
      />
    </>
  );
}

function Which({ topic, row }: { topic: string; row: Difference }) {
  const there = changed(location, { part: "raekke", topic, key: row.key, from: null, to: null, at: null });
  return (
    <>
      <span lang="da">{rowName(row.key, row.after, row.before)}</span>
      <Line>
        <a href={inLanguage(there, language)}>{words.history}</a>
      </Line>
    </>
  );
}

function How({ row }: { row: Difference }) {
  return (
    <>
      <strong>{row.before === null ? words.added : row.after === null ? words.gone : words.changed}</strong>
      <Changes before={row.before} after={row.after} />
    </>
  );
}
