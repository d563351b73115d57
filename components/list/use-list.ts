"use client";
import type { ListShape } from "@/contracts/list";
import { useCallback, useMemo } from "react";
import { listQuestion, readList, writeList, type ListState } from "./list-state";
import { useQueryText } from "./use-query-text";
import { useSettled } from "./use-settled";

export interface ListControls<Shape extends ListShape = ListShape> {
  readonly shape: Shape;
  readonly state: ListState;
  /** A choice: a step that "back" takes back. */
  readonly push: (next: ListState) => void;
  /** Typing: no step of its own. */
  readonly replace: (next: ListState) => void;
}

/** The state of a list, in the address. */
export function useList<Shape extends ListShape>(shape: Shape): ListControls<Shape> {
  const [query, write] = useQueryText();
  const state = useMemo(() => readList(query, shape), [query, shape]);
  const push = useCallback((next: ListState) => write(writeList(next), "pushState"), [write]);
  const replace = useCallback((next: ListState) => write(writeList(next), "replaceState"), [write]);
  return { shape, state, push, replace };
}

/** What to ask the server now: at once after a choice, and a moment after the last key. */
export function useQuestion<Shape extends ListShape>(lab: string, { state, shape }: ListControls<Shape>) {
  const text = useSettled(state.text, 150);
  return listQuestion(lab, { ...state, text }, shape);
}
