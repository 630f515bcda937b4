import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Alert } from "../parts/Alert.tsx";
import { words } from "../words/words.ts";
import { SignInAgain } from "./SignInAgain.tsx";
import type { Act } from "./act.ts";

/** What went wrong with a press, where it was pressed; it stays until the next. */
export function ActFailed({ act, children }: { act: Act; children?: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const outcome = act.outcome.value;
  useEffect(() => {
    if (outcome.kind === "failed") place.current?.focus();
  }, [outcome]);
  if (outcome.kind !== "failed") return null;
  return (
    <div ref={place} tabIndex={-1} class="summary-of-errors">
      <Alert tone="error" heading={words.form.errorTitle}>
        <p>{outcome.reason}</p>
        <SignInAgain code={outcome.code} />
        {children}
      </Alert>
    </div>
  );
}
