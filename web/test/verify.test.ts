/** The proof in the browser, against the cases that every verifier is run against. */

import { expect, test } from "vitest";
import bundleCases from "../../clients/conformance/proof/bundles.json" with { type: "json" };
import commitments from "../../clients/conformance/proof/commitments.json" with { type: "json" };
import heads from "../../clients/conformance/proof/heads.json" with { type: "json" };
import leaves from "../../clients/conformance/proof/leaves.json" with { type: "json" };
import notes from "../../clients/conformance/proof/notes.json" with { type: "json" };
import printedCases from "../../clients/conformance/proof/printed.json" with { type: "json" };
import quorums from "../../clients/conformance/proof/quorums.json" with { type: "json" };
import trees from "../../clients/conformance/proof/trees.json" with { type: "json" };
import trusts from "../../clients/conformance/proof/trusts.json" with { type: "json" };
import { MANY_MAX, verifyBundle } from "../../clients/ts/verify/bundle.ts";
import type { Finding } from "../../clients/ts/verify/bundle.ts";
import { base64, equal, fromBase64, fromHex, hex, utf8 } from "../../clients/ts/verify/bytes.ts";
import type { Bytes } from "../../clients/ts/verify/bytes.ts";
import { lines } from "../../clients/ts/verify/folder.ts";
import { checksSignatures, readKey, signedBy } from "../../clients/ts/verify/keys.ts";
import { headOf, readNote } from "../../clients/ts/verify/note.ts";
import { isIncluded, readPrinted, signersOf, verifyPrinted } from "../../clients/ts/verify/printed.ts";
import { Refused } from "../../clients/ts/verify/refused.ts";
import { Sha256, sha256 } from "../../clients/ts/verify/sha256.ts";
import { commitment } from "../../clients/ts/verify/texts.ts";
import { EMPTY_ROOT, Frontier, leafHash, verifyConsistency, verifyInclusion } from "../../clients/ts/verify/tree.ts";
import { BadTrust, enough, readTrust, seenBy } from "../../clients/ts/verify/trust.ts";

const bytes = (text: string): Bytes => {
  const found = fromHex(text);
  if (found === null) throw new Error(`no bytes: ${text}`);
  return found;
};
const still = async (): Promise<void> => {};

test("a hash is the one that the browser's own machine makes, whatever its length and however it comes", async () => {
  for (let length = 0; length < 200; length++) {
    const said = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    const expected = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", said)));
    expect(hex(sha256(said))).toBe(expected);
    const at = (length * 7) % (length + 1);
    expect(hex(new Sha256().update(said.subarray(0, at)).update(said.subarray(at)).digest())).toBe(expected);
  }
});

test.each(leaves)("a leaf: $name", ({ row, hash }) => {
  const field = (value: string | number): Bytes => utf8(String(value));
  const made = leafHash({
    position: field(row.position),
    stream: field(row.stream),
    version: field(row.version),
    tag: field(row.tag),
    recordedAt: field(row.recorded_at),
    state: field(row.state),
  });
  expect(hex(made)).toBe(hash);
});

test("a tree has the root that is told at each size", () => {
  const tree = new Frontier();
  expect(tree.root()).toBe(EMPTY_ROOT);
  expect(hex(EMPTY_ROOT)).toBe(trees.roots[0]);
  for (const [at, leaf] of trees.leaves.entries()) {
    tree.append(sha256(Uint8Array.of(0), bytes(leaf)));
    expect(hex(tree.root())).toBe(trees.roots[at + 1]);
  }
});

test.each(trees.inclusion)("is included: $name, $holds", ({ index, size, leaf, root, proof, holds }) => {
  expect(verifyInclusion(index, size, bytes(leaf), bytes(root), proof.map(bytes))).toBe(holds);
});

test.each(trees.consistency)("continues: $name, $holds", ({ old, new: size, old_root, new_root, proof, holds }) => {
  expect(verifyConsistency(old, size, bytes(old_root), bytes(new_root), proof.map(bytes))).toBe(holds);
});

test("this machine can check signatures, without which the rest would say nothing", async () => {
  expect(await checksSignatures()).toBe(true);
});

test.each(notes)("a note: $name is $becomes", async ({ key: said, note: written, becomes }) => {
  const key = readKey(said);
  const note = readNote(written);
  if (key === null) throw new Error("the case has no key");
  expect(note === null ? "refused" : await signedBy(note, key)).toBe(becomes);
});

