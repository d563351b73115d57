"use client";
import type { ShownFigure } from "@/components/comparison/figures";
import { ReadingCard } from "@/components/comparison/reading-box";
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";

/** The line figures of a page, whichever panel they are in, so that one card can read any of them. */
function createReadables() {
  const byPanel = new Map<string, readonly ShownFigure[]>();
  const listeners = new Set<() => void>();
  let all: readonly ShownFigure[] = [];
  const changed = () => {
    all = [...byPanel.values()].flat();
    for (const listener of listeners) listener();
  };
  return {
    get: () => all,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    put(panel: string, figures: readonly ShownFigure[]) {
      byPanel.set(panel, figures);
      changed();
      return () => {
        if (byPanel.get(panel) !== figures) return;
        byPanel.delete(panel);
        changed();
      };
    },
  };
}

const Context = createContext<ReturnType<typeof createReadables> | null>(null);

/** Makes the figures of a panel readable by the page's card. */
export function useReadable(panel: string, figures: readonly ShownFigure[]): void {
  const readables = use(Context);
  useEffect(() => readables?.put(panel, figures), [readables, panel, figures]);
}

export function ReadingPlace({ children }: { children: ReactNode }) {
  const [readables] = useState(createReadables);
  return (
    <Context value={readables}>
      {children}
      <Card readables={readables} />
    </Context>
  );
}

const none: readonly ShownFigure[] = [];
function Card({ readables }: { readables: ReturnType<typeof createReadables> }) {
  return <ReadingCard figures={useSyncExternalStore(readables.subscribe, readables.get, () => none)} />;
}
