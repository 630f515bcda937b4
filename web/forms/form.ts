/**
 * One form. What is written in it is a draft on this device until the record has it: no frame, no reload and no other
 * item takes it away. Its key is made with the draft, so that sending twice records once.
 */

import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Problem } from "../../clients/ts/messages.ts";
import { give } from "../live/commands.ts";
import type { Answer } from "../live/commands.ts";
import type { Draft } from "../live/drafts.ts";
import { newKey } from "../live/keys.ts";
import { words } from "../words/words.ts";
import { useAround } from "./around.ts";
import { fieldOf, reasonOf } from "./problems.ts";

/** The command a form stands for. */
export interface Ready {
  readonly stream: string;
  readonly verb: string;
  readonly body: unknown;
  readonly ifMatch?: number;
  /** What is given next, when this is recorded: if it is refused, the form begins there again. */
  readonly then?: readonly Ready[];
}

/** What is not filled in yet: field -> what to do about it. */
export interface Missing {
  readonly missing: Readonly<Record<string, string>>;
}

export interface Spec<V extends object> {
  /** Where the draft belongs: a stream, and a field of it. */
  readonly stream: string;
  readonly field: string;
  readonly empty: V;
  /** The text of a closed item stays in the tab. */
  readonly closed?: boolean;
  /** `name` is for what the command makes: random, and kept with the draft. */
  readonly command: (values: V, name: string) => Ready | Missing;
  readonly said: (values: V) => string;
}

export type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "missing"; readonly missing: Missing["missing"] }
  | { readonly kind: "sending" }
  | { readonly kind: "recorded"; readonly position: number }
  | { readonly kind: "failed"; readonly reason: string; readonly problem: Problem | null; readonly field: string | null };

/** What one field of a form is bound to. */
export interface Field {
  readonly id: string;
  readonly value: string;
  readonly error: string | null;
  readonly onValue: (value: string) => void;
}

type Written<V> = { readonly [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

export interface Form<V extends object> {
  readonly values: V;
  readonly name: string;
  readonly begun: boolean;
  /** How many of its commands are recorded, while the rest is not. */
  readonly done: number;
  readonly savedAt: Date | null;
  /** False: the device could not keep the last change. */
  readonly kept: boolean;
  readonly outcome: Signal<Outcome>;
  readonly set: (change: Partial<V>) => void;
  readonly field: (name: Written<V>) => Field;
  readonly errorAt: (name: string) => string | null;
  /** Whether everything is filled in; if not, the outcome tells what is missing. */
  readonly complete: () => boolean;
  readonly send: (instead?: V) => Promise<boolean>;
}

export function useForm<V extends object>(spec: Spec<V>): Form<V> {
  const around = useAround();
  const outcome = useSignal<Outcome>({ kind: "none" });
  const kept = useSignal(true);
  const blank = useRef<Draft>(newDraft());
  const { stream, field, empty, closed = false } = spec;
  const drafts = around.drafts.value;
  const draft = drafts?.of(stream, field).value ?? null;
  const values = { ...empty, ...read<V>(draft) };
  const name = (draft ?? blank.current).name;

  const keep = (next: Draft): void => {
    kept.value = drafts?.keep(stream, field, next, closed) ?? false;
  };
  const set = (change: Partial<V>): void => {
    const before = draft ?? blank.current;
    // Other words under the same key would be refused; the name still keeps it from being made twice.
    const key = before.tried ? newKey() : before.key;
    outcome.value = { kind: "none" };
    keep({ ...before, key, text: JSON.stringify({ ...values, ...change }), tried: false, savedAtMs: Date.now() });
  };
  const check = (given: V): Ready | null => {
    const command = spec.command(given, name);
    if (!("missing" in command)) return command;
    outcome.value = { kind: "missing", missing: command.missing };
    return null;
  };
  const send = async (instead?: V): Promise<boolean> => {
    const given = instead ?? values;
    const command = outcome.peek().kind === "sending" ? null : check(given);
    if (command === null) return false;
    const before = draft ?? blank.current;
    const text = instead === undefined ? before.text : JSON.stringify(instead);
    let trying = { ...before, text, key: before.tried && text !== before.text ? newKey() : before.key, tried: true };
    const stand = (next: Draft): void => {
      if (draft !== null) keep(next);
      else blank.current = next;
    };
    outcome.value = { kind: "sending" };
    const stood = around.position();
    const { then = [], ...first } = command;
    const commands = [first, ...then];
    for (let nth = before.done ?? 0; nth < commands.length; nth += 1) {
      stand(trying);
      const one = commands[nth] ?? first;
      const answer = await give({ ...one, key: trying.key });
      if (answer.kind !== "recorded") {
        stopped(answer, given);
        if (answer.kind === "refused") stand({ ...trying, key: newKey(), tried: false });
        return false;
      }
      if (nth < commands.length - 1) {
        trying = { ...trying, key: newKey(), done: nth + 1 };
        continue;
      }
      drafts?.remove(stream, field);
      blank.current = newDraft();
      around.answered(one.stream, answer.position, spec.said(given), stood);
      outcome.value = { kind: "recorded", position: answer.position };
    }
    return true;
  };
  const stopped = (answer: Exclude<Answer, { kind: "recorded" }>, given: V): void => {
    const { problem } = answer;
    outcome.value =
      answer.kind === "refused"
        ? { kind: "failed", reason: reasonOf(answer.problem), problem, field: fieldOf(answer.problem, given) }
        : { kind: "failed", reason: words.failed(problem?.code ?? ""), problem, field: null };
  };
  const errorAt = (at: string): string | null => errorIn(outcome.value, at);
  return {
    values,
    name,
    begun: draft !== null,
    done: (draft ?? blank.current).done ?? 0,
    savedAt: draft === null ? null : new Date(draft.savedAtMs),
    kept: kept.value,
    outcome,
    set,
    field: (at) => ({
      id: `${field}-${at}`.replaceAll("/", "-"),
      value: values[at] as string,
      error: errorAt(at),
      onValue: (value) => set({ [at]: value } as unknown as Partial<V>),
    }),
    errorAt,
    complete: () => check(values) !== null,
    send,
  };
}

function errorIn(outcome: Outcome, at: string): string | null {
  if (outcome.kind === "missing") return outcome.missing[at] ?? null;
  return outcome.kind === "failed" && outcome.field === at ? outcome.reason : null;
}

function read<V>(draft: Draft | null): Partial<V> {
  if (draft === null) return {};
  try {
    return JSON.parse(draft.text) as Partial<V>;
  } catch {
    return {};
  }
}

function newDraft(): Draft {
  return { text: "", key: newKey(), name: newKey(), savedAtMs: Date.now(), tried: false };
}
