/**
 * A bundle against a trust file: who signed, whether every event is the one that was recorded, whether all of them make the
 * signed root, and whether that continues every head known from before. The rules of money and seats are for
 * `klynge_verify.py`; so is what is missing because it was erased.
 */

import { equal, textOf } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { slices, whole } from "./folder.ts";
import type { Folder, Progress } from "./folder.ts";
import { LOG_KEY, readKey, signedBy } from "./keys.ts";
import type { Key } from "./keys.ts";
import { changedFiles, readManifest } from "./manifest.ts";
import type { Manifest, Scope } from "./manifest.ts";
import { NOTE_BYTES_MAX, headOf, readNote } from "./note.ts";
import type { Head, Note } from "./note.ts";
import { eventsOf, textsOf } from "./reading.ts";
import type { Event } from "./reading.ts";
import { Refused } from "./refused.ts";
import { isOpenedOf } from "./texts.ts";
import type { Opened } from "./texts.ts";
import { Frontier, HASH_BYTES, leafHash } from "./tree.ts";
import { enough, seenBy } from "./trust.ts";
import type { Seen, Trust } from "./trust.ts";

export type Verdict = "WITNESSED" | "UNWITNESSED" | "INCOMPLETE" | "DIVERGES" | "BROKEN";
const WORSE: readonly Verdict[] = ["WITNESSED", "UNWITNESSED", "INCOMPLETE", "DIVERGES", "BROKEN"];

/** Where an event stands. */
export interface Place {
  readonly position: number;
  readonly stream: string;
  readonly version: string;
}

export type Finding =
  | { readonly what: "leaf-differs" | "text-differs"; readonly verdict: "BROKEN"; readonly at: Place; readonly field?: string }
  | { readonly what: "file-differs"; readonly verdict: "BROKEN"; readonly path: string }
  | { readonly what: "root-differs"; readonly verdict: "BROKEN"; readonly after: number; readonly size: number }
  | { readonly what: "unsigned" | "bad-signature" | "bad-cosignature"; readonly verdict: "BROKEN"; readonly size: number }
  | { readonly what: "other-head" | "longer-head"; readonly verdict: "DIVERGES"; readonly size: number }
  | { readonly what: "withheld"; readonly verdict: "BROKEN"; readonly events: number; readonly at: { readonly position: number } }
  | { readonly what: "too-few-witnesses"; readonly verdict: "UNWITNESSED"; readonly seen: number; readonly wanted: number };

export const FINDINGS_MAX = 100;
/** Texts of one event, heads, and keys that the record changes to: what is held at once, or compared with each other. */
export const MANY_MAX = 10_000;

export interface Result {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** How many more there are. */
  readonly more: number;
  readonly manifest: Manifest;
  readonly seen: readonly Seen[];
  readonly texts: number;
}

/** What the log of a region is called where others see it. */
const PREFIX = "klynge/";
const CHECKPOINT = "checkpoint";
const OLDER = /^checkpoints\/\d{10,16}$/;
const KEY_CHANGED = "log.checkpoint-key-changed";

interface SignedHead extends Head {
  readonly note: Note;
}

/** A head from before; of one that lies in a file also its note, and what the file is called. */
export interface HeldHead {
  readonly size: number;
  readonly root: Bytes;
  readonly note?: Note;
  readonly origin?: string;
  readonly name?: string;
}

/** A key of the log that an event names, from there on. */
interface NamedKey {
  readonly position: number;
  readonly key: Key;
}

/** `held`: heads from before, beside those that the trust file names. Raises `Refused`, where nobody believed signed one of them too. */
export async function verifyBundle(
  folder: Folder,
  trust: Trust,
  held: readonly HeldHead[],
  progress: Progress,
): Promise<Result> {
  const manifest = await readManifest(folder);
  const changed = await changedFiles(manifest, folder, progress);
  const heads = await headsOf(folder, manifest, trust.origin);
  const check = new Check(manifest, [...heads, ...trust.heads, ...held].map(({ size }) => size));
  for (const path of changed) check.find({ what: "file-differs", verdict: "BROKEN", path });
  await check.read(folder, progress);
  await check.judge(heads, [...trust.heads, ...held], trust);
  return check.result();
}

/** How much there is to read, twice: once for what the manifest says, once for the tree. */
export const bytesToRead = (folder: Folder): number =>
  [...folder.values()].reduce((sum, { size }) => sum + size, 0) * 2;

