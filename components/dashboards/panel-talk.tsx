"use client";
import { NoteMenu } from "@/components/charts/notes/note-menu";
import { useNotes, type NotedFigure } from "@/components/charts/notes/notes";
import { useEffect, useRef } from "react";

/** At the foot of a panel without figures: what was said of the panel as a whole, and a way to say more. */
export function PanelTalk({ panel, title }: { panel: string; title: string }) {
  const notes = useNotes();
  const ref = useRef<HTMLDivElement>(null);
  const key = `panel ${panel}`;
  useEffect(() => notes?.register(asFigure(key, title, () => ref.current)), [notes, key, title]);
  return (
    <div ref={ref} className="flex justify-end">
      <NoteMenu figure={key} title={title} span={() => null} />
    </div>
  );
}

/** A panel has no axis: one speaks of all of it. */
const asFigure = (key: string, title: string, element: () => HTMLElement | null): NotedFigure => ({
  ...{ key, title, element, groups: [] },
  axis: { key: "", title: "", unit: "" },
  domain: [0, 0],
  say: () => title,
});
