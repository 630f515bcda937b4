import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Button } from "../parts/Button.tsx";
import { lists } from "../words/lists/words.ts";
import type { Keyed } from "./page.ts";

const SHOWN_AT_FIRST = 200;

export interface Column<R> {
  readonly head: string;
  readonly cell: (row: R, key: string) => ComponentChildren;
  /** Holds the longest words, and gets the most room. */
  readonly wide?: boolean;
  /** Holds a number, and needs little room. */
  readonly narrow?: boolean;
  /** Holds an amount: on the right, and never broken. */
  readonly amount?: boolean;
}

interface TableProps<R> {
  /** What the table holds, for those who do not see where it stands. */
  readonly name: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly Keyed<R>[];
}

/**
 * A table; on a small screen each row is a block, its cells under each other with their heads. The roles are said
 * because a block is no table cell to a screen reader any more.
 */
export function Table<R>({ name, columns, rows }: TableProps<R>) {
  const shown = useSignal(SHOWN_AT_FIRST);
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <>
      <table class="rows" role="table" aria-label={name}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, wide = false, narrow = false, amount = false }) => (
              <th key={head} role="columnheader" scope="col" class={wide ? "wide" : narrow ? "narrow" : amount ? "amount" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, shown.value).map(({ key, row }) => (
            <tr key={key} id={key} role="row" tabIndex={-1}>
              <th role="rowheader" scope="row">
                {first.cell(row, key)}
              </th>
              {others.map(({ head, cell, amount = false }) => (
                <td key={head} role="cell" class={amount ? "amount" : undefined}>
                  <span class="cell-head" aria-hidden="true">
                    {head}
                  </span>
                  {cell(row, key)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.value && (
        <Button onPress={() => (shown.value += SHOWN_AT_FIRST)}>{lists.more(rows.length - shown.value)}</Button>
      )}
    </>
  );
}
