"use client";
import { IconButton } from "@/components/ui/icon-button";
import { MessageSquarePlus } from "lucide-react";
import { useNoteCount, useNotes, type Span } from "./notes";

/** Beside a figure's menu: begins a remark on what is read at the moment, and says how many there are. */
export function NoteMenu({
  figure,
  title,
  span,
}: {
  figure: string;
  title: string;
  /** What is read at the moment; null is the figure as a whole. */
  span: () => Span | null;
}) {
  const notes = useNotes();
  const count = useNoteCount(figure);
  if (!notes || (!notes.mayBegin && count === 0)) return null;
  return (
    <span className="inline-flex items-center">
      {count > 0 && (
        <span aria-hidden className="text-sm text-muted">
          {count}
        </span>
      )}
      <IconButton
        label={`Comment on ${title}${count > 0 ? `, ${count} so far` : ""}`}
        onClick={() => notes.begin({ key: figure, title }, span())}
      >
        <MessageSquarePlus size={16} aria-hidden />
      </IconButton>
    </span>
  );
}
