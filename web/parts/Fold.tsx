import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

/** A `details` that opens by the width of the page once, and is the reader's from then on. */
export function Fold(props: { summary: ComponentChildren; openFrom?: string; class?: string; children: ComponentChildren }) {
  const { summary, openFrom, children } = props;
  const open = useMemo(() => openFrom !== undefined && matchMedia(`(min-width: ${openFrom})`).matches, []);
  return (
    <details class={`details ${props.class ?? ""}`} open={open}>
      <summary class="details-summary">{summary}</summary>
      {children}
    </details>
  );
}
