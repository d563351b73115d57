import { createHmac } from "node:crypto";
import type { Replacement } from "../../../../contracts/blind";

/** How a copy says what its dashboard says without saying whose it is. */
export interface Telling {
  /** What somebody of the lab wrote, with the author's replacements. */
  words(text: string): string;
  /** A hash under a key of the copy's own: it matches no other copy of the same numbers. */
  hash(hex: string): string;
  /** "animal 3" for a recorded animal, whose name in its file may hold initials, dates or a colony's code. */
  animal(name: string): string;
}

/** @param hashSalt in hex; readers of the copy know it, so that they can check hashes of numbers that they compute. */
export function createTelling(replacements: readonly Replacement[], hashSalt: string): Telling {
  const animals = new Map<string, string>();
  // the longest first: a name before its parts
  const puts = [...replacements]
    .sort((a, b) => b.find.length - a.find.length)
    .map(({ find, put }) => ({ find: finderOf(find), put }));
  return {
    words: (text) => puts.reduce((said, { find, put }) => said.replaceAll(find, () => put), text),
    hash: (hex) => keyedHash(hashSalt, hex),
    animal(name) {
      if (!animals.has(name)) animals.set(name, `animal ${animals.size + 1}`);
      return animals.get(name)!;
    },
  };
}

/** As cli/reproduce/rerun.ts makes it again. */
const keyedHash = (salt: string, hex: string) => createHmac("sha256", salt).update(hex).digest("hex");

/** Finds it in any case, also within a word: "LovelaceLab". What is short counts as a word of its own only. */
export function finderOf(text: string): RegExp {
  const literal = text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const isShort = text.length < 5;
  return new RegExp(isShort ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal, "giu");
}
