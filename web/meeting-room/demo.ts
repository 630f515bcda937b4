/** The demonstration: a meeting that can be played again. It answers nowhere else. */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../live/ask.ts";

const AFTER_PAINT_MS = 500;

export interface Demo {
  readonly there: ReadonlySignal<boolean>;
  readonly starting: ReadonlySignal<boolean>;
  readonly again: () => void;
}

export function useDemo(): Demo {
  const [demo] = useState(makeDemo);
  useEffect(() => {
    // No page in use waits for a question that is about demonstrations.
    const timer = setTimeout(demo.look, AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  return demo;
}

function makeDemo(): Demo & { readonly look: () => void } {
  const there = signal(false);
  const starting = signal(false);
  const look = (): void => {
    ask("/demo").then(
      () => (there.value = true),
      () => (there.value = false),
    );
  };
  const again = (): void => {
    starting.value = true;
    ask("/demo/play-again", { method: "POST" })
      .catch(() => undefined)
      .finally(() => (starting.value = false));
  };
  return { there, starting, look, again };
}
