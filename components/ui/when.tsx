"use client";
import { useDate } from "./use-date";

/** A moment, in the reader's own time zone: as a date, or how long ago with the date on hover. */
export function When({ date, relative = false }: { date: Date; relative?: boolean }) {
  const write = useDate();
  return (
    <time dateTime={date.toISOString()} title={relative ? write.absolute(date) : undefined}>
      {relative ? write.relative(date) : write.absolute(date)}
    </time>
  );
}
