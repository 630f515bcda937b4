import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { listOf } from "../lists/address.ts";
import { Line } from "../rows/place.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { changed } from "./address.ts";
import { versionsOf } from "./answers.ts";
import type { RowVersion, RowVersions } from "./answers.ts";
import { useAsked } from "./asked.ts";
import { Changes } from "./Changes.tsx";
import { rowName } from "./fields.ts";
import { useHistory } from "./history-page.ts";
import { Sentence } from "./Sentence.tsx";
import { asItWas } from "./as-it-was.ts";

const words = history.row;

/** One row from its first event on: what stood, and the event that made it so. */
export function RowHistory() {
  const { topic, key } = useHistory().address.asked;
  const { answer, fault, missing, more } = useAsked<RowVersions>(
    topic === null || key === null ? null : () => versionsOf(topic, key, null),
  );
  const versions = answer.value?.versions ?? [];
  const next = answer.value?.next ?? null;
  const name = rowName(key ?? "", ...versions.map(({ row }) => row).reverse());
  const older = (after: number): void => {
    if (topic !== null && key !== null) more(() => versionsOf(topic, key, after), joined);
  };
  return (
    <section aria-labelledby="row-history">
      <h2 id="row-history">{words.heading(name)}</h2>
      {fault.value !== null && <Alert tone="error" heading={fault.value} />}
      {topic === null || key === null || missing.value ? (
        <p class="empty">{words.none}</p>
      ) : (
        <p>{answer.value === null && fault.value === null ? history.loading : words.lead}</p>
      )}
      {versions.length > 0 && (
        <Table
          name={words.heading(name)}
          rows={versions.map((row, nth) => ({ key: `version-${row.position}`, row: { ...row, before: versions[nth - 1]?.row ?? null } }))}
          columns={[
            { head: history.trail.event, cell: (row) => <When row={row} /> },
            { head: history.trail.sentence, cell: (row) => <Behind row={row} /> },
            { head: history.compare.what, wide: true, cell: (row) => <How row={row} /> },
          ]}
        />
      )}
      {next !== null && <Button onPress={() => older(next)}>{words.more}</Button>}
    </section>
  );
}

function joined(before: RowVersions, next: RowVersions): RowVersions {
  return { ...next, versions: [...before.versions, ...next.versions] };
}

type Shown = RowVersion & { readonly before: RowVersion["row"] };

function When({ row }: { row: Shown }) {
  const there = changed(location, { part: null, at: String(row.position), topic: null, key: null });
  return (
    <>
      <a href={inLanguage(there, language)}>{history.trail.toMoment(row.position)}</a>
      <Line>{`${format.day(row.at)} ${format.time(row.at)}`}</Line>
    </>
  );
}

function Behind({ row }: { row: Shown }) {
  if (row.event === null) return <span class="quiet">{history.compare.onlyHidden}</span>;
  const place = listOf(row.event.stream.id);
  return (
    <>
      <Sentence entry={row.event} />
      <Line>
        <span lang="da">{row.event.by.name}</span>
        {place !== null && (
          <>
            {". "}
            <a href={asItWas(place, row.position)}>{words.page}</a>
          </>
        )}
      </Line>
    </>
  );
}

function How({ row }: { row: Shown }) {
  if (row.row === null) return <strong>{words.gone}</strong>;
  return (
    <>
      {row.before === null && <strong>{words.begun}</strong>}
      <Changes before={row.before} after={row.row} />
    </>
  );
}
