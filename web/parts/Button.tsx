import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  readonly kind?: "primary" | "secondary";
  readonly type?: "button" | "submit";
  /** Why it cannot be pressed just now. It keeps its focus and says so; a disabled button would drop it. */
  readonly not?: string | null;
  readonly keys?: string;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
  /** What it opens, by name: the focus finds its way back by it. */
  readonly opens?: string;
  readonly onPress?: () => void;
  readonly innerRef?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind = "secondary", type = "button", not = null, keys, expanded, opens, onPress, innerRef, children } = props;
  const press = (event: MouseEvent): void => {
    if (not === null) onPress?.();
    else event.preventDefault();
  };
  return (
    <button
      type={type}
      class={`button button-${kind}`}
      aria-disabled={not === null ? undefined : "true"}
      aria-keyshortcuts={keys}
      aria-expanded={expanded}
      data-opens={opens}
      title={not ?? undefined}
      onClick={press}
      ref={innerRef ?? null}
    >
      {children}
    </button>
  );
}