test.each(heads)("a head: $name", ({ text, head }) => {
  const found = headOf(text);
  expect(found === null ? null : { ...found, root: hex(found.root) }).toEqual(head);
});

test.each(quorums)("who has seen it: $name", async ({ trust: said, note: written, organisations, enough: wanted }) => {
  const trust = readTrust(utf8(said));
  const note = readNote(written);
  if (note === null) throw new Error("the case has no note");
  const seen = await seenBy(note, trust);
  expect(seen?.map(({ organisation }) => organisation).sort() ?? null).toEqual(organisations);
  expect(enough(seen ?? [], trust)).toBe(wanted);
});

test.each(trusts)("a trust file: $name, $read", ({ trust, read }) => {
  if (read) expect(readTrust(utf8(trust)).keys).toHaveLength(1);
  else expect(() => readTrust(utf8(trust))).toThrow(BadTrust);
});

test("a trust file that is no TOML is refused with its line", () => {
  for (const [said, line] of [
    ["origin = 'x'", "1"],
    ['origin = "x"\nkeys = [\n  "a"\n  "b"\n]', "4"],
    ['origin = "x" keys = []', "1"],
    ['origin = "x"\n\n[quorum\n', "3"],
    ['origin = "\\x"', "1"],
    ['origin = "x\ny"', "1"],
    ['origin = "x"\n[quorum]\norganisations = 02', "3"],
    ['origin = "x"\n[quorum]\norganisations = 2.5', "3"],
  ] as const) {
    expect(() => readTrust(utf8(said)), said).toThrow(new BadTrust("line", line));
  }
});

test.each(commitments)("what commits to $name", ({ salt, stream, version, field, value, c }) => {
  expect(hex(commitment(bytes(salt), utf8(stream), version, field, utf8(value)))).toBe(c);
});

type Told = string | { readonly base64: string } | null;

function folderOf(files: Record<string, Told>): Map<string, Blob> {
  const folder = new Map<string, Blob>();
  for (const [path, told] of Object.entries(files)) {
    if (told === null) continue;
    folder.set(path, new Blob([typeof told === "string" ? told : (fromBase64(told.base64) ?? "")]));
  }
  return folder;
}

const trustOfCases = readTrust(utf8(bundleCases.cases[0]!.trust));

const placeOf = (finding: Finding): readonly number[] => ("at" in finding ? [finding.at.position] : []);

test.each(bundleCases.cases)("a bundle: $name is $to_hashes", async (each) => {
  const folder = folderOf({ ...bundleCases.whole, ...(each.files as Record<string, Told>) });
  const trust = readTrust(utf8(each.trust));
  if (each.to_hashes === "REFUSED") {
    await expect(verifyBundle(folder, trust, [], still)).rejects.toThrow(Refused);
    return;
  }
  const result = await verifyBundle(folder, trust, [], still);
  expect(result.verdict).toBe(each.to_hashes);
  if (each.to_hashes === each.verdict) expect(result.findings.flatMap(placeOf)).toEqual(each.at);
});

