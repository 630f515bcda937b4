/** The licences of what is handed out with the pages, beside it: they ask to travel along. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const TEXTS = {
  "Det Fælles Designsystem": "dkfds/LICENSE.md",
  "IBM Plex Sans": "dkfds/dist/fonts/IBMPlexSans/split/woff2/license.txt",
  Preact: "preact/LICENSE",
  "Preact Signals": "@preact/signals/LICENSE",
};

export function licences(packages: string): Plugin {
  return {
    name: "klynge-licences",
    apply: "build",
    generateBundle() {
      const texts = Object.entries(TEXTS).map(([name, file]) => {
        return `${name}\n\n${readFileSync(resolve(packages, file), "utf8").trim()}\n`;
      });
      this.emitFile({ type: "asset", fileName: "assets/licences.txt", source: texts.join("\n---\n\n") });
    },
  };
}
