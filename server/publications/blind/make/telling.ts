import { createHmac } from "node:crypto";
import type { Replacement } from "../../../../contracts/blind";
import { Problem } from "../../../errors";

/** How a copy says what its dashboard says without saying whose it is. */
export interface Telling {
  /** What somebody of the lab wrote, with the author's replacements. Throws invalid where it grows without end. */
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
    words: (text) =>
      puts.reduce((said, { find, put }) => {
        if (said.length > mostLetters) throw notAText();
        return said.replaceAll(find, () => put);
      }, text),
    hash: (hex) => keyedHash(hashSalt, hex),
    animal(name) {
      if (!animals.has(name)) animals.set(name, `animal ${animals.size + 1}`);
      return animals.get(name)!;
    },
  };
}

/** Replacements that hold what others look for make a text grow with each of them. */
const mostLetters = 100_000;
export const notAText = () => {
  const message = "With these replacements a name or a text is empty, or too long. Change one of them.";
  return new Problem("invalid", message, {
    ...{ where: "replacements", fields: { replacements: [message] } },
  });
};

/** As cli/reproduce/rerun.ts makes it again. */
const keyedHash = (salt: string, hex: string) => createHmac("sha256", salt).update(hex).digest("hex");

/** Finds it in any case, also within a word: "LovelaceLab". What is short counts as a word of its own only. */
export function finderOf(text: string): RegExp {
  const literal = text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const isShort = text.length < 5;
  return new RegExp(isShort ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal, "giu");
}