test("a byte of any file of a bundle changed is refused, or never read", async () => {
  const { whole, cases } = bundleCases;
  const trust = readTrust(utf8(cases[0]!.trust));
  const files = folderOf(whole as Record<string, Told>);
  let refused = 0;
  for (const [path, file] of files) {
    const held = new Uint8Array(await file.arrayBuffer());
    for (let at = 0; at < held.length; at += Math.ceil(held.length / 40)) {
      const changed = held.slice();
      changed[at]! ^= 1 << (at % 8);
      const verdict = await verdictOf(new Map(files).set(path, new Blob([changed])), trust);
      expect(verdict, `${path}, byte ${at}`).not.toBe("WITNESSED");
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(150);
});

test("a head from before counts when a key signed it that the record changed to, and is refused when none did", async () => {
  const each = bundleCases.cases.find(({ name }) => name === "the next key, which a head of the old one covers")!;
  const files = each.files as Record<string, Told>;
  const folder = folderOf({ ...bundleCases.whole, ...files });
  const said = String(files["checkpoint"]);
  const note = readNote(said)!;
  const held = { ...headOf(note.text)!, note, name: "kept" };
  const trust = readTrust(utf8(each.trust));
  expect((await verifyBundle(folder, trust, [held], still)).verdict).toBe("WITNESSED");
  const unsigned = { ...held, note: { ...note, signatures: note.signatures.slice(1) } };
  await expect(verifyBundle(folder, trust, [unsigned], still)).rejects.toThrow(new Refused("bad-head", "kept"));
});

test("what is held at once is never much: a text too many is refused", async () => {
  const files = { ...bundleCases.whole } as Record<string, Told>;
  const line = (number: number): string => `3\t/x${String(number).padStart(6, "0")}\t${"A".repeat(43)}=\t"x"\n`;
  const told = (count: number): Promise<string> => {
    const texts = Array.from({ length: count }, (_, number) => line(number)).join("");
    const manifest = JSON.parse(files["manifest.json"] as string) as { files: { path: string; bytes: number }[] };
    manifest.files.find(({ path }) => path === "texts/0000001.tsv")!.bytes = texts.length;
    const said = `${JSON.stringify(manifest)}\n`;
    return verdictOf(folderOf({ ...files, "manifest.json": said, "texts/0000001.tsv": texts }), trustOfCases);
  };
  expect(await told(10)).toBe("BROKEN");
  expect(await told(MANY_MAX + 1)).toBe("REFUSED");
});

async function verdictOf(folder: Map<string, Blob>, trust: ReturnType<typeof readTrust>): Promise<string> {
  try {
    return (await verifyBundle(folder, trust, [], still)).verdict;
  } catch (error) {
    if (error instanceof Refused) return "REFUSED";
    throw error;
  }
}

test("a line is the same wherever a slice ends", async () => {
  const said = "one\n\nthree \t x\nfour\n";
  const found: string[] = [];
  for await (const line of lines("x", new Blob([said]), still, 3)) found.push(new TextDecoder().decode(line));
  expect(found).toEqual(["one", "", "three \t x", "four"]);
  await expect(async () => {
    for await (const _ of lines("x", new Blob(["no end"]), still)) continue;
  }).rejects.toThrow(new Refused("cut-off", "x"));
});

test("bytes are equal when they are, and only then", () => {
  expect(equal(utf8("ab"), utf8("ab"))).toBe(true);
  expect(equal(utf8("ab"), utf8("abc"))).toBe(false);
  expect(equal(utf8("ab"), utf8("aB"))).toBe(false);
});

const printed = (text: string): NonNullable<ReturnType<typeof readPrinted>> => {
  const found = readPrinted(text);
  if (found === null) throw new Error("it is no printed proof");
  return found;
};
const printers = printedCases.keys.map((each) => readKey(each)!);
const printedTrust = readTrust(
  utf8(
    `origin = "klynge/syddanmark"\nkeys = ["${printedCases.keys[0]}"]\n${printedCases.witnesses
      .map(({ organisation, key }) => `[[witness]]\norganisation = "${organisation}"\nkey = "${key}"\n`)
      .join("")}`,
  ),
);

test.each(printedCases.good)("a printed proof of $position in $size", async (each) => {
  for (const text of [each.text, ` ${each.text.toLowerCase()}\n`]) {
    const read = printed(text);
    expect([read.origin, read.position, read.size]).toEqual([each.origin, each.position, each.size]);
    expect([base64(read.root), base64(read.leaf)]).toEqual([each.root, each.leaf]);
    expect(isIncluded(read)).toBe(true);
    expect(await signersOf(read, printers)).toHaveLength(1);
    const { verdict, seen } = await verifyPrinted(read, printedTrust);
    expect(seen.map(({ organisation }) => organisation).sort()).toEqual(each.organisations);
    expect(verdict).toBe(each.organisations.length > 0 ? "WITNESSED" : "UNWITNESSED");
  }
});

test.each(printedCases.malformed)("no printed proof: $why", ({ text }) => {
  expect(readPrinted(text)).toBeNull();
});

test.each(printedCases.false)("a printed proof that proves nothing: $why", async ({ text }) => {
  expect(isIncluded(printed(text))).toBe(false);
  expect((await verifyPrinted(printed(text), printedTrust)).verdict).toBe("NOT-INCLUDED");
});

test.each(printedCases.unsigned)("a printed proof that the log did not sign: $why", async ({ text }) => {
  expect(await signersOf(printed(text), printers)).toEqual([]);
});
