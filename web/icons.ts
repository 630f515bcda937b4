/** One sprite of the icons the pages use: a few names cost 1 kB where the whole set costs 15. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const NAMES = ["arrow-downward", "arrow-upward", "attach-file", "error", "info", "lock", "success", "sync", "time", "warning", "person"];
const MODULE = "virtual:icons";
const LOADED = `\0${MODULE}`;
const DEV_ADDRESS = "/icons.svg";

export function icons(folder: string): Plugin {
  let serving = false;
  return {
    name: "klynge-icons",
    configResolved(config) {
      serving = config.command === "serve";
    },
    resolveId: (id) => (id === MODULE ? LOADED : undefined),
    load(id) {
      if (id !== LOADED) return undefined;
      if (serving) return `export default ${JSON.stringify(DEV_ADDRESS)}`;
      const file = this.emitFile({ type: "asset", name: "icons.svg", source: sprite(folder) });
      return `export default import.meta.ROLLUP_FILE_URL_${file}`;
    },
    configureServer(server) {
      server.middlewares.use(DEV_ADDRESS, (_request, response) => {
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(sprite(folder));
      });
    },
  };
}

function sprite(folder: string): string {
  const symbols = NAMES.map((name) => symbol(name, readFileSync(resolve(folder, `${name}.svg`), "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

function symbol(name: string, svg: string): string {
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1];
  const drawing = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (box === undefined || drawing === undefined) throw new Error(`${name}.svg is not an icon`);
  return `<symbol id="${name}" viewBox="${box}">${drawing.trim()}</symbol>`;
}
