/** Events and opened texts of a bundle, line by line, in the order of the log. */

import { textOf, wholeNumber } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { LINE_BYTES_MAX, fields, lines } from "./folder.ts";
import type { Folder, Progress } from "./folder.ts";
import { Refused } from "./refused.ts";
import { readOpened } from "./texts.ts";
import type { Opened } from "./texts.ts";
import type { Row } from "./tree.ts";

const EVENTS = /^events\/\d{7}\.tsv$/;
const TEXTS = /^texts\/\d{7}\.tsv$/;

export interface Event {
  readonly position: number;
  readonly row: Row;
}

const pathsIn = (folder: Folder, which: RegExp): string[] => [...folder.keys()].filter((each) => which.test(each)).sort();

export async function* eventsOf(folder: Folder, progress: Progress): AsyncGenerator<Event, undefined> {
  let before = 0;
  for (const path of pathsIn(folder, EVENTS)) {
    for await (const line of lines(path, folder.get(path)!, progress)) {
      const event = eventOf(line);
      if (event === null || event.position <= before) throw new Refused("bad-line", `${path}, ${before}`);
      before = event.position;
      yield event;
    }
  }
  return undefined;
}

function eventOf(line: Bytes): Event | null {
  const [position, stream, version, tag, recordedAt, state] = fields(line, 6) ?? [];
  if (!position || !stream || !version || !tag || !recordedAt || !state) return null;
  const at = wholeNumber(textOf(position) ?? "");
  const numbers = [version, recordedAt].every((each) => wholeNumber(textOf(each) ?? "") !== null);
  if (at === null || !numbers || state.length > LINE_BYTES_MAX) return null;
  return { position: at, row: { position, stream, version, tag, recordedAt, state } };
}

export async function* textsOf(folder: Folder, progress: Progress): AsyncGenerator<Opened, undefined> {
  let before: Opened | null = null;
  for (const path of pathsIn(folder, TEXTS)) {
    for await (const line of lines(path, folder.get(path)!, progress)) {
      const opened = readOpened(line, path);
      if (before !== null && !isAfter(opened, before)) throw new Refused("bad-line", path);
      before = opened;
      yield opened;
    }
  }
  return undefined;
}

const isAfter = (one: Opened, other: Opened): boolean =>
  one.position > other.position || (one.position === other.position && one.field > other.field);
