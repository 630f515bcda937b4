/** The tree of a log (RFC 9162 §2.1), and the leaf that an event is in it. */

import { bigEndian, equal, utf8 } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { Sha256, sha256 } from "./sha256.ts";

export const HASH_BYTES = 32;
export const EMPTY_ROOT = sha256();

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const SCHEME = utf8("klynge/v1\n");

/** An event's fields as they stand in the record: numbers in digits, the state byte for byte. */
export interface Row {
  readonly position: Bytes;
  readonly stream: Bytes;
  readonly version: Bytes;
  readonly tag: Bytes;
  readonly recordedAt: Bytes;
  readonly state: Bytes;
}

export function leafHash({ position, stream, version, tag, recordedAt, state }: Row): Bytes {
  const hash = new Sha256().update(LEAF).update(SCHEME);
  for (const part of [position, stream, version, tag, recordedAt, state]) {
    hash.update(bigEndian(part.length, 4)).update(part);
  }
  return hash.digest();
}

export const nodeHash = (left: Bytes, right: Bytes): Bytes => sha256(NODE, left, right);

/** A tree that grows leaf by leaf and keeps no more than its complete subtrees: 64 hashes for the largest. */
export class Frontier {
  size = 0;
  /** From the largest to the smallest. */
  readonly #roots: Bytes[] = [];

  append(leaf: Bytes): void {
    let root = leaf;
    for (let count = this.size; count % 2 === 1; count = Math.floor(count / 2)) root = nodeHash(this.#roots.pop()!, root);
    this.#roots.push(root);
    this.size += 1;
  }

  root(): Bytes {
    return this.#roots.length === 0 ? EMPTY_ROOT : this.#roots.reduceRight((right, left) => nodeHash(left, right));
  }
}

const half = (index: number): number => Math.floor(index / 2);

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion(index: number, size: number, leaf: Bytes, root: Bytes, proof: readonly Bytes[]): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const each of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(each, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(hash, root);
}

/** RFC 9162 §2.1.4.2. */
export function verifyConsistency(
  old: number,
  size: number,
  oldRoot: Bytes,
  root: Bytes,
  proof: readonly Bytes[],
): boolean {
  if (old < 1 || old > size) return false;
  if (old === size) return proof.length === 0 && equal(oldRoot, root);
  let [at, last] = [old - 1, size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [was, is] = [first, first];
  for (const each of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [nodeHash(each, was), nodeHash(each, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      is = nodeHash(is, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(was, oldRoot) && equal(is, root);
}
