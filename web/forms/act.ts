/** Commands that need no form: one press, one or several commands in turn. */

import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { give } from "../live/commands.ts";
import { newKey } from "../live/keys.ts";
import { words } from "../words/words.ts";
import { useAround } from "./around.ts";
import type { Ready } from "./form.ts";
import { inTurn } from "./in-turn.ts";
import { reasonOf } from "./problems.ts";

export type Acted =
  | { readonly kind: "none" }
  | { readonly kind: "sending" }
  | { readonly kind: "failed"; readonly reason: string; readonly code: string };

export interface Act {
  readonly outcome: Signal<Acted>;
  /** Each is given when the one before is recorded. Without a clear answer, the same press asks again with the same key. */
  readonly give: (commands: readonly (Ready & { readonly said: string })[]) => Promise<boolean>;
}

export function useAct(): Act {
  const around = useAround();
  const outcome = useSignal<Acted>({ kind: "none" });
  const keys = useRef(new Map<string, string>());
  const giveOne = async ({ said, ...command }: Ready & { said: string }): Promise<boolean> => {
    const same = JSON.stringify(command);
    const key = keys.current.get(same) ?? newKey();
    keys.current.set(same, key);
    const stood = around.position();
    const answer = await give({ ...command, key });
    if (answer.kind !== "unknown") keys.current.delete(same);
    if (answer.kind === "recorded") {
      around.answered(command.stream, answer.position, said, stood);
      return true;
    }
    const code = answer.problem?.code ?? "";
    const reason = answer.kind === "refused" ? reasonOf(answer.problem) : words.failed(code);
    outcome.value = { kind: "failed", reason, code };
    return false;
  };
  const giveAll = async (commands: readonly (Ready & { readonly said: string })[]): Promise<boolean> => {
    outcome.value = { kind: "sending" };
    for (const command of commands) if (!(await giveOne(command))) return false;
    outcome.value = { kind: "none" };
    return true;
  };
  // The latest of its drawings gives: it knows what the page shows now.
  const latest = useRef(giveAll);
  latest.current = giveAll;
  const turns = useRef(inTurn((commands: readonly (Ready & { readonly said: string })[]) => latest.current(commands)));
  return { outcome, give: turns.current };
}
