"use client";
import { useEffect, useRef } from "react";

/** Brings what the reader came for into sight and gives it the focus. */
export function useArrival(here: boolean, turn: number) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!here) return;
    ref.current?.scrollIntoView({ block: "nearest" });
    ref.current?.focus({ preventScroll: true });
  }, [here, turn]);
  return ref;
}
