import type { Keyed } from "./page.ts";
import { Table } from "./Table.tsx";
import type { Column } from "./Table.tsx";

interface GroupsProps<R> {
  readonly open: { readonly heading: string; readonly rows: readonly Keyed<R>[] };
  readonly ended: { readonly heading: string; readonly rows: readonly Keyed<R>[] };
  readonly columns: readonly Column<R>[];
  /** What stands where nothing is open. */
  readonly none: string;
}

/** What is open first; what is over can be opened. */
export function Groups<R>({ open, ended, columns, none }: GroupsProps<R>) {
  return (
    <>
      <h2>{open.heading}</h2>
      {open.rows.length === 0 ? (
        <p class="empty">{none}</p>
      ) : (
        <Table name={open.heading} rows={open.rows} columns={columns} />
      )}
      {ended.rows.length > 0 && (
        <details class="details ended">
          <summary class="details-summary">{ended.heading}</summary>
          <Table name={ended.heading} rows={ended.rows} columns={columns} />
        </details>
      )}
    </>
  );
}

/** Those with a deadline first, the nearest on top; the others as they came. */
export function byDeadline(
  a: Keyed<{ readonly answer_by: string | null }>,
  b: Keyed<{ readonly answer_by: string | null }>,
): number {
  return (a.row.answer_by ?? "9999").localeCompare(b.row.answer_by ?? "9999");
}
