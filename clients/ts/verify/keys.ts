/** Keys that check signatures: a log's own, and a witness's, which says when it saw a head (C2SP tlog-cosignature). */

import { equal, fromBase64, hex, joined, utf8 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { isName } from "./note.ts";
import type { Note, Signature } from "./note.ts";
import { sha256 } from "./sha256.ts";

export const LOG_KEY = 1;
export const WITNESS_KEY = 4;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
/** A key that everybody takes for one: the curve's base point. */
const BASE_POINT = new Uint8Array(KEY_BYTES).fill(0x66);
BASE_POINT[0] = 0x58;

export interface Key {
  readonly name: string;
  readonly kind: number;
  readonly id: Bytes;
  readonly publicKey: Bytes;
}

/** Null: it is not written as a key is (`name+number+base64`), or its number is another's. */
export function readKey(said: string): Key | null {
  const [name = "", id = "", ...rest] = said.split("+");
  const kept = fromBase64(rest.join("+"));
  if (!isName(name) || kept === null || kept.length !== 1 + KEY_BYTES) return null;
  const kind = kept[0]!;
  const key = { name, kind, id: sha256(utf8(`${name}\n`), kept).slice(0, 4), publicKey: kept.slice(1) };
  return (kind === LOG_KEY || kind === WITNESS_KEY) && hex(key.id) === id ? key : null;
}

/** Whether this browser can check signatures at all; the oldest in use cannot. */
export async function checksSignatures(): Promise<boolean> {
  try {
    await imported(BASE_POINT);
    return true;
  } catch {
    return false;
  }
}

export const owns = (key: Key, signature: Signature): boolean =>
  key.name === signature.name && equal(key.id, signature.keyId);

/** When a witness signed, in seconds since 1970; null: it does not say. */
export function timeOf({ body }: Signature): number | null {
  if (body.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const at = new DataView(body.buffer, body.byteOffset).getBigUint64(0);
  return at <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(at) : null;
}

/** A key's lines under a note: none, or whether they all fit. */
export async function signedBy(note: Note, key: Key): Promise<"unsigned" | "fits" | "refused"> {
  const lines = note.signatures.filter((each) => owns(key, each));
  if (lines.length === 0) return "unsigned";
  for (const line of lines) if (!(await fits(note.text, line, key))) return "refused";
  return "fits";
}

export async function fits(text: string, signature: Signature, key: Key): Promise<boolean> {
  if (key.kind === LOG_KEY) return verifies(key, signature.body, utf8(text));
  const at = timeOf(signature);
  if (at === null) return false;
  return verifies(key, signature.body.slice(TIME_BYTES), joined(utf8(`cosignature/v1\ntime ${at}\n`), utf8(text)));
}

async function verifies(key: Key, signature: Bytes, said: Bytes): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  try {
    return await crypto.subtle.verify("Ed25519", await imported(key.publicKey), signature, said);
  } catch {
    return false;
  }
}

const imported = (key: Bytes): Promise<CryptoKey> => crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
