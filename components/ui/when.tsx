"use client";
import { useDate } from "./use-date";

/** How long ago, with the date itself on hover and for machines; or the date, where a moment is what the page is about. */
export function When({ date, exact = false }: { date: Date; exact?: boolean }) {
  const write = useDate();
  return (
    <time dateTime={date.toISOString()} title={exact ? write.relative(date) : write.absolute(date)}>
      {exact ? write.absolute(date) : write.relative(date)}
    </time>
  );
}
