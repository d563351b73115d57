import type { Note } from "./notes";

export interface Placed {
  readonly note: Note;
  /** px along the axis. */
  readonly at: number;
}
export interface Cluster {
  readonly at: number;
  readonly notes: readonly Note[];
}

/** A finger needs this much; marks that are closer share a button. */
export const markSize = 24;

/** Marks in the order of their places; those that would lie on each other become one, at the place of the first. */
export function cluster(placed: readonly Placed[]): Cluster[] {
  const clusters: { at: number; notes: Note[] }[] = [];
  for (const { note, at } of placed.toSorted((a, b) => a.at - b.at)) {
    const last = clusters.at(-1);
    if (last && at - last.at < markSize) last.notes.push(note);
    else clusters.push({ at, notes: [note] });
  }
  return clusters;
}
