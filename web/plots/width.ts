import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const UNKNOWN = 640;

/** How wide a drawing may be, in the page's own units: it is drawn at that width, so that its words keep their size. */
export function useWidth(): [Ref<HTMLDivElement>, number] {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(UNKNOWN);
  useLayoutEffect(() => {
    const watched = place.current;
    if (watched === null) return undefined;
    const measure = (): void => {
      width.value = Math.max(1, Math.floor(watched.clientWidth)) || UNKNOWN;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [place, width.value];
}
