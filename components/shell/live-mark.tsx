"use client";
import { useLiveState } from "../live/live-provider";

/** Silent while all is well. */
export function LiveMark() {
  const state = useLiveState();
  return (
    <p role="status" className="px-2 text-sm text-muted">
      {state === "polling" &&
        "Live updates are interrupted. The page asks every few seconds until they return."}
    </p>
  );
}
