/** The question being written: its draft, its sending, and what came of it. */

import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Problem } from "../../clients/ts/messages.ts";
import { give, shown } from "../live/commands.ts";
import type { Draft } from "../live/drafts.ts";
import { newKey } from "../live/keys.ts";
import { language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import type { ItemRow } from "./rows.ts";

export type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "empty" }
  | { readonly kind: "sending" }
  | { readonly kind: "recorded"; readonly position: number }
  /** In words for the reader. Refused is an answer; without one, the same key must ask again. */
  | { readonly kind: "failed"; readonly reason: string; readonly answered: boolean };

export interface QuestionForm {
  readonly draft: Draft | null;
  /** False: the device could not keep the last change. */
  readonly kept: boolean;
  readonly outcome: Signal<Outcome>;
  readonly write: (text: string) => void;
  readonly send: () => Promise<boolean>;
}

export function useQuestion(itemKey: string, item: ItemRow): QuestionForm {
  const room = useRoom();
  const field = room.questionField(itemKey);
  const stream = room.address.topic;
  const outcome = useSignal<Outcome>({ kind: "none" });
  const kept = useSignal(true);
  const blank = useRef<Draft>(newDraft());
  const drafts = room.drafts.value;
  const draft = drafts?.of(stream, field).value ?? null;

  const keep = (next: Draft): void => {
    kept.value = drafts?.keep(stream, field, next, item.shut) ?? false;
  };
  const write = (text: string): void => {
    const before = draft ?? blank.current;
    // Other words under the same key would be refused; the name of the question still keeps it from being put twice.
    const key = before.tried ? newKey() : before.key;
    outcome.value = { kind: "none" };
    if (text === "") {
      blank.current = { ...before, key, text, tried: false };
      drafts?.remove(stream, field);
    } else keep({ ...before, key, text, tried: false, savedAtMs: Date.now() });
  };
  const send = async (): Promise<boolean> => {
    if (draft === null || draft.text.trim() === "") {
      outcome.value = { kind: "empty" };
      return false;
    }
    outcome.value = { kind: "sending" };
    keep({ ...draft, tried: true });
    const result = await deliver(room, itemKey, draft);
    if (result.kind === "recorded") {
      drafts?.remove(stream, field);
      blank.current = newDraft();
    } else if (result.answered) keep({ ...draft, key: newKey(), tried: false });
    outcome.value = result;
    return result.kind === "recorded";
  };
  return { draft, kept: kept.value, outcome, write, send };
}

type Result = Extract<Outcome, { kind: "recorded" | "failed" }>;

async function deliver(room: Room, itemKey: string, draft: Draft): Promise<Result> {
  const stream = room.address.topic;
  const body = { item: itemKey.slice("item/".length), question: draft.name, text: draft.text.trim() };
  const answer = await give({ stream, verb: "raise-question", body, key: draft.key });
  switch (answer.kind) {
    case "recorded":
      room.announcer.answered(answer.position, words.ask.recorded(answer.position));
      void shown(room.meeting, stream, answer.position).catch(() => undefined);
      return { kind: "recorded", position: answer.position };
    case "refused":
      return { kind: "failed", reason: reasonOf(answer.problem), answered: true };
    case "unknown":
      return { kind: "failed", reason: words.failed(answer.problem?.code ?? ""), answered: false };
  }
}

function reasonOf({ detail, detail_en, title }: Problem): string {
  return (language === "en" ? (detail_en ?? detail) : detail) ?? title;
}

function newDraft(): Draft {
  return { text: "", key: newKey(), name: `q-${newKey()}`, savedAtMs: Date.now(), tried: false };
}
