/**
 * As much of TOML as a trust file needs: tables, lists of tables, texts, whole numbers, lists of texts, remarks. What is
 * written otherwise is refused with its line; nothing is guessed.
 */

export type Value = string | number | readonly string[];
export type Table = Map<string, Value>;

export interface Document {
  readonly top: Table;
  readonly tables: ReadonlyMap<string, Table>;
  readonly lists: ReadonlyMap<string, readonly Table[]>;
}

/** The file cannot be read from this line on. */
export class BadLine extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

const KEY = /[A-Za-z0-9_-]+/y;
const TEXT = /"((?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\["\\bfnrt]|\\u[0-9a-fA-F]{4})*)"/y;
const NUMBER = /(?:0|[1-9]\d{0,14})(?![\w.+-])/y;
const BLANK = /[ \t]*/y;
const GAP = /(?:[ \t\n]|#[^\n\x00-\x08\x0b-\x1f\x7f]*)*/y;
const END = /[ \t]*(?:#[^\n\x00-\x08\x0b-\x1f\x7f]*)?(?:\n|$)/y;

export function readToml(said: string): Document {
  return new Reader(said.replaceAll("\r\n", "\n")).document();
}

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Document {
    const top: Table = new Map();
    const tables = new Map<string, Table>();
    const lists = new Map<string, Table[]>();
    let table = top;
    for (this.#take(GAP); this.#at < this.#text.length; this.#take(GAP)) {
      if (this.#text.startsWith("[[", this.#at)) {
        const name = this.#named("[[", "]]");
        if (tables.has(name) || top.has(name)) this.#fail();
        table = new Map();
        lists.set(name, [...(lists.get(name) ?? []), table]);
      } else if (this.#text.startsWith("[", this.#at)) {
        const name = this.#named("[", "]");
        if (tables.has(name) || lists.has(name) || top.has(name)) this.#fail();
        table = new Map();
        tables.set(name, table);
      } else {
        this.#pair(table);
      }
      this.#need(END);
    }
    return { top, tables, lists };
  }

  #named(open: string, close: string): string {
    this.#word(open);
    this.#take(BLANK);
    const name = this.#need(KEY);
    this.#take(BLANK);
    this.#word(close);
    return name;
  }

  #pair(table: Table): void {
    const key = this.#need(KEY);
    if (table.has(key)) this.#fail();
    this.#take(BLANK);
    this.#word("=");
    this.#take(BLANK);
    table.set(key, this.#value());
  }

  #value(): Value {
    const next = this.#text[this.#at];
    if (next === '"') return this.#string();
    if (next !== "[") return Number(this.#need(NUMBER));
    const list: string[] = [];
    this.#word("[");
    for (this.#take(GAP); this.#text[this.#at] !== "]"; this.#take(GAP)) {
      list.push(this.#string());
      this.#take(GAP);
      if (this.#text[this.#at] !== "]") this.#word(",");
    }
    this.#word("]");
    return list;
  }

  #string(): string {
    // What TOML lets stand in a text and JSON does not, is a tab.
    return JSON.parse(this.#need(TEXT).replaceAll("\t", "\\t")) as string;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  #need(pattern: RegExp): string {
    return this.#take(pattern) ?? this.#fail();
  }

  #word(word: string): void {
    if (!this.#text.startsWith(word, this.#at)) this.#fail();
    this.#at += word.length;
  }

  #fail(): never {
    throw new BadLine(this.#text.slice(0, this.#at).split("\n").length);
  }
}
