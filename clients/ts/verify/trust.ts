/** The trust file: whose keys are believed, and how many organisations must have seen a head. It comes from whoever checks. */

import { equal, textOf } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { LOG_KEY, WITNESS_KEY, owns, readKey, signedBy, timeOf } from "./keys.ts";
import type { Key } from "./keys.ts";
import { rootOf } from "./note.ts";
import type { Note } from "./note.ts";
import { BadLine, readToml } from "./toml.ts";
import type { Document, Table, Value } from "./toml.ts";

const TRUST_BYTES_MAX = 256 * 1024;
const TEXT_MAX = 200;
const MOST = { keys: 64, witness: 32, head: 1_000 } as const;

export interface Witness {
  readonly organisation: string;
  readonly key: Key;
}

export interface Trust {
  readonly origin: string;
  readonly keys: readonly Key[];
  readonly witnesses: readonly Witness[];
  readonly organisations: number;
  readonly must: readonly string[];
  readonly heads: readonly { readonly size: number; readonly root: Bytes }[];
  /** Heads that lie in files of their own, which a page is not given. */
  readonly headFiles: readonly string[];
}

/** Why a trust file is not taken; `what` is a line's number, or what is wrong there. */
export class BadTrust extends Error {
  readonly code: "line" | "text" | "word" | "key" | "quorum" | "head";
  readonly what: string;

  constructor(code: BadTrust["code"], what: string) {
    super(`${code}: ${what}`);
    this.code = code;
    this.what = what;
  }
}

export function readTrust(bytes: Bytes): Trust {
  const said = bytes.length > TRUST_BYTES_MAX ? null : textOf(bytes);
  if (said === null) throw new BadTrust("text", "");
  try {
    return sound(assembled(readToml(said)));
  } catch (error) {
    if (error instanceof BadLine) throw new BadTrust("line", String(error.line));
    throw error;
  }
}

function assembled({ top, tables, lists }: Document): Trust {
  only(top, ["origin", "keys"]);
  for (const name of tables.keys()) if (name !== "quorum") throw new BadTrust("word", name);
  for (const name of lists.keys()) if (name !== "witness" && name !== "head") throw new BadTrust("word", name);
  const quorum = tables.get("quorum") ?? new Map<string, Value>();
  only(quorum, ["organisations", "must"]);
  const heads = (lists.get("head") ?? []).map(headIn);
  return {
    origin: text(top, "origin"),
    keys: few(texts(top, "keys"), MOST.keys).map((each) => keyOf(each, LOG_KEY)),
    witnesses: few(lists.get("witness") ?? [], MOST.witness).map((each) => {
      only(each, ["organisation", "key", "url"]);
      return { organisation: text(each, "organisation"), key: keyOf(text(each, "key"), WITNESS_KEY) };
    }),
    organisations: number(quorum, "organisations", 1),
    must: texts(quorum, "must"),
    heads: few(heads, MOST.head).filter((each) => typeof each !== "string"),
    headFiles: heads.filter((each) => typeof each === "string"),
  };
}

function sound(trust: Trust): Trust {
  const named = new Set(trust.witnesses.map(({ organisation }) => organisation));
  for (const { organisation, key } of trust.witnesses) {
    const other = trust.witnesses.find((each) => equal(each.key.publicKey, key.publicKey));
    if (other?.organisation !== organisation) throw new BadTrust("key", key.name);
  }
  const stranger = trust.must.find((each) => !named.has(each));
  if (stranger !== undefined) throw new BadTrust("quorum", stranger);
  if (named.size > 0 && trust.organisations > named.size) throw new BadTrust("quorum", String(trust.organisations));
  return trust;
}

function headIn(table: Table): { size: number; root: Bytes } | string {
  only(table, ["note", "size", "root"]);
  if (table.has("note") === table.has("size") || table.has("size") !== table.has("root")) throw new BadTrust("head", "");
  if (table.has("note")) return text(table, "note");
  const root = rootOf(text(table, "root"));
  if (root === null) throw new BadTrust("head", text(table, "root"));
  return { size: number(table, "size", 0), root };
}

function only(table: Table, names: readonly string[]): void {
  for (const name of table.keys()) if (!names.includes(name)) throw new BadTrust("word", name);
}

function few<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length > most) throw new BadTrust("text", "");
  return list;
}

function text(table: Table, name: string): string {
  const value = table.get(name);
  if (typeof value !== "string" || value === "" || value.length > TEXT_MAX) throw new BadTrust("word", name);
  return value;
}

function texts(table: Table, name: string): readonly string[] {
  const value = table.get(name) ?? [];
  if (typeof value === "string" || typeof value === "number") throw new BadTrust("word", name);
  return value;
}

function number(table: Table, name: string, otherwise: number): number {
  const value = table.get(name) ?? otherwise;
  if (typeof value !== "number") throw new BadTrust("word", name);
  return value;
}

function keyOf(said: string, kind: number): Key {
  const key = readKey(said);
  if (key === null || key.kind !== kind) throw new BadTrust("key", said.split("+")[0] ?? "");
  return key;
}

export interface Seen {
  readonly organisation: string;
  /** Seconds since 1970. */
  readonly at: number;
}

/** Which organisations have seen a head, each once and the first time; null: a line of one of them does not fit. */
export async function seenBy(note: Note, { witnesses }: Trust): Promise<readonly Seen[] | null> {
  const seen = new Map<string, number>();
  for (const { organisation, key } of witnesses) {
    const found = await signedBy(note, key);
    if (found === "refused") return null;
    if (found === "unsigned") continue;
    for (const line of note.signatures.filter((each) => owns(key, each))) {
      seen.set(organisation, Math.min(seen.get(organisation) ?? Infinity, timeOf(line) ?? Infinity));
    }
  }
  return [...seen].map(([organisation, at]) => ({ organisation, at }));
}

/** Nobody is never enough, whatever is asked for. */
export function enough(seen: readonly Seen[], { organisations, must }: Trust): boolean {
  const named = new Set(seen.map(({ organisation }) => organisation));
  return named.size >= Math.max(1, organisations) && must.every((each) => named.has(each));
}
