/**
 * SHA-256 (FIPS 180-4). The browser's own answers one promise a hash, which for a log of a million events takes minutes; it is
 * asked in the tests, whether both say the same.
 */

import type { Bytes } from "./bytes.ts";

const BLOCK = 64;
const LENGTH_AT = 56;
const PRIMES = primes(64);
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
/** The first bits of the cube roots of the first 64 primes, and of the square roots of the first eight. */
const K = Int32Array.from(PRIMES, (each) => fraction(Math.cbrt(each)));
const START = Int32Array.from(PRIMES.slice(0, 8), (each) => fraction(Math.sqrt(each)));

export class Sha256 {
  readonly #state = START.slice();
  readonly #words = new Int32Array(64);
  readonly #block = new Uint8Array(BLOCK);
  readonly #view = new DataView(this.#block.buffer);
  #held = 0;
  #length = 0;

  update(bytes: Bytes): this {
    this.#length += bytes.length;
    let at = 0;
    if (this.#held > 0) {
      at = Math.min(BLOCK - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#held);
      this.#held += at;
      if (this.#held < BLOCK) return this;
      this.#mix(this.#view, 0);
      this.#held = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#mix(view, at);
    this.#block.set(bytes.subarray(at));
    this.#held = bytes.length - at;
    return this;
  }

  digest(): Bytes {
    this.#block[this.#held] = 0x80;
    this.#block.fill(0, this.#held + 1);
    if (this.#held >= LENGTH_AT) {
      this.#mix(this.#view, 0);
      this.#block.fill(0);
    }
    this.#view.setBigUint64(LENGTH_AT, BigInt(this.#length) * 8n);
    this.#mix(this.#view, 0);
    const out = new Uint8Array(32);
    const view = new DataView(out.buffer);
    this.#state.forEach((word, at) => view.setInt32(4 * at, word));
    return out;
  }

  #mix(view: DataView, from: number): void {
    const w = this.#words;
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(from + 4 * t);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15]!;
      const y = w[t - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
    }
    const state = this.#state;
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let t = 0; t < 64; t++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + s1 + ((e & f) ^ (~e & g)) + K[t]! + w[t]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    const made = [a, b, c, d, e, f, g, h];
    for (let at = 0; at < 8; at++) state[at] = (state[at]! + made[at]!) | 0;
  }
}

export function sha256(...parts: readonly Bytes[]): Bytes {
  const hash = new Sha256();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let each = 2; found.length < count; each++) if (found.every((prime) => each % prime !== 0)) found.push(each);
  return found;
}
