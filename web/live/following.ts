/** The page's live connection. Its client is fetched once the first picture stands, so that nobody waits for it. */

import type { Live, Options } from "../../clients/ts/live.ts";
import { credential } from "./session.ts";

const CLIENT = { name: "klynge-web", version: "1" };
const AGAIN_MS = 5_000;

export async function following(told: Pick<Options, "onNews" | "onConnection" | "onHeartbeat">): Promise<Live> {
  const url = `${location.origin.replace(/^http/, "ws")}/v1/live`;
  const live = new (await client(told))({ url, client: CLIENT, credential, ...told });
  live.start();
  addEventListener("online", () => live.wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") live.wake();
  });
  return live;
}

/** Whoever is cut off before it has come is told so, like everybody who is cut off. */
async function client({ onConnection }: Pick<Options, "onConnection">): Promise<typeof Live> {
  for (;;) {
    try {
      return (await import("../../clients/ts/live.ts")).Live;
    } catch {
      onConnection({ state: "lost", restarting: false });
      await new Promise((again) => setTimeout(again, AGAIN_MS));
    }
  }
}
