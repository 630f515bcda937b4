import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Standing } from "../live/connection.ts";
import { words } from "../words/words.ts";
import { Icon } from "./Icon.tsx";

const ICONS: Record<Standing["state"], string> = {
  loading: "sync",
  live: "success",
  "catching-up": "sync",
  lost: "warning",
  offline: "warning",
  "signed-out": "person",
  ended: "error",
  history: "time",
};

/** How fresh the page is, what is going on, and the one thing to do. Sticky, so it says so at any place of the page. */
export function Strip(props: { state: Standing["state"]; button?: ComponentChildren; children?: ComponentChildren }) {
  const { state, button, children } = props;
  return (
    <>
      <div class={`strip strip-${state}`}>
        <div class="width">
          <p class="strip-state">
            <Icon name={ICONS[state]} />
            <strong>{words.states[state]}</strong>
          </p>
          <p class="strip-text">{children}</p>
          <div class="strip-button">{button}</div>
        </div>
      </div>
      {state === "history" && <Replay />}
    </>
  );
}

/** The bar of a page of the past is fetched by those who look at one; its room is there before. */
function Replay() {
  const [{ Bar }, setLoaded] = useState<{ Bar?: ComponentType }>({});
  useEffect(() => void import("../replay/Bar.tsx").then(setLoaded), []);
  return <div class="width replay">{Bar !== undefined && <Bar />}</div>;
}
