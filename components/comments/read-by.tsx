"use client";
import { Handshake } from "lucide-react";
import { useId } from "react";

/** Who reads a new thread: the lab, and where it is shared, by choice, the other labs too. A visitor's is read by both. */
export function ReadBy({
  visits,
  others,
  wide,
  onWide,
}: {
  visits: boolean;
  others: readonly string[];
  wide: boolean;
  onWide: (wide: boolean) => void;
}) {
  const id = useId();
  if (visits)
    return (
      <p className="flex items-start gap-1 text-sm text-muted">
        <Handshake size={14} aria-hidden className="mt-0.5 shrink-0" />
        <span>
          Read by your lab, by {others.join(", ") || "the lab that shares it"}, and by labs that they share it
          with.
        </span>
      </p>
    );
  if (others.length === 0) return null;
  return (
    <div className="flex items-start gap-2 text-sm">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 accent-accent"
        checked={wide}
        onChange={(event) => onWide(event.target.checked)}
      />
      <label htmlFor={id}>
        Also read by <bdi>{others.join(", ")}</bdi>
      </label>
    </div>
  );
}
