/** The proof in the QR code on minutes (docs/printed-proof.md): one line that shows that one event stood in the log. */

import { base64, equal, wholeNumber } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { fits, timeOf } from "./keys.ts";
import type { Key } from "./keys.ts";
import { isName } from "./note.ts";
import type { Signature } from "./note.ts";
import { HASH_BYTES, verifyInclusion } from "./tree.ts";
import { enough } from "./trust.ts";
import type { Seen, Trust } from "./trust.ts";

export const SCHEME = "KLYNGE-PROOF/1";
const TEXT_CHARS_MAX = 8_192;
const COSIGNATURES_MAX = 3;
const HASHES_MAX = 2 + 63;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = KEY_ID_BYTES + 64;
const COSIGNATURE_BYTES = KEY_ID_BYTES + 8 + 64;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BITS = 5;

export interface Printed {
  readonly origin: string;
  readonly position: number;
  readonly size: number;
  readonly root: Bytes;
  readonly leaf: Bytes;
  readonly proof: readonly Bytes[];
  /** Key id and what follows it. */
  readonly signature: Bytes;
  readonly cosignatures: readonly Bytes[];
}

/** As it was read off paper, in whatever case. Null: it is not written as a printed proof is. */
export function readPrinted(text: string): Printed | null {
  if (text.length > TEXT_CHARS_MAX) return null;
  const [scheme, origin = "", at = "", count = "", hashes = "", own = "", ...others] = text.trim().toUpperCase().split(":");
  const [position, size] = [wholeNumber(at), wholeNumber(count)];
  if (scheme !== SCHEME || !isName(origin) || position === null || size === null) return null;
  if (position < 1 || position > size || others.length > COSIGNATURES_MAX) return null;
  const [root, leaf, ...proof] = hashesIn(hashes) ?? [];
  const signature = fromBase32(own, SIGNATURE_BYTES);
  const cosignatures = others.map((each) => fromBase32(each, COSIGNATURE_BYTES));
  if (root === undefined || leaf === undefined || signature === null) return null;
  if (!cosignatures.every((each) => each !== null)) return null;
  return { origin: origin.toLowerCase(), position, size, root, leaf, proof, signature, cosignatures };
}

export const isIncluded = ({ position, size, leaf, root, proof }: Printed): boolean =>
  verifyInclusion(position - 1, size, leaf, root, proof);

export type PrintedVerdict = "WITNESSED" | "UNWITNESSED" | "OTHER-ORIGIN" | "NOT-INCLUDED" | "UNSIGNED";

/** What a printed proof shows to somebody who believes these keys. */
export async function verifyPrinted(
  printed: Printed,
  trust: Trust,
): Promise<{ readonly verdict: PrintedVerdict; readonly seen: readonly Seen[] }> {
  if (printed.origin !== trust.origin) return { verdict: "OTHER-ORIGIN", seen: [] };
  if (!isIncluded(printed)) return { verdict: "NOT-INCLUDED", seen: [] };
  if ((await signersOf(printed, trust.keys)).length === 0) return { verdict: "UNSIGNED", seen: [] };
  const seen = new Map<string, number>();
  for (const { organisation, key } of trust.witnesses) {
    for (const { at } of await signersOf(printed, [key])) {
      seen.set(organisation, Math.min(seen.get(organisation) ?? Infinity, at));
    }
  }
  const all = [...seen].map(([organisation, at]) => ({ organisation, at }));
  return { verdict: enough(all, trust) ? "WITNESSED" : "UNWITNESSED", seen: all };
}

/** Which of some keys signed the head, and when they say they did. */
export async function signersOf(printed: Printed, keys: readonly Key[]): Promise<{ key: Key; at: number }[]> {
  const text = `${printed.origin}\n${printed.size}\n${base64(printed.root)}\n`;
  const found: { key: Key; at: number }[] = [];
  for (const key of keys) {
    for (const said of [printed.signature, ...printed.cosignatures]) {
      const line: Signature = { name: key.name, keyId: said.slice(0, KEY_ID_BYTES), body: said.slice(KEY_ID_BYTES) };
      if (equal(line.keyId, key.id) && (await fits(text, line, key))) found.push({ key, at: timeOf(line) ?? 0 });
    }
  }
  return found;
}

function hashesIn(letters: string): Bytes[] | null {
  const count = Math.floor((letters.length * BITS) / 8 / HASH_BYTES);
  const found = count < 2 || count > HASHES_MAX ? null : fromBase32(letters, count * HASH_BYTES);
  if (found === null) return null;
  return Array.from({ length: count }, (_, at) => found.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

/** RFC 4648 §6 without filling; null: it is not so many bytes, or could be written otherwise. */
function fromBase32(letters: string, bytes: number): Bytes | null {
  if (letters.length !== Math.ceil((bytes * 8) / BITS)) return null;
  const found = new Uint8Array(bytes);
  let [held, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value === -1) return null;
    held = (held << BITS) | value;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    found[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  return held === 0 ? found : null;
}
