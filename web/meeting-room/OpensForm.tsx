import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../parts/Button.tsx";

interface OpensProps {
  readonly name: string;
  /** Shown beside the button where something is written and not sent. */
  readonly draft?: string | null;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that gives way to its form, and gets the focus back when the form is closed. */
export function OpensForm({ name, draft = null, children }: OpensProps) {
  const open = useSignal(false);
  const closed = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  // The opener is there again only after the repaint that takes the form away.
  useLayoutEffect(() => {
    if (!closed.current || open.value) return;
    closed.current = false;
    opener.current?.focus();
  }, [open.value]);
  const close = (): void => {
    closed.current = true;
    open.value = false;
  };
  if (open.value) return <>{children(close)}</>;
  return (
    <div class="button-group">
      <Button innerRef={opener} onPress={() => (open.value = true)}>
        {name}
      </Button>
      {draft !== null && <span class="quiet">{draft}</span>}
    </div>
  );
}