/** The signed heads of a bundle, by size; the last is the newest. */
async function headsOf(folder: Folder, { origin, size }: Manifest, trusted: string): Promise<SignedHead[]> {
  if (PREFIX + origin !== trusted) throw new Refused("other-origin", PREFIX + origin);
  const found: SignedHead[] = [];
  const paths = [...folder.keys()].filter((each) => OLDER.test(each)).sort().concat(CHECKPOINT);
  if (paths.length > MANY_MAX) throw new Refused("too-many", "checkpoints");
  for (const path of paths) {
    const said = textOf(await whole(path, folder.get(path), NOTE_BYTES_MAX));
    const note = said === null ? null : readNote(said);
    const head = note === null ? null : headOf(note.text);
    if (note === null || head === null) throw new Refused("bad-note", path);
    if (head.origin !== trusted) throw new Refused("other-origin", head.origin);
    const named = path === CHECKPOINT ? size : Number(path.slice(path.indexOf("/") + 1));
    if (head.size !== named) throw new Refused("bad-note", path);
    found.push({ ...head, note });
  }
  return found;
}

class Check {
  readonly #manifest: Manifest;
  readonly #wanted: ReadonlySet<number>;
  readonly #roots = new Map<number, Bytes>();
  readonly #keys: NamedKey[] = [];
  readonly #findings: Finding[] = [];
  #more = 0;
  #verdict: Verdict = "WITNESSED";
  #seen: readonly Seen[] = [];
  #texts = 0;
  /** Whether anything was handed out of what the manifest says was asked for: of all texts there is; somebody may see nothing. */
  #inScope: boolean;

  constructor(manifest: Manifest, sizes: readonly number[]) {
    this.#manifest = manifest;
    this.#inScope = manifest.texts === "as";
    this.#wanted = new Set(sizes);
  }

  result(): Result {
    return {
      verdict: this.#verdict,
      findings: this.#findings,
      more: this.#more,
      manifest: this.#manifest,
      seen: this.#seen,
      texts: this.#texts,
    };
  }

