"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const text = (date: Date, zone: string | undefined) =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(date)
    .replace(",", "");

/** A moment in the reader's own time zone; the server, which cannot know it, writes UTC. */
export function When({ date }: { date: Date }) {
  const shown = useSyncExternalStore(
    never,
    () => text(date, undefined),
    () => `${text(date, "UTC")} UTC`,
  );
  return <time dateTime={date.toISOString()}>{shown}</time>;
}
