import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../parts/Button.tsx";

interface OpeningProps {
  readonly name: string;
  /** Open from the start, where the address says so. */
  readonly open?: boolean;
  readonly children: (close: () => void) => ComponentChild;
}

/** A form behind its button, which has the focus again when the form is closed. */
export function Opening({ name, open: first = false, children }: OpeningProps) {
  const open = useSignal(first);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(first);
  useEffect(() => {
    if (wasOpen.current && !open.value) opener.current?.focus();
    wasOpen.current = open.value;
  }, [open.value]);
  if (open.value) return <div class="ask">{children(() => (open.value = false))}</div>;
  return (
    <div class="ask">
      <Button kind="primary" expanded={false} innerRef={opener} onPress={() => (open.value = true)}>
        {name}
      </Button>
    </div>
  );
}
