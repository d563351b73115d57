"use client";
import clsx from "clsx";
import { MessageSquare } from "lucide-react";
import { markSize } from "./cluster";
import { useNotes, type Note } from "./notes";

/** The mark of one or more remarks. It opens the first; the list beside the page has the others next to it. */
export function NoteButton({ notes, left, top }: { notes: readonly Note[]; left: number; top: number }) {
  const all = useNotes();
  const [first] = notes;
  const active = notes.some((note) => note.active);
  return (
    <button
      type="button"
      aria-label={notes.map(({ label }) => label).join("; ")}
      aria-pressed={active}
      onClick={() => all?.open(first.id)}
      className="pointer-events-auto absolute flex items-center justify-center"
      style={{ left: left - markSize / 2, top, width: markSize, height: markSize }}
    >
      <span
        className={clsx(
          "flex h-4 min-w-4 items-center justify-center rounded-full border px-0.5 text-sm leading-none",
          active ? "border-accent bg-accent text-accent-ink" : "border-accent bg-paper text-accent",
        )}
      >
        {notes.length > 1 ? notes.length : <MessageSquare size={10} aria-hidden />}
      </span>
    </button>
  );
}
