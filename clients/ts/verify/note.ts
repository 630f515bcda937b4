/** A note and who signed it (C2SP signed-note), and the head of a log that it tells (C2SP tlog-checkpoint). */

import { fromBase64, utf8, wholeNumber } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { HASH_BYTES } from "./tree.ts";

export const NOTE_BYTES_MAX = 64 * 1024;
const SIGNATURES_MAX = 64;
const DASH = "— ";
const KEY_ID_BYTES = 4;
const HEAD_LINES = 3;

export interface Signature {
  readonly name: string;
  readonly keyId: Bytes;
  /** Of a log's key 64 bytes; of a witness's the time before them. */
  readonly body: Bytes;
}

export interface Note {
  readonly text: string;
  readonly signatures: readonly Signature[];
}

export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
}

/** Null: it is not written as a note is. */
export function readNote(said: string): Note | null {
  const gap = said.lastIndexOf("\n\n");
  const below = said.slice(gap + 2);
  if (utf8(said).length > NOTE_BYTES_MAX || /[\0-\x09\x0b-\x1f]/.test(said)) return null;
  if (gap < 1 || !below.endsWith("\n")) return null;
  const signatures = below.slice(0, -1).split("\n").map(readSignature);
  if (signatures.length > SIGNATURES_MAX || !signatures.every((each) => each !== null)) return null;
  return { text: said.slice(0, gap + 1), signatures };
}

function readSignature(line: string): Signature | null {
  const [name = "", said = "", ...more] = line.startsWith(DASH) ? line.slice(DASH.length).split(" ") : [];
  const body = fromBase64(said);
  if (!isName(name) || more.length > 0 || body === null || body.length <= KEY_ID_BYTES) return null;
  return { name, keyId: body.subarray(0, KEY_ID_BYTES), body: body.subarray(KEY_ID_BYTES) };
}

/** Whether somebody who signs may be called so. */
export const isName = (name: string): boolean => /^[^\s+]+$/u.test(name);

/** What a note's text says as a head; lines after the third are for others to read. Null: it says none. */
export function headOf(text: string): Head | null {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length < HEAD_LINES || lines.includes("")) return null;
  const [origin = "", count = "", said = ""] = lines;
  const size = wholeNumber(count);
  const root = rootOf(said);
  return size === null || root === null ? null : { origin, size, root };
}

export function rootOf(said: string): Bytes | null {
  const root = fromBase64(said);
  return root !== null && root.length === HASH_BYTES ? root : null;
}
