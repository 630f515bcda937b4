import { useSignal } from "@preact/signals";
import { DayField } from "../forms/DayField.tsx";
import { ChoiceField } from "../forms/fields.tsx";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { protection } from "../words/protection/words.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";
import { PersonChoice } from "./PersonChoice.tsx";
import type { Read } from "./rows.ts";
import { askedBy, EMPTY_SEARCH } from "./search.ts";
import type { SearchValues } from "./search.ts";
import type { Watching } from "./watching.ts";

const { reads } = protection;

/** The reads that were found, the latest first. */
export function Reads({ watching }: { watching: Watching }) {
  const found = watching.reads.value;
  const failed = useSignal(false);
  if (found === undefined) return <p class="quiet late">{protection.loading}</p>;
  if (found.length === 0) return <p class="empty">{reads.none}</p>;
  const officer = watching.isOfficer.value;
  const name = reads.found(found.length, watching.next.value !== null);
  const more = (): void => {
    failed.value = false;
    watching.more().catch(() => (failed.value = true));
  };
  return (
    <>
      <p>{name}</p>
      <Table<Read>
        name={name}
        rows={found.map((row, nth) => ({ key: `read-${nth}`, row }))}
        columns={[
          { head: reads.heads.at, cell: ({ at }) => `${format.day(at)} ${format.time(at)}` },
          { head: reads.heads.who, cell: (row) => <Who row={row} /> },
          ...(officer ? [{ head: reads.heads.right, cell: right }] : []),
          ...(officer ? [{ head: reads.heads.about, wide: true, cell: about }] : []),
          { head: reads.heads.via, cell: ({ via }) => reads.via[via] ?? via },
        ]}
      />
      {failed.value && <Alert tone="error" heading={words.failed("")} />}
      {watching.next.value !== null && <Button onPress={more}>{reads.more}</Button>}
    </>
  );
}

function Who({ row }: { row: Read }) {
  const told = [row.function, row.party].filter((each) => each !== null).join(", ");
  if (row.reader === null) return <span lang="da">{told}</span>;
  return (
    <span lang="da">
      {row.reader.name}
      {told !== "" && <span class="quiet"> {told}</span>}
    </span>
  );
}

function right({ body, office }: Read): string {
  if (body !== null) return body.name;
  return office === null ? reads.noRight : reads.office(said("office", office));
}

function about({ about: whom, item }: Read): string {
  return item === null ? whom.name : `${whom.name}, ${reads.item(item)}`;
}

/** Whom one searches for, and between which days. */
export function Search({ watching }: { watching: Watching }) {
  const values = useSignal<SearchValues>(EMPTY_SEARCH);
  const wrong = useSignal<readonly string[]>([]);
  const failed = useSignal(false);
  const field = (name: keyof SearchValues) => ({
    id: `search-${name}`,
    value: values.value[name],
    error: wrong.value.includes(name) ? reads.badDay : null,
    onValue: (value: string) => (values.value = { ...values.value, [name]: value }),
  });
  const search = (event: Event): void => {
    event.preventDefault();
    const question = askedBy(values.value);
    wrong.value = "wrong" in question ? question.wrong : [];
    failed.value = false;
    if ("asked" in question) watching.search(question.asked).catch(() => (failed.value = true));
  };
  return (
    <form class="form" aria-label={reads.search} onSubmit={search} noValidate>
      {failed.value && <Alert tone="error" heading={words.failed("")} />}
      <PersonChoice watching={watching} findId="search-find" field={field("person")} none={reads.anybody} />
      <ChoiceField
        {...field("as")}
        label={reads.as}
        choices={[
          { value: "about", label: reads.about },
          { value: "reader", label: reads.reader },
        ]}
        none={protection.erasures.choose}
      />
      <DayField {...field("from")} label={reads.from} />
      <DayField {...field("to")} label={reads.to} />
      <div class="button-group">
        <Button kind="primary" type="submit">
          {reads.send}
        </Button>
      </div>
    </form>
  );
}
