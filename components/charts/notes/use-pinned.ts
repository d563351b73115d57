"use client";
import { useHoverStore } from "../hover/use-hover";
import type { Span } from "../notes/notes";

/** What a reader has pinned on this axis, when it is asked. */
export function usePinned(axis: string): () => Span | null {
  const store = useHoverStore();
  return () => {
    const hover = store.get();
    return hover?.pinned && hover.axis === axis ? { from: hover.x, to: hover.x } : null;
  };
}
