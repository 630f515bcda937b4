/** What a bundle says it holds, and whether its files are the ones it names. */

import { hex, textOf } from "./bytes.ts";
import type { Folder, Held, Progress } from "./folder.ts";
import { slices, whole } from "./folder.ts";
import { Refused } from "./refused.ts";
import { Sha256 } from "./sha256.ts";
import { HASH_BYTES } from "./tree.ts";

export const MANIFEST = "manifest.json";
export const FORMAT = "klynge-bundle/1";
const MANIFEST_BYTES_MAX = 64 * 1024 * 1024;
const KEYS = ["events", "files", "for", "format", "origin", "scope", "size", "texts"];
const KINDS = ["all", "cluster", "meeting", "fund", "body"];
const PATH = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;
const PATH_MAX = 200;
const PAPERS = "papers/";

export interface Scope {
  readonly kind: string;
  readonly name: string;
}

export interface Manifest {
  readonly origin: string;
  readonly size: number;
  readonly scope: Scope;
  readonly texts: "all" | "as";
  readonly events: number;
  readonly files: readonly NamedFile[];
}

interface NamedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export async function readManifest(folder: Folder): Promise<Manifest> {
  const said = textOf(await whole(MANIFEST, folder.get(MANIFEST), MANIFEST_BYTES_MAX));
  let value: unknown;
  try {
    value = JSON.parse(said ?? "");
  } catch {
    throw new Refused("bad-manifest", MANIFEST);
  }
  if (!isTable(value)) throw new Refused("bad-manifest", MANIFEST);
  if (value["format"] !== FORMAT) throw new Refused("unknown-format", String(value["format"]));
  const { origin, size, scope, texts, events, files } = value;
  const right =
    said === canonical(value) &&
    equal(Object.keys(value), KEYS) &&
    typeof origin === "string" &&
    isCount(size) &&
    isTable(scope) &&
    KINDS.includes(String(scope["kind"])) &&
    (texts === "all" || texts === "as") &&
    isCount(events) &&
    Array.isArray(files) &&
    files.every(isNamedFile);
  if (!right) throw new Refused("bad-manifest", MANIFEST);
  const named = files as NamedFile[];
  for (const [at, { path }] of named.entries()) {
    const before = named[at - 1];
    if (!isPath(path) || (before !== undefined && before.path >= path)) throw new Refused("bad-path", path);
  }
  const of = { kind: String(scope["kind"]), name: String(scope["name"] ?? "") };
  return { origin, size, scope: of, texts, events, files: named };
}

/** There are the files that are named and no others. Answers the paths of those that hold something else. */
export async function changedFiles({ files, size }: Manifest, folder: Folder, progress: Progress): Promise<string[]> {
  const changed: string[] = [];
  const named = new Set(files.map(({ path }) => path)).add(MANIFEST);
  for (const path of folder.keys()) if (!named.has(path)) throw new Refused("file-differs", path);
  for (const { path, bytes, sha256 } of files) {
    const held = folder.get(path);
    if (held === undefined) throw new Refused("missing-file", path);
    if (held.size !== bytes) throw new Refused("file-differs", path);
    const found = await hashOf(held, progress);
    // A paper is called by what it holds.
    if (found !== sha256 || (path.startsWith(PAPERS) && path.slice(PAPERS.length) !== found)) changed.push(path);
  }
  if (size < 1 || folder.get("leaves.bin")?.size !== size * HASH_BYTES) throw new Refused("bad-leaves", "leaves.bin");
  return changed;
}

async function hashOf(held: Held, progress: Progress): Promise<string> {
  const hash = new Sha256();
  for await (const slice of slices(held, progress)) hash.update(slice);
  return hex(hash.digest());
}

/** Keys in order, no blanks, one line's end: what is written otherwise was not written by an export. */
function canonical(value: unknown): string {
  const sorted = (_: string, each: unknown): unknown =>
    isTable(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each;
  return `${JSON.stringify(value, sorted)}\n`;
}

const equal = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isNamedFile(value: unknown): value is NamedFile {
  if (!isTable(value)) return false;
  const { path, bytes, sha256 } = value;
  return typeof path === "string" && isCount(bytes) && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
}

/** A path within the folder and nowhere else. */
const isPath = (path: string): boolean =>
  path.length <= PATH_MAX && PATH.test(path) && !path.split("/").some((each) => /^\.+$/.test(each));
