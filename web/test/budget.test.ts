/** Every page within its weight: what a cold browser fetches for it, compressed, read from the build's own list. */

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Manifest } from "vite";
import pages from "../pages.json" with { type: "json" };

const dist = resolve(import.meta.dirname, "../dist");
const built = resolve(dist, ".vite/manifest.json");
if (!existsSync(built)) throw new Error("There is nothing to weigh: run `npm run build` first.");
const manifest = JSON.parse(readFileSync(built, "utf8")) as Manifest;
const KB = 1_000;

const CSS_MAX = 16 * KB;
const FONTS_MAX = 52 * KB;
const SPRITE_MAX = 4 * KB;
/** Preact, signals, the live client, store, words and format: what all pages share. */
const ALL_SHARE = 22 * KB;
/** What the page has for itself, and what it shares with some. */
const PAGE_MAX: Record<string, number> = {
  agreements: 26 * KB,
  board: 28 * KB,
  call: 15 * KB,
  cluster: 20 * KB,
  "data-protection": 17 * KB,
  desk: 48 * KB,
  funds: 31 * KB,
  history: 30 * KB,
  lists: 22 * KB,
  "meeting-room": 30 * KB,
  notices: 10 * KB,
  "sign-in": 5 * KB,
  verify: 16 * KB,
};
const SCRIPTS_MAX = 70 * KB;
/** With the words in English, which only their readers fetch. */
const IN_ENGLISH_MAX = 80 * KB;
/** The bar under a page of the past, with its words in both languages: none but those who look at one fetch it. */
const REPLAY = "replay/Bar.tsx";
const REPLAY_MAX = 3 * KB;
/** A form that is fetched once its page stands, with its words in both languages. */
const FORM_MAX = 16 * KB;

const weight = (file: string): number => gzipSync(readFileSync(resolve(dist, file)), { level: 9 }).length;
const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + weight(file), 0);
const assets = [...new Set(Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])]))];

/** A page's own script, and what it shares with others. */
function scripts(page: string): { own: string; shared: Set<string>; css: Set<string>; later: Set<string> } {
  const entry = manifest[`${page}/index.html`];
  if (entry === undefined) throw new Error(`${page} was not built`);
  const shared = new Set<string>();
  const css = new Set(entry.css);
  const later = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || shared.has(chunk.file)) return;
    shared.add(chunk.file);
    for (const sheet of chunk.css ?? []) css.add(sheet);
    for (const each of chunk.dynamicImports ?? []) if (each !== REPLAY) later.add(manifest[each]?.file ?? "");
    chunk.imports?.forEach(visit);
  };
  entry.imports?.forEach(visit);
  for (const each of entry.dynamicImports ?? []) later.add(manifest[each]?.file ?? "");
  return { own: entry.file, shared, css, later };
}

test.each(pages)("$page stays within its budget", ({ page }) => {
  const { own, shared, css, later } = scripts(page);
  const room = PAGE_MAX[page];
  if (room === undefined) throw new Error(`${page} has no budget`);
  expect(weight(`${page}/index.html`)).toBeLessThanOrEqual(KB);
  expect(weight(own) + total(shared)).toBeLessThanOrEqual(room + ALL_SHARE);
  expect(weight(own) + total(shared)).toBeLessThanOrEqual(SCRIPTS_MAX);
  expect(later.size).toBeGreaterThan(0);
  expect(weight(own) + total(shared) + total(later)).toBeLessThanOrEqual(IN_ENGLISH_MAX);
  expect(total(css)).toBeGreaterThan(0);
  expect(total(css)).toBeLessThanOrEqual(CSS_MAX);
});

test("the form of a decision comes after the desk, and stays within its budget", () => {
  const form = manifest["desk/DecisionForm.tsx"];
  if (form === undefined) throw new Error("the form was not built");
  const { later, shared } = scripts("desk");
  expect(later).toContain(form.file);
  expect(shared).not.toContain(form.file);
  const words = (form.dynamicImports ?? []).map((each) => manifest[each]?.file ?? "");
  expect(words.length).toBeGreaterThan(0);
  expect(weight(form.file) + total(words)).toBeLessThanOrEqual(FORM_MAX);
});

test("the bar of a page of the past comes to no other page, and stays within its budget", () => {
  const bar = manifest[REPLAY];
  if (bar === undefined) throw new Error("the bar was not built");
  const behind = scripts("board").shared;
  expect([...Object.values(manifest)].some((chunk) => chunk.imports?.includes(REPLAY))).toBe(false);
  const own = (bar.imports ?? []).map((each) => manifest[each]?.file ?? "").filter((file) => !behind.has(file));
  const words = (bar.dynamicImports ?? []).map((each) => manifest[each]?.file ?? "");
  expect(weight(bar.file) + total(own) + total(words)).toBeLessThanOrEqual(REPLAY_MAX);
});

test("no words wait for what waits for them", () => {
  const behind = (name: string, seen: Set<string>): Set<string> => {
    for (const each of manifest[name]?.imports ?? []) if (!seen.has(each)) behind(each, seen.add(each));
    return seen;
  };
  const words = Object.keys(manifest).filter((name) => name.startsWith("words/") && manifest[name]?.isDynamicEntry);
  expect(words.length).toBeGreaterThan(0);
  for (const name of words) {
    const waiting = [...behind(name, new Set())].filter((each) => manifest[each]?.dynamicImports?.includes(name));
    expect(waiting, name).toEqual([]);
  }
});

test("fonts and icons stay within theirs, in the one format that is fetched", () => {
  const fonts = assets.filter((file) => /\.(woff2?|ttf|eot)$/.test(file));
  expect(fonts.every((file) => file.endsWith(".woff2"))).toBe(true);
  expect(fonts).toHaveLength(3);
  expect(fonts.reduce((sum, file) => sum + readFileSync(resolve(dist, file)).length, 0)).toBeLessThanOrEqual(FONTS_MAX);
  const sprites = assets.filter((file) => /icons-.*\.svg$/.test(file));
  expect(sprites).toHaveLength(1);
  expect(total(sprites)).toBeLessThanOrEqual(SPRITE_MAX);
});

test("no page needs what the content policy forbids", () => {
  for (const { page } of pages) {
    const html = readFileSync(resolve(dist, page, "index.html"), "utf8");
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)|\son\w+=/);
  }
});
