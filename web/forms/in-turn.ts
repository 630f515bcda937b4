/** Presses in turn. */

/**
 * What is pressed while something is being sent is given after it: the page may show the next step before the answer has come, and a
 * press is never lost. The same press twice is one; and where what went before was not recorded, nothing is built on it.
 */
export function inTurn<C>(give: (commands: readonly C[]) => Promise<boolean>): (commands: readonly C[]) => Promise<boolean> {
  const asked = new Set<string>();
  let before: Promise<boolean> | null = null;
  return async (commands) => {
    const each = commands.map((command) => JSON.stringify(command));
    if (each.every((one) => asked.has(one))) return false;
    for (const one of each) asked.add(one);
    const earlier = before;
    const own = (async () => (earlier === null || (await earlier) ? give(commands) : false))();
    before = own;
    try {
      return await own;
    } finally {
      for (const one of each) asked.delete(one);
      if (before === own) before = null;
    }
  };
}
