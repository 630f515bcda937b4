/** The files of a bundle, read in slices: a log of a million events is larger than a browser's memory. */

import { joined } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { Refused } from "./refused.ts";

export const SLICE_BYTES = 1024 * 1024;
/** No state of an event comes near it. */
export const LINE_BYTES_MAX = 16 * 1024 * 1024;
const LINE_END = 0x0a;

/** A file of a browser is one. */
export interface Held {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** By their paths within the bundle. */
export type Folder = ReadonlyMap<string, Held>;

/** Called after each slice, with its size: what is read shows on the page, and the page lives. */
export type Progress = (bytes: number) => Promise<void>;

export async function* slices(held: Held, progress: Progress, bytes = SLICE_BYTES): AsyncGenerator<Bytes> {
  for (let at = 0; at < held.size; at += bytes) {
    const slice = new Uint8Array(await held.slice(at, Math.min(at + bytes, held.size)).arrayBuffer());
    yield slice;
    await progress(slice.length);
  }
}

/** A file's lines without their ends; a last line that does not end is refused. */
export async function* lines(
  path: string,
  held: Held,
  progress: Progress,
  bytes = SLICE_BYTES,
): AsyncGenerator<Bytes> {
  let rest: Bytes = new Uint8Array();
  for await (const slice of slices(held, progress, bytes)) {
    let from = 0;
    for (let end = slice.indexOf(LINE_END); end !== -1; end = slice.indexOf(LINE_END, from)) {
      const line = slice.subarray(from, end);
      yield rest.length === 0 ? line : joined(rest, line);
      rest = new Uint8Array();
      from = end + 1;
    }
    if (rest.length + slice.length - from > LINE_BYTES_MAX) throw new Refused("line-too-long", path);
    rest = joined(rest, slice.subarray(from));
  }
  if (rest.length > 0) throw new Refused("cut-off", path);
}

/** A small file whole. */
export async function whole(path: string, held: Held | undefined, most: number): Promise<Bytes> {
  if (held === undefined) throw new Refused("missing-file", path);
  if (held.size > most) throw new Refused("file-too-large", path);
  return new Uint8Array(await held.slice(0, held.size).arrayBuffer());
}

/** A line's fields, at most so many: the last holds whatever else there is. */
export function fields(line: Bytes, count: number): Bytes[] | null {
  const found: Bytes[] = [];
  let from = 0;
  while (found.length < count - 1) {
    const end = line.indexOf(0x09, from);
    if (end === -1) return null;
    found.push(line.subarray(from, end));
    from = end + 1;
  }
  const last = line.subarray(from);
  return last.includes(0x09) ? null : [...found, last];
}
