/** Closing a form keeps its text and gives the focus back to what opened it. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Desk } from "./desk.ts";
import { useDesk } from "./desk.ts";

export function useClosed(form: string): () => void {
  const desk = useDesk();
  const name = useRef(form);
  // The opener may be there again only after the repaint that takes the form away.
  useLayoutEffect(() => () => giveBack(desk, name.current), []);
  return () => {
    if (desk.open.peek() === form) desk.open.value = null;
  };
}

function giveBack(desk: Desk, form: string): void {
  queueMicrotask(() => {
    if (desk.open.peek() !== null || document.activeElement !== document.body) return;
    const opener = document.querySelector<HTMLElement>(`[data-opens="${form}"]`);
    (opener ?? document.querySelector<HTMLElement>("[data-heading]"))?.focus();
  });
}
