import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listOf } from "../lists/address.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Line } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { changed } from "./address.ts";
import { Filter } from "./Filter.tsx";
import { useHistory } from "./history-page.ts";
import { Sentence } from "./Sentence.tsx";
import { asItWas } from "./as-it-was.ts";
import { someOf } from "./trail.ts";
import type { Entry, TrailAsked } from "./trail.ts";

const PAGE = 20;
const words = history.trail;

interface Told {
  readonly entries: readonly Entry[];
  readonly next: number | null;
}

/** What had happened until the moment, the latest first: all of it, or what is picked out. */
export function Sentences() {
  const { askTrail, moment, address } = useHistory();
  const { body, person, kind } = address.asked;
  const told = useSignal<Told | null>(null);
  const failed = useSignal(false);
  const position = moment.shown.value;
  const ask = (from: Pick<TrailAsked, "at" | "after">) =>
    someOf(askTrail, { ...from, order: "newest", limit: PAGE, body, person, kind });
  useEffect(() => {
    let over = false;
    failed.value = false;
    ask({ at: String(position) }).then(
      (page) => {
        if (!over) told.value = page;
      },
      () => {
        if (!over) failed.value = true;
      },
    );
    return () => {
      over = true;
    };
  }, [position]);
  const more = (next: number): void => {
    failed.value = false;
    const before = told.peek()?.entries ?? [];
    ask({ after: next }).then(
      (page) => {
        if (moment.shown.peek() === position) told.value = { entries: [...before, ...page.entries], next: page.next };
      },
      () => (failed.value = true),
    );
  };
  return (
    <section aria-labelledby="sentences">
      <h2 id="sentences">{words.heading}</h2>
      <Filter />
      {told.value !== null && told.value.entries.length === 0 && (
        <p class="empty">{told.value.next === null ? words.none : words.noneYet}</p>
      )}
      {told.value !== null && told.value.entries.length > 0 && <SentenceTable name={words.heading} entries={told.value.entries} />}
      {failed.value && <Alert tone="error" heading={words.moreFailed} />}
      {told.value?.next != null && <Button onPress={() => more(told.value?.next ?? 0)}>{words.more}</Button>}
    </section>
  );
}

/** Sentences under each other, each with the way to its moment and its place. */
export function SentenceTable({ name, entries }: { name: string; entries: readonly Entry[] }) {
  return (
    <Table
      name={name}
      rows={entries.map((row) => ({ key: `event-${row.position}`, row }))}
      columns={[
        { head: words.event, cell: (row) => <Where row={row} /> },
        { head: words.sentence, wide: true, cell: (row) => <What row={row} /> },
        { head: words.who, cell: (row) => <span lang="da">{row.by.name}</span> },
      ]}
    />
  );
}

function Where({ row }: { row: Entry }) {
  const there = changed(location, { part: null, at: String(row.position) });
  return (
    <>
      <a href={inLanguage(there, language)}>{words.toMoment(row.position)}</a>
      <Line>{`${format.day(row.at)} ${format.time(row.at)}`}</Line>
    </>
  );
}

function What({ row }: { row: Entry }) {
  const place = listOf(row.stream.id);
  return (
    <>
      <Sentence entry={row} />
      <Line>
        <span lang="da">{row.stream.name}</span>
        {place !== null && (
          <>
            {" – "}
            <a href={asItWas(place, row.position)}>{words.place}</a>
          </>
        )}
      </Line>
    </>
  );
}
