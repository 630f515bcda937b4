import type { ComponentChildren } from "preact";

export function Foot({ children }: { children: ComponentChildren }) {
  return (
    <footer>
      <div class="footer">
        <div class="width foot">{children}</div>
      </div>
    </footer>
  );
}
