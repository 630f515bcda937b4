import { useRef } from "preact/hooks";
import { desk as words } from "../words/desk/words.ts";
import { useDesk } from "./desk.ts";
import type { Tab } from "./desk.ts";

const TABS: readonly Tab[] = ["agenda", "item", "minutes"];

/**
 * Where there is no room for three panes. Buttons that say which is shown, and not the pattern of tabs: on a wide screen
 * all panes are there, and a tab panel without its tabs would be a riddle.
 */
export function Tabs() {
  const { tab } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const steer = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab.value) + step + TABS.length) % TABS.length] ?? tab.value;
    tab.value = next;
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <div class="desk-tabs" role="group" aria-label={words.tabsName} ref={list} onKeyDown={steer}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          data-tab={name}
          aria-pressed={tab.value === name}
          aria-controls={`pane-${name}`}
          onClick={() => (tab.value = name)}
        >
          {words.tabs[name]}
        </button>
      ))}
    </div>
  );
}
