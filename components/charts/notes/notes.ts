"use client";
/**
 * What a page may hang on its figures: remarks at a point or along a window of the x axis. Figures know no more of it than
 * this; who keeps the remarks provides it. Without a provider a figure has none.
 */
import { createContext, use, useSyncExternalStore } from "react";

/** A figure as far as somebody who remarks on it needs to know it. */
export interface NotedFigure {
  readonly key: string;
  readonly title: string;
  readonly axis: { readonly key: string; readonly title: string; readonly unit: string };
  /** What is shown of the axis. */
  readonly domain: readonly [number, number];
  /** Lines that can be meant alone. */
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  /** A position in words. */
  readonly say: (x: number) => string;
  /** Its place on the page. */
  readonly element: () => HTMLElement | null;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A remark that hangs on a figure. */
export interface Note extends Span {
  readonly id: string;
  readonly axis: string;
  readonly group: string | null;
  /** What a screen reader says of it. */
  readonly label: string;
  /** The reader looks at it. */
  readonly active: boolean;
}

export interface Notes {
  subscribe(listener: () => void): () => void;
  /** Those of one figure; the same array until one of them changes. */
  of(figure: string): readonly Note[];
  /** How many there are of a figure as a whole and of its places. */
  count(figure: string): number;
  open(id: string): void;
  /** Null is the figure as a whole. */
  begin(figure: { readonly key: string; readonly title: string }, span: Span | null): void;
  /** False where the reader may only look. */
  readonly mayBegin: boolean;
  /** A figure stands on the page. @returns what takes it away. */
  register(figure: NotedFigure): () => void;
}

export const NotesContext = createContext<Notes | null>(null);
export const useNotes = () => use(NotesContext);

const none: readonly Note[] = [];
const never = () => () => {};

export function useNotesOf(figure: string): readonly Note[] {
  const notes = use(NotesContext);
  const read = () => notes?.of(figure) ?? none;
  return useSyncExternalStore(notes?.subscribe ?? never, read, () => none);
}

export function useNoteCount(figure: string): number {
  const notes = use(NotesContext);
  return useSyncExternalStore(
    notes?.subscribe ?? never,
    () => notes?.count(figure) ?? 0,
    () => 0,
  );
}
