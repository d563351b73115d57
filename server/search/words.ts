/** What a person typed, as what must be there and what must not. */
export interface Words {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** Words apart from each other, "phrases" as they stand, and what must not be there after a minus. */
export function wordsOf(text: string): Words {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of text.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const one = (phrase ?? word ?? "").trim();
    if (one !== "" && one !== "-") (minus ? unwanted : wanted).push(one);
  }
  return { wanted: wanted.slice(0, most), unwanted: unwanted.slice(0, most) };
}

/** More words than this say nothing new. */
const most = 12;
