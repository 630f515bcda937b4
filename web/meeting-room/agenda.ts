/** The meeting's rows, read: items in the order of the agenda, the item on the floor, decisions and their answers. */

import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Store } from "../live/store.ts";
import type { AgendaRow, DecisionRow, ItemRow, MeetingRow, QuestionRow, RecommendationRow } from "./rows.ts";

export function meetingOf(store: Store): ReadonlySignal<MeetingRow | null> {
  return store.row<MeetingRow>("meeting");
}

/** The agenda as a whole: sent, changed since, adopted. */
export function agendaOf(store: Store): ReadonlySignal<AgendaRow | null> {
  return store.row<AgendaRow>("agenda");
}

/** Keys of the items, by the order in which they came on the agenda. */
export function itemsOf(store: Store): ReadonlySignal<readonly string[]> {
  return computed(() => inOrder(store, "item/"));
}

/** Keys of an item's questions, as they were asked. Their names tell nothing of that: the page makes its own. */
export function questionsOf(store: Store, item: string): readonly string[] {
  return inOrder(store, `${item}/question/`);
}

function inOrder(store: Store, prefix: string): readonly string[] {
  const order = (key: string): number => store.row<ItemRow | QuestionRow>(key).value?.order ?? 0;
  return [...store.under(prefix).value].sort((a, b) => order(a) - order(b));
}

export function floorOf(store: Store): ReadonlySignal<string | null> {
  return computed(() => {
    const floor = meetingOf(store).value?.floor ?? null;
    return floor === null ? null : `item/${floor}`;
  });
}

/** By its number as it stands now; or by its name, which a link from elsewhere knows and no change of numbers touches. */
export function itemNumbered(store: Store, number: string): string | null {
  const keys = store.under("item/").peek();
  const named = `item/${number}`;
  return keys.find((key) => store.row<ItemRow>(key).peek()?.number === number) ?? keys.find((key) => key === named) ?? null;
}

/** A recommendation beside the decision that answers it. */
export interface Pair {
  readonly recommendation: string | null;
  readonly decision: string | null;
  /** The number of a decision that stands further up already. */
  readonly seeAbove: string | null;
}

export function pairsOf(store: Store, item: string): readonly Pair[] {
  const recommendations = store.under(`${item}/recommendation/`).value;
  const decisions = store.under(`${item}/decision/`).value;
  const byNumber = new Map(decisions.map((key) => [store.row<DecisionRow>(key).value?.number, key]));
  const shown = new Set<string>();
  const pairs = recommendations.map((recommendation): Pair => {
    const answeredBy = store.row<RecommendationRow>(recommendation).value?.answered_by ?? null;
    const decision = answeredBy === null ? null : (byNumber.get(answeredBy) ?? null);
    if (decision !== null && shown.has(decision)) return { recommendation, decision: null, seeAbove: answeredBy };
    if (decision !== null) shown.add(decision);
    return { recommendation, decision, seeAbove: null };
  });
  const others = decisions.filter((decision) => !shown.has(decision));
  return [...pairs, ...others.map((decision): Pair => ({ recommendation: null, decision, seeAbove: null }))];
}
