import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useRoom } from "./in-room.ts";

/**
 * When what had the focus is gone, because a right was or an item was, the focus goes to the heading and not to
 * nowhere. `shown` changes with what the part shows.
 */
export function useFocusKept(part: { readonly current: HTMLElement | null }, shown: string): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const element = part.current;
    const remember = (event: FocusEvent): void => {
      focused.current = event.target instanceof Element ? event.target : null;
    };
    element?.addEventListener("focusin", remember);
    return () => element?.removeEventListener("focusin", remember);
  }, []);
  useLayoutEffect(() => {
    const taken = focused.current !== null && !focused.current.isConnected;
    if (taken && document.activeElement === document.body) {
      part.current?.querySelector<HTMLElement>("[data-heading]")?.focus();
    }
  }, [shown]);
}

/**
 * Take the reader where they asked to go, once: the next item may open by itself, and that must not move the focus.
 */
export function useWanted(heading: { readonly current: HTMLElement | null }): void {
  const room = useRoom();
  const wanted = room.wanted.value;
  useEffect(() => {
    if (wanted === null) return;
    room.wanted.value = null;
    const place = document.querySelector<HTMLElement>(`[data-position="${wanted.position}"]`);
    (place ?? heading.current)?.focus();
  }, [wanted]);
}
