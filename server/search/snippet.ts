import type { Snippet } from "../../contracts/search";

/** About as much as stands on two lines. */
const length = 160;
const before = 50;

/**
 * The part of a text in which the words stand, with marks where they do; null where none of them does. Parts begin and end
 * between graphemes, and between words where the script has spaces.
 */
export function snippetOf(body: string, words: readonly string[]): Snippet | null {
  const text = body.normalize().replaceAll(/\s+/g, " ").trim();
  const pattern = words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (pattern.length === 0) return null;
  const found = [...text.matchAll(new RegExp(pattern.join("|"), "giu"))];
  if (found.length === 0) return null;
  const from = startOf(text, Math.max(0, found[0].index - before));
  const to = startOf(
    text,
    Math.min(text.length, Math.max(from + length, found[0].index + found[0][0].length)),
  );
  const lead = from > 0 ? "… " : "";
  const part = text.slice(from, to);
  return {
    text: `${lead}${part}${to < text.length ? " …" : ""}`,
    marks: found
      .map(({ index, 0: word }): [number, number] => [index - from, Math.min(index + word.length, to) - from])
      .filter(([start, end]) => start < end)
      .map(([start, end]): [number, number] => [start + lead.length, end + lead.length]),
  };
}

/** How a text begins, where no words were looked for. */
export function beginningOf(body: string): Snippet {
  const text = body.normalize().replaceAll(/\s+/g, " ").trim();
  const to = startOf(text, Math.min(text.length, length));
  return { text: text.slice(0, to) + (to < text.length ? " …" : ""), marks: [] };
}

/** The beginning of the word around a place, or of the grapheme where no word begins nearby. */
function startOf(text: string, at: number): number {
  if (at === 0 || at === text.length) return at;
  const space = text.lastIndexOf(" ", at);
  if (space >= at - 20) return space + 1;
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return graphemes.segment(text).containing(at)?.index ?? at;
}
