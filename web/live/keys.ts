/** Names made on this device: random, and in the order of their making (RFC 9562, version 7). */

const TIME_BYTES = 6;

/** `crypto.randomUUID` exists only where the page came over https; this works on every address. */
export function newKey(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < TIME_BYTES; index += 1) {
    bytes[index] = Math.floor(nowMs / 256 ** (TIME_BYTES - 1 - index)) % 256;
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
