import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { icons } from "./icons.ts";
import { licences } from "./licences.ts";
import { packed } from "./packed.ts";

interface Page {
  pattern: string;
  page: string;
}

const here = import.meta.dirname;
const packages = resolve(here, "node_modules");
const design = resolve(packages, "dkfds/dist");
const pages = JSON.parse(readFileSync(resolve(here, "pages.json"), "utf8")) as Page[];

export default defineConfig({
  root: here,
  plugins: [icons(resolve(design, "img/svg-icons")), licences(packages), packed()],
  // The design system exports only its script; its files are reached by their place.
  resolve: { alias: { "dkfds-dist": design } },
  css: { preprocessorOptions: { scss: { loadPaths: [resolve(design, "scss")], quietDeps: true } } },
  oxc: { jsx: { importSource: "preact" } },
  build: {
    target: "es2022",
    manifest: true,
    // Inlined pictures would grow every page's style sheet, and a strict content policy wants no data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // What (nearly) all pages share is one file, whatever is fetched later shares with them as well: smaller together.
      // How words are written stands by itself: the English words need it while everything else waits for them.
      output: {
        codeSplitting: {
          groups: [
            { name: "format", test: /words\/format\.ts$/, priority: 1 },
            { name: "all", minShareCount: 9 },
          ],
        },
      },
      input: Object.fromEntries(pages.map(({ page }) => [page, resolve(here, page, "index.html")])),
    },
  },
});
