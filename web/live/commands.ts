/**
 * Commands go over HTTP and are answered when they are on disk. Nothing is shown before that: the row comes with the
 * frame, and if the frame does not come the view is fetched.
 */

import { effect } from "@preact/signals";
import type { Problem } from "../../clients/ts/messages.ts";
import { NoAnswer, Refusal, ask } from "./ask.ts";
import type { Store } from "./store.ts";
import { view } from "./view.ts";

export type Answer =
  | { readonly kind: "recorded"; readonly position: number }
  | { readonly kind: "refused"; readonly problem: Problem }
  /** Whether it was recorded is not known. The same key again gives the answer. */
  | { readonly kind: "unknown"; readonly problem: Problem | null };

export interface Command {
  readonly stream: string;
  readonly verb: string;
  readonly body: unknown;
  readonly key: string;
  /** The version of the stream that was seen, where what is given rests on it. */
  readonly ifMatch?: number;
}

const FRAME_MS = 2_000;
const SERVER_FAULT = 500;
const TOO_MANY = 429;

export async function give({ stream, verb, body, key, ifMatch }: Command): Promise<Answer> {
  const headers = { "Idempotency-Key": key, ...(ifMatch === undefined ? {} : { "If-Match": `"${ifMatch}"` }) };
  try {
    const done = await ask<{ position: number }>(`/v1/${stream}/${verb}`, { method: "POST", body, headers });
    return { kind: "recorded", position: done.position };
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "unknown", problem: null };
    if (!(error instanceof Refusal)) throw error;
    const { problem } = error;
    const again = problem.status >= SERVER_FAULT || problem.status === TOO_MANY;
    return again ? { kind: "unknown", problem } : { kind: "refused", problem };
  }
}

/** Wait until a store shows what was recorded at a position. */
export async function shown(store: Store, topic: string, position: number, frameMs: number = FRAME_MS): Promise<void> {
  if (await reached(store, position, frameMs)) return;
  const fetched = await view(topic, { minPosition: position });
  if (fetched.position > store.position.peek()) store.replace(fetched.rows, fetched.position);
}

function reached(store: Store, position: number, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(false), withinMs);
    const stop = effect(() => {
      if (store.position.value >= position) settle(true);
    });
    function settle(inTime: boolean): void {
      clearTimeout(timer);
      resolve(inTime);
      // Later, because the effect may be in its first run and not have a name yet.
      queueMicrotask(() => stop());
    }
  });
}
