import type { Snippet } from "@/contracts/search";
import type { ReactNode } from "react";

/** A part of a text with the words that were looked for. */
export function Marked({ snippet: { text, marks } }: { snippet: Snippet }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(from, start));
    parts.push(
      <mark key={start} className="rounded-sm bg-accent-wash text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  parts.push(text.slice(from));
  return <bdi>{parts}</bdi>;
}
