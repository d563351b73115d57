const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
function first(word: string): string {
  const all = [...signs.segment(word)].map(({ segment }) => segment);
  return all.find(isLetter) ?? all[0] ?? "";
}

/** "Ada Test" is "AT", "多巴胺" is "多": what stands for a name in any script where there is little room. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(isLetter);
  const ends = words.length > 1 ? [words[0], words.at(-1)!] : words.length === 1 ? words : [name];
  return ends.map(first).join("").toLocaleUpperCase();
}
