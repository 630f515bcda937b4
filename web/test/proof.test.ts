/** How far the proof of minutes has come, as heartbeats tell it: it is asked for again when there is more, and not before. */

import { expect, test } from "vitest";
import type { Heartbeat } from "../../clients/ts/messages.ts";
import { reachedBy } from "../proof/MinutesProof.tsx";
import type { Proof } from "../proof/MinutesProof.tsx";
import { da } from "../words/proof/da.ts";
import { en } from "../words/proof/en.ts";

const proof = (state: Proof["state"]): Proof => ({
  position: 120,
  state,
  size: 130,
  root: "abc=",
  organisations: ["Randers", "Region"],
  text: "KLYNGE-PROOF/1",
});
const beat = (sealed: number | null, witnessed: number | null): Heartbeat => ({ op: "hb", heads: {}, sealed, witnessed });

test.each([
  [null, "registered", 0],
  [beat(null, null), "registered", 0],
  [beat(119, 119), "registered", 0],
  [beat(120, 119), "registered", 1],
  [beat(130, 120), "registered", 2],
  [beat(130, 119), "sealed", 0],
  [beat(130, 120), "sealed", 2],
  [beat(130, 130), "witnessed", 0],
] as const)("%o tells %s more: %i", (heartbeat, state, more) => {
  expect(reachedBy(heartbeat, proof(state))).toBe(more);
});

test("before the first answer nothing more is asked for", () => {
  expect(reachedBy(beat(999, 999), null)).toBe(0);
});

test("each state is said in one sentence, in both languages", () => {
  for (const words of [da, en]) {
    const said = (["registered", "sealed", "witnessed"] as const).map((state) => words.state(proof(state)));
    expect(new Set(said).size).toBe(3);
    for (const each of said) expect(each).toContain("120");
    expect(said[2]).toContain("Randers");
  }
  expect(da.state(proof("registered"))).toContain("registreret");
  expect(da.state(proof("sealed"))).toContain("forseglet");
  expect(da.state(proof("witnessed"))).toContain("bevidnet af 2");
});
