import type { ComponentChildren } from "preact";

/** One line whose height is reserved, so that news never moves the page. `action` leads to the thing itself. */
export function Latest({ children, action }: { children: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="width latest">
      <p class="latest-text">{children}</p>
      <div class="latest-action">{action}</div>
    </div>
  );
}
