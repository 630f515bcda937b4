import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Refusal } from "../live/ask.ts";
import { reasonOf } from "../forms/problems.ts";
import { history } from "../words/history/words.ts";

export interface Asking<A> {
  /** Null: not answered yet. */
  readonly answer: Signal<A | null>;
  /** Why there is no answer, or no more of it. */
  readonly fault: Signal<string | null>;
  /** Whether what is asked for is not there, or not for this reader. */
  readonly missing: Signal<boolean>;
  readonly more: (question: () => Promise<A>, join: (before: A, next: A) => A) => void;
}

const NOT_FOUND = 404;

/** What is asked once, when the page is opened, and gone on from by the reader. */
export function useAsked<A>(question: (() => Promise<A>) | null): Asking<A> {
  const answer = useSignal<A | null>(null);
  const fault = useSignal<string | null>(null);
  const missing = useSignal(false);
  const failed = (error: unknown): void => {
    if (error instanceof Refusal && error.problem.status === NOT_FOUND) missing.value = true;
    else fault.value = error instanceof Refusal && error.problem.code !== undefined ? reasonOf(error.problem) : history.noAnswer;
  };
  useEffect(() => {
    question?.().then((found) => (answer.value = found), failed);
  }, []);
  const more: Asking<A>["more"] = (next, join) => {
    fault.value = null;
    next().then((found) => {
      const before = answer.peek();
      answer.value = before === null ? found : join(before, found);
    }, failed);
  };
  return { answer, fault, missing, more };
}
