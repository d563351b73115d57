"use client";
import { useMember } from "@/components/people/member";
import { useCallback, useState } from "react";
import { emptyDraft, readDraft, writeDraft, type Draft } from "./kept";

/** A text in the making under its name; kept while it is written. */
export function useDraft(key: string, start: Draft = emptyDraft) {
  const { id } = useMember();
  const [draft, setState] = useState(() => {
    const kept = readDraft(id, key);
    return kept.text ? kept : start;
  });
  const setDraft = useCallback(
    (next: Draft) => {
      setState(next);
      writeDraft(id, key, next);
    },
    [id, key],
  );
  return [draft, setDraft] as const;
}
