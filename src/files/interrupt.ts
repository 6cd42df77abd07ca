/** What is still to be done when the program is told to stop (Ctrl-C): take away half-written files, say what was stored. */

const actions = new Set<() => void>();

/** Does this when the program is stopped, until the returned function is called. It must be done at once: nothing is awaited. */
export function atInterrupt(action: () => void): () => void {
  actions.add(action);
  return () => {
    actions.delete(action);
  };
}

/** Does it all, the latest first. */
export function interrupt(): void {
  const latestFirst = [...actions].reverse();
  actions.clear();
  for (const action of latestFirst) {
    try {
      action();
    } catch {
      // The others are to be done all the same.
    }
  }
}
