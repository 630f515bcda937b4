import type { Voice } from "../live/announcer.ts";

const NO_BREAK = "\u00a0";

/** Speaks through the page's one live region. It stands outside every part, so that no repaint swallows a sentence. */
export function speaker(id: string): Voice {
  const region = document.getElementById(id);
  return {
    say: (text) => {
      if (region === null) return;
      // The same words again are no change, and would not be read.
      region.textContent = region.textContent === text ? text + NO_BREAK : text;
    },
    hush: () => region?.replaceChildren(),
  };
}
