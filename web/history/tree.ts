/** A way as it is read: every thing under the one it is next to, each shown whole once. */

import type { WayStep, WayThing, WayTold } from "./answers.ts";

export interface Branch {
  readonly thing: WayThing;
  /** How one led to the other; null of where the way begins. */
  readonly step: WayStep | null;
  /** It stands whole elsewhere: nothing follows under it here. */
  readonly again: boolean;
  readonly branches: readonly Branch[];
}

/** From the first of the things. Null: there is no way from there. */
export function treeOf({ things, steps }: WayTold, back: boolean): Branch | null {
  const byKey = new Map(things.map((thing) => [thing.key, thing]));
  const [first] = things;
  if (first === undefined) return null;
  const onward = new Map<string, { step: WayStep; other: WayThing }[]>();
  for (const step of steps) {
    const [here, there] = back ? [step.later, step.earlier] : [step.earlier, step.later];
    const other = byKey.get(there);
    if (other === undefined) continue;
    const known = onward.get(here) ?? [];
    // A thing may lead to another by several events: that is one step of the way.
    if (!known.some((each) => each.other.key === there && each.step.kind === step.kind)) known.push({ step, other });
    onward.set(here, known);
  }
  const shown = new Set<string>();
  const branch = (thing: WayThing, step: WayStep | null): Branch => {
    const again = shown.has(thing.key);
    shown.add(thing.key);
    const next = again ? [] : (onward.get(thing.key) ?? []);
    return { thing, step, again, branches: next.map((each) => branch(each.other, each.step)) };
  };
  return branch(first, null);
}
