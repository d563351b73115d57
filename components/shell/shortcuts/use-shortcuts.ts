"use client";
import { useEffect, useEffectEvent } from "react";
import { isTaken, press, type Pressed } from "./press";

/** Shortcuts of one letter and sequences of two, while nobody types and no dialog is open. */
export function useShortcuts(on: boolean, actions: Readonly<Record<string, () => void>>) {
  const known = useEffectEvent(() => Object.keys(actions));
  const act = useEffectEvent((sequence: string) => actions[sequence]());
  useEffect(() => {
    if (!on) return;
    let before: Pressed | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (event.key === "Shift" || isTaken(event.target) || isModal()) return;
      const { done, rest } = press(known(), before, { key: event.key, at: event.timeStamp });
      before = rest;
      if (done === null) return;
      event.preventDefault();
      act(done);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [on]);
}

/** A dialog that keeps the page away has its own keys. */
const isModal = () => document.querySelector("[role=dialog][data-state=open]:not([data-beside])") !== null;
