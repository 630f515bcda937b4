/** Rows of any kind as fields that can be read: what stood before, what stands after, and nothing that is the same. */

import type { Row } from "../../clients/ts/messages.ts";
import { capital, format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { history } from "../words/history/words.ts";
import { said } from "../words/said.ts";
import { words } from "../words/words.ts";

export interface Changed {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What tells of the row itself, and changes with everything. */
const OF_THE_ROW = new Set(["type", "position", "version", "recorded_position"]);

/** The fields in which two versions of a row differ; of a row that was not there, all that hold something. */
export function changesBetween(before: Row | null, after: Row | null): readonly Changed[] {
  const [then, now] = [plain(before), plain(after)];
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((name) => !OF_THE_ROW.has(name));
  return names
    .filter((name) => JSON.stringify(then[name] ?? null) !== JSON.stringify(now[name] ?? null))
    .map((name) => ({ field: fieldName(name), before: told(name, then[name]), after: told(name, now[name]) }))
    // A list that was empty and one that is not there look the same.
    .filter((change) => change.before !== change.after);
}

/** What a row is called: by its title, its words, or its key. */
export function rowName(key: string, ...versions: readonly (Row | null)[]): string {
  for (const row of versions) {
    const fields = plain(row);
    for (const name of ["title", "subject", "name", "words", "text", "what"]) {
      const value = told(name, fields[name]);
      if (value !== null) return value;
    }
    const named = fields[String(fields["type"] ?? "")];
    if (isNamed(named)) return named.name;
  }
  return key;
}

function plain(row: Row | null): Readonly<Record<string, unknown>> {
  return (row ?? {}) as Readonly<Record<string, unknown>>;
}

function fieldName(name: string): string {
  return history.fields[name] ?? capital(name.replaceAll("_", " "));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;
const WORD = /^[a-z][a-z-]*$/;

/** A value in words; null where nothing stands. */
function told(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? history.yes : history.no;
  if (typeof value === "number") return field.endsWith("oere") ? format.amount(value) : String(value);
  if (typeof value === "string") return toldText(field, value);
  if (Array.isArray(value)) {
    const each = value.map((one) => told(field, one)).filter((one) => one !== null);
    return each.length === 0 ? null : each.join("; ");
  }
  if (isNamed(value)) return value.name;
  const inside = Object.entries(value)
    .map(([name, one]): [string, string | null] => [name, OF_THE_ROW.has(name) ? null : told(name, one)])
    .filter(([, one]) => one !== null);
  return inside.length === 0 ? null : inside.map(([name, one]) => `${fieldName(name)}: ${one}`).join(", ");
}

function toldText(field: string, value: string): string {
  if (DAY.test(value)) return format.day(value);
  if (MOMENT.test(value)) return `${format.day(value)} ${format.time(value)}`;
  if (!WORD.test(value) || WORDS_OF_PEOPLE.has(field)) return value;
  return STATES[value] ?? capital(said(field.replaceAll("_", "-"), value));
}

/** States are words of the pages, not of the record. */
const STATES: Readonly<Record<string, string>> = {
  ...words.phases,
  ...words.itemStates,
  ...lists.standings,
  ...lists.referralStates,
  ...lists.actionStates,
  ...lists.conditionStates,
  ...history.states,
};

/** Fields that hold what somebody wrote, never a stored word. */
const WORDS_OF_PEOPLE = new Set(["title", "text", "words", "what", "name", "reason", "summary", "role"]);

function isNamed(value: unknown): value is { readonly id: string; readonly name: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof (value as { name?: unknown }).name === "string";
}
