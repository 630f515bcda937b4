import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

interface FoldProps {
  readonly summary: ComponentChildren;
  readonly openFrom?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A `details` that opens by the width of the page once, and is the reader's from then on. */
export function Fold(props: FoldProps) {
  const { summary, openFrom, children } = props;
  const open = useMemo(() => openFrom !== undefined && matchMedia(`(min-width: ${openFrom})`).matches, []);
  return (
    <details class={`details ${props.class ?? ""}`} open={open}>
      <summary class="details-summary">{summary}</summary>
      {children}
    </details>
  );
}
