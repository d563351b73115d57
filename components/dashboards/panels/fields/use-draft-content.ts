"use client";
import { useState } from "react";

/** What a form holds before it is whole; `onChange` hears of every state that is. */
export function useDraftContent<Draft extends object, Content>(
  first: Draft,
  whole: (draft: Draft) => Content | null,
  onChange: (content: Content) => void,
): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(first);
  return [
    draft,
    (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      const content = whole(next);
      if (content !== null) onChange(content);
    },
  ];
}
