"use client";
import { useSyncExternalStore } from "react";
import { absoluteDate, relativeDate } from "./dates";
import { useTimeZone } from "./time-zone";

const tickMs = 30_000;
const tick = (changed: () => void) => {
  const timer = setInterval(changed, tickMs);
  return () => clearInterval(timer);
};
const thisTick = () => Math.floor(Date.now() / tickMs) * tickMs;

/**
 * How this reader writes dates: in the zone that they chose, else in the browser's own, which the server cannot know: it
 * writes UTC and says so. Relative dates stay true while the page is open.
 */
export function useDate() {
  const chosen = useTimeZone();
  // null on the server and while the page comes alive
  const now = useSyncExternalStore(tick, thisTick, () => null);
  const absolute = (date: Date): string =>
    now === null && chosen === null
      ? `${absoluteDate(date, "UTC")} UTC`
      : absoluteDate(date, chosen ?? undefined);
  return {
    absolute,
    relative: (date: Date): string => (now === null ? absolute(date) : relativeDate(date, new Date(now))),
  };
}
