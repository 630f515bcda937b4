import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

export type Tone = "info" | "warning" | "error" | "success";

export function Alert({ tone, heading, children }: { tone: Tone; heading?: string; children?: ComponentChildren }) {
  return (
    <div class={`alert alert-${tone} alert--paragraph`}>
      <span class="alert-icon">
        <Icon name={tone} />
      </span>
      {heading !== undefined && <p class="alert-heading">{heading}</p>}
      {children !== undefined && <div class="alert-text">{children}</div>}
    </div>
  );
}
