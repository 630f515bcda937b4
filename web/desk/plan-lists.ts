/** The plans of the cluster that are not closed, and their themes, as they can be chosen at the desk. */

import type { Named } from "../../clients/ts/messages.ts";
import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { ThingRow } from "../agreements/rows.ts";
import type { Choice } from "../forms/fields.tsx";
import { Store } from "../live/store.ts";
import { view } from "../live/view.ts";
import type { View } from "../live/view.ts";
import type { Words } from "../rows/rows.ts";
import { SEVERAL } from "./effect-kind.ts";

interface PlanRow {
  readonly type: "plan";
  readonly plan: Named;
  readonly state: string | null;
  readonly title: Words;
}

interface ThemeRow {
  readonly type: "theme";
  readonly theme: string;
  readonly number: string;
  readonly title: Words;
}

interface Listed extends Choice {
  readonly state: string | null;
  readonly themes: readonly Choice[];
}

export class PlanLists {
  readonly #stores = signal<readonly Store[]>([]);
  readonly #plans = computed(() => this.#stores.value.flatMap(listed));
  readonly open: ReadonlySignal<readonly Choice[]> = computed(() => this.#plans.value.filter(({ state }) => state !== "closed"));
  readonly drafted: ReadonlySignal<readonly Choice[]> = computed(() => this.#plans.value.filter(({ state }) => state === "drafted"));
  readonly adopted: ReadonlySignal<readonly Choice[]> = computed(() => this.#plans.value.filter(({ state }) => state === "adopted"));
  /** Each with its plan. */
  readonly themes: ReadonlySignal<readonly Choice[]> = computed(() => this.#plans.value.flatMap(({ themes }) => themes));

  /** Which plans there are does not change during a meeting; what they say does. */
  async fetch(scope: string, follow: (store: Store, first: View) => void): Promise<void> {
    const { rows } = await view(`${scope}/estate`, { prefix: "plan/" });
    const things = Object.values(rows) as unknown as readonly ThingRow[];
    const plans = things.flatMap(({ thing, state }) => (state === "open" ? [thing.id] : []));
    const stores = await Promise.all(
      plans.map(async (plan) => {
        const store = new Store();
        follow(store, await view(plan));
        return store;
      }),
    );
    this.#stores.value = stores;
  }
}

function listed(store: Store): readonly Listed[] {
  const rows = store.rows() as readonly (PlanRow | ThemeRow)[];
  return rows.flatMap((row) => {
    if (row.type !== "plan") return [];
    const { plan, state, title } = row;
    const themes = rows.flatMap((each) =>
      each.type === "theme"
        ? [{ value: [plan.id, each.theme].join(SEVERAL), label: `${each.number}: ${each.title ?? each.theme}` }]
        : [],
    );
    return [{ value: plan.id, label: title ?? plan.name, state, themes }];
  });
}
