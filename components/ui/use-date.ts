"use client";
import { useSyncExternalStore } from "react";
import { absoluteDate, relativeDate } from "./dates";
import { useClock } from "./time-zone";

const tickMs = 30_000;
const tick = (changed: () => void) => {
  const timer = setInterval(changed, tickMs);
  return () => clearInterval(timer);
};
const thisTick = () => Math.floor(Date.now() / tickMs) * tickMs;
const never = () => () => {};

/**
 * How this reader writes dates: in the zone that they chose, else in the browser's own, which the server cannot know: it
 * writes UTC and says so. Relative dates stay true while the page is open.
 */
export function useDate() {
  const { zone, writtenAt } = useClock();
  const now = useSyncExternalStore(tick, thisTick, () => writtenAt);
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return {
    absolute: (date: Date): string =>
      alive || zone !== null ? absoluteDate(date, zone ?? undefined) : `${absoluteDate(date, "UTC")} UTC`,
    relative: (date: Date): string => relativeDate(date, new Date(now)),
  };
}
