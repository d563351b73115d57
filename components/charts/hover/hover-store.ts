/**
 * Where the reader looks: one position on one x axis. Panels with the same axis show it together. A store outside React
 * state, so that a moving pointer redraws a hairline and not the figures.
 */
export interface Hover {
  readonly axis: string;
  readonly x: number;
  /** The figure whose numbers are being read. */
  readonly figure: string;
  /** The panel of it that the pointer is in; null by keys. */
  readonly facet: number | null;
  /** Stays when the pointer leaves: after a click, or when arrow keys moved it. */
  readonly pinned: boolean;
}

export interface HoverStore {
  get(): Hover | null;
  set(hover: Hover | null): void;
  subscribe(listener: () => void): () => void;
}

export function createHoverStore(initial: Hover | null = null): HoverStore {
  let now = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(next) {
      if (next === now || (next && now && same(next, now))) return;
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const same = (a: Hover, b: Hover) =>
  a.axis === b.axis && a.x === b.x && a.figure === b.figure && a.facet === b.facet && a.pinned === b.pinned;
