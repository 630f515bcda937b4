/** A way as it is read: every thing under the one it is next to, each shown whole once. */

interface Thing {
  readonly key: string;
}

interface Step {
  readonly earlier: string;
  readonly later: string;
}

export interface Branch<T, S> {
  readonly thing: T;
  /** How one led to the other; null of where the way begins. */
  readonly step: S | null;
  /** It stands whole elsewhere: nothing follows under it here. */
  readonly again: boolean;
  readonly branches: readonly Branch<T, S>[];
}

/**
 * From the first of the things. Null: there is no way from there. `same`: what two steps between the same things have in common
 * where they are one step of the way, for a thing may lead to another by several events.
 */
export function treeOf<T extends Thing, S extends Step>(
  things: readonly T[],
  steps: readonly S[],
  back: boolean,
  same: (step: S) => string,
): Branch<T, S> | null {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const [first] = things;
  if (first === undefined) return null;
  const onward = new Map<string, { step: S; other: T }[]>();
  for (const step of steps) {
    const [here, there] = back ? [step.later, step.earlier] : [step.earlier, step.later];
    const other = byKey.get(there);
    if (other === undefined) continue;
    const known = onward.get(here) ?? [];
    if (!known.some((each) => each.other.key === there && same(each.step) === same(step))) known.push({ step, other });
    onward.set(here, known);
  }
  const shown = new Set<string>();
  const branch = (thing: T, step: S | null): Branch<T, S> => {
    const again = shown.has(thing.key);
    shown.add(thing.key);
    const next = again ? [] : (onward.get(thing.key) ?? []);
    return { thing, step, again, branches: next.map((each) => branch(each.other, each.step)) };
  };
  return branch(first, null);
}