  find(finding: Finding): void {
    if (WORSE.indexOf(finding.verdict) > WORSE.indexOf(this.#verdict)) this.#verdict = finding.verdict;
    if (this.#findings.length < FINDINGS_MAX) this.#findings.push(finding);
    else this.#more += 1;
  }

  /** Leaves, events and texts side by side, in the order of the log: nothing is held that was read. */
  async read(folder: Folder, progress: Progress): Promise<void> {
    const tree = new Frontier();
    const events = eventsOf(folder, progress);
    const texts = textsOf(folder, progress);
    let event = (await events.next()).value;
    let text = (await texts.next()).value;
    let disclosed = 0;
    let missing = 0;
    if (this.#wanted.has(0)) this.#roots.set(0, tree.root());
    for await (const slice of slices(folder.get("leaves.bin")!, progress, HASH_BYTES * 32_768)) {
      for (let at = 0; at < slice.length; at += HASH_BYTES) {
        const leaf = slice.subarray(at, at + HASH_BYTES);
        tree.append(leaf);
        if (this.#wanted.has(tree.size)) this.#roots.set(tree.size, tree.root());
        if (event?.position !== tree.size) {
          missing ||= tree.size;
          continue;
        }
        const opened: Opened[] = [];
        for (; text?.position === event.position; text = (await texts.next()).value) {
          if (opened.push(text) > MANY_MAX) throw new Refused("too-many", "texts");
        }
        this.#event(event, leaf, opened);
        disclosed += 1;
        event = (await events.next()).value;
      }
    }
    // Whoever tells of an event that is not in the log, or opens a text of none, did not make this bundle.
    if (event !== undefined || disclosed !== this.#manifest.events) throw new Refused("bad-manifest", "events");
    if (!this.#inScope) throw new Refused("bad-manifest", this.#manifest.scope.name);
    if (text !== undefined) throw new Refused("bad-line", "texts");
    const { scope, texts: opened, size } = this.#manifest;
    if (scope.kind === "all" && opened === "all" && disclosed < size) {
      this.find({ what: "withheld", verdict: "BROKEN", events: size - disclosed, at: { position: missing } });
    }
  }

  #event({ position, row }: Event, leaf: Bytes, opened: readonly Opened[]): void {
    const at = { position, stream: textOf(row.stream) ?? "?", version: textOf(row.version) ?? "?" };
    this.#inScope ||= isOf(at.stream, this.#manifest.scope);
    if (!equal(leafHash(row), leaf)) {
      this.find({ what: "leaf-differs", verdict: "BROKEN", at });
      return;
    }
    const isKey = textOf(row.tag) === KEY_CHANGED;
    if (opened.length === 0 && !isKey) return;
    const state = jsonOf(row.state);
    if (isKey) this.#named(position, state);
    for (const each of opened) {
      this.#texts += 1;
      if (!isOpenedOf(each, state, row.stream, Number(at.version))) {
        this.find({ what: "text-differs", verdict: "BROKEN", at, field: each.field });
      }
    }
  }

  #named(position: number, state: unknown): void {
    const said = (state as { event?: { key?: unknown } } | null)?.event?.key;
    const key = typeof said === "string" ? readKey(said) : null;
    if (key?.kind === LOG_KEY && this.#keys.push({ position, key }) > MANY_MAX) throw new Refused("too-many", KEY_CHANGED);
  }

  async judge(heads: readonly SignedHead[], held: readonly HeldHead[], trust: Trust): Promise<void> {
    const newest = heads.at(-1)!;
    const keys = await this.#believed(heads, held, trust);
    const signed = await signedByOne(newest.note, keys);
    if (signed !== "fits") this.#unsigned(signed, newest.size);
    const isSound = this.#fits(newest);
    if (!isSound) {
      const agreed = heads.filter((each) => this.#fits(each)).map(({ size }) => size);
      this.find({ what: "root-differs", verdict: "BROKEN", after: Math.max(0, ...agreed), size: newest.size });
    }
    // Who signed an older head that fits is no matter: the newest says the same of it, and keys change.
    for (const { note, size } of heads.filter((each) => each !== newest && !this.#fits(each))) {
      const is = await signedByOne(note, keys);
      if (size <= newest.size && !isSound) continue;
      if (is !== "fits") this.#unsigned(is, size);
      else this.find({ what: size > newest.size ? "longer-head" : "other-head", verdict: "DIVERGES", size });
    }
    for (const { size, root, note, origin, name = "" } of held) {
      if (note !== undefined && (origin !== trust.origin || (await signedByOne(note, keys)) !== "fits")) {
        throw new Refused("bad-head", name);
      }
      if (size > newest.size) this.find({ what: "longer-head", verdict: "DIVERGES", size });
      else if (!equal(this.#roots.get(size)!, root)) this.find({ what: "other-head", verdict: "DIVERGES", size });
    }
    await this.#witnesses(newest, trust);
  }

  /** A key that the record names is believed from the first head on that holds its event and is signed by one believed before. */
  async #believed(heads: readonly SignedHead[], held: readonly HeldHead[], trust: Trust): Promise<readonly Key[]> {
    const keys = [...trust.keys];
    for (const each of [...held, ...heads].sort((one, other) => one.size - other.size)) {
      const named = this.#keys.filter(({ position, key }) => position <= each.size && !keys.includes(key));
      if (each.note === undefined || each.origin !== trust.origin || named.length === 0 || !this.#fits(each)) continue;
      if ((await signedByOne(each.note, keys)) === "fits") keys.push(...named.map(({ key }) => key));
    }
    return keys;
  }

  #fits({ size, root }: { readonly size: number; readonly root: Bytes }): boolean {
    return equal(this.#roots.get(size) ?? new Uint8Array(), root);
  }

  #unsigned(signed: "unsigned" | "refused", size: number): void {
    this.find({ what: signed === "refused" ? "bad-signature" : "unsigned", verdict: "BROKEN", size });
  }

  async #witnesses({ note, size }: SignedHead, trust: Trust): Promise<void> {
    const seen = await seenBy(note, trust);
    if (seen === null) {
      this.find({ what: "bad-cosignature", verdict: "BROKEN", size });
      return;
    }
    this.#seen = seen;
    if (!enough(seen, trust)) {
      const wanted = Math.max(1, trust.organisations);
      this.find({ what: "too-few-witnesses", verdict: "UNWITNESSED", seen: seen.length, wanted });
    }
  }
}

/** All of a record goes by its own stream, a cluster by its scope, anything else by its stream. */
const isOf = (stream: string, { kind, name }: Scope): boolean =>
  kind === "cluster" ? stream.startsWith(`${name}/`) : stream === name;

async function signedByOne(note: Note, keys: readonly Key[]): Promise<"unsigned" | "fits" | "refused"> {
  const found = new Set<string>();
  for (const key of keys) found.add(await signedBy(note, key));
  return found.has("refused") ? "refused" : found.has("fits") ? "fits" : "unsigned";
}

function jsonOf(state: Bytes): unknown {
  try {
    return JSON.parse(textOf(state) ?? "");
  } catch {
    return null;
  }
}
