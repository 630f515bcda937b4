/** Sealed texts: an event holds what commits to the words; who was given words can see that they are those. */

import { base64, bigEndian, fromBase64, joined, textOf, utf8, wholeNumber } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { fields } from "./folder.ts";
import { Refused } from "./refused.ts";
import { sha256 } from "./sha256.ts";

const SCHEME = utf8("klynge/commit/v1");
const SALT_BYTES = 32;
const STEPS_MAX = 64;

/** An opened text, as a line of a bundle tells it. */
export interface Opened {
  readonly position: number;
  readonly field: string;
  readonly salt: Bytes;
  /** JSON. */
  readonly value: Bytes;
}

export function readOpened(line: Bytes, path: string): Opened {
  const [at, field, salt, value] = fields(line, 4) ?? [];
  const position = at === undefined ? null : wholeNumber(textOf(at) ?? "");
  const name = field === undefined ? null : textOf(field);
  const drawn = salt === undefined ? null : fromBase64(textOf(salt) ?? "");
  if (position === null || name === null || value === undefined || drawn?.length !== SALT_BYTES) {
    throw new Refused("bad-line", path);
  }
  return { position, field: name, salt: drawn, value };
}

const prefixed = (part: Bytes): Bytes => joined(bigEndian(part.length, 4), part);

export function commitment(salt: Bytes, stream: Bytes, version: number, field: string, value: Bytes): Bytes {
  return sha256(SCHEME, salt, prefixed(stream), bigEndian(version, 8), prefixed(utf8(field)), prefixed(value));
}

/** What commits to the text at a place of an event, in base64; null: no text is sealed there. */
export function sealedAt(state: unknown, field: string): string | null {
  const steps = field.split("/");
  if (steps.shift() !== "" || steps.length === 0 || steps.length > STEPS_MAX) return null;
  let value = member(state, "event");
  for (const step of steps) value = member(value, step);
  const sealed = member(value, "c");
  return typeof sealed === "string" && typeof member(value, "box") === "string" ? sealed : null;
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Whether an opened text is the one that an event was recorded with. */
export function isOpenedOf(opened: Opened, state: unknown, stream: Bytes, version: number): boolean {
  const sealed = sealedAt(state, opened.field);
  return sealed === base64(commitment(opened.salt, stream, version, opened.field, opened.value));
}
