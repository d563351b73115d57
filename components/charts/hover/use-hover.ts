"use client";
import { createContext, use, useSyncExternalStore } from "react";
import { createHoverStore, type Hover, type HoverStore } from "./hover-store";

const Context = createContext<HoverStore>(createHoverStore());
export const HoverProvider = Context;

export const useHoverStore = () => use(Context);

export function useHover(): Hover | null {
  const store = use(Context);
  return useSyncExternalStore(store.subscribe, store.get, () => null);
}

/** The hovered x of one axis; other axes' hovers do not redraw the caller. */
export function useHoverX(axis: string): number | null {
  const store = use(Context);
  const read = () => {
    const hover = store.get();
    return hover?.axis === axis ? hover.x : null;
  };
  return useSyncExternalStore(store.subscribe, read, () => null);
}
