import { useSignal } from "@preact/signals";
import { LineField } from "../forms/fields.tsx";
import { listOf } from "../lists/address.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Line } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { changed } from "./address.ts";
import { found } from "./answers.ts";
import type { Hit, Hits } from "./answers.ts";
import { useAsked } from "./asked.ts";
import { useHistory } from "./history-page.ts";
import { piecesOf } from "./marked.ts";
import { Sentence } from "./Sentence.tsx";
import { asItWas } from "./as-it-was.ts";

const words = history.search;

/** What was written or said, by its words: what the reader may see of it today. */
export function Search() {
  const { scope, asked } = useHistory().address;
  const { sought, at } = asked;
  const { answer, fault, missing, more } = useAsked<Hits>(sought === null ? null : () => found(scope, sought, at, null));
  const told = answer.value;
  // Later pages are of the moment that the first one told.
  const next = (after: number): void => {
    if (sought !== null && told !== null) more(() => found(scope, sought, String(told.position), after), joined);
  };
  return (
    <section aria-labelledby="search">
      <h2 id="search">{words.heading}</h2>
      <SearchForm />
      {at !== null && <p>{words.asThen(at)}</p>}
      {fault.value !== null && <Alert tone="error" heading={fault.value} />}
      {sought !== null && told === null && fault.value === null && !missing.value && <p class="quiet">{history.loading}</p>}
      {missing.value && <Alert tone="info" heading={lists.notFound} />}
      {told?.hits.length === 0 && <p class="empty">{words.none}</p>}
      {told !== null && told.hits.length > 0 && (
        <>
          <Table
            name={words.heading}
            rows={told.hits.map((row) => ({ key: `hit-${row.position}`, row }))}
            columns={[
              { head: words.where, cell: (row) => <Where row={row} /> },
              { head: words.what, wide: true, cell: (row) => <What row={row} /> },
            ]}
          />
          {told.next !== null && <Button onPress={() => next(told.next ?? 0)}>{words.more}</Button>}
        </>
      )}
    </section>
  );
}

function joined(before: Hits, next: Hits): Hits {
  return { ...next, hits: [...before.hits, ...next.hits] };
}

function SearchForm() {
  const { sought } = useHistory().address.asked;
  const typed = useSignal(sought ?? "");
  const error = useSignal<string | null>(null);
  const send = (event: Event): void => {
    event.preventDefault();
    const text = typed.value.trim();
    error.value = text === "" ? words.write : null;
    if (text !== "") location.assign(changed(location, { sought: text }));
  };
  return (
    <form class="form chooser" role="search" aria-label={words.heading} onSubmit={send} noValidate>
      <LineField
        id="search-words"
        label={words.label}
        hint={words.hint}
        value={typed.value}
        error={error.value}
        onValue={(value) => (typed.value = value)}
      />
      <Button kind="primary" type="submit">
        {words.send}
      </Button>
    </form>
  );
}

function Where({ row }: { row: Hit }) {
  const there = changed(location, { part: null, at: String(row.position), sought: null });
  const place = listOf(row.stream.id);
  return (
    <>
      {place === null ? <span lang="da">{row.stream.name}</span> : <a href={asItWas(place, row.position)} lang="da">{row.stream.name}</a>}
      <Line>{`${format.day(row.at)} ${format.time(row.at)}`}</Line>
      <Line>
        <a href={inLanguage(there, language)}>{history.trail.toMoment(row.position)}</a>
      </Line>
    </>
  );
}

/** The sentence of the event; and what stands around the words, where they stand in a text. */
function What({ row }: { row: Hit }) {
  return (
    <>
      {row.where !== "sentence" && (
        <span class="line" lang="da">
          {piecesOf(row.excerpt, row.words).map(({ text, found: isFound }, nth) => (isFound ? <mark key={nth}>{text}</mark> : text))}
        </span>
      )}
      <Sentence entry={row} />
    </>
  );
}
