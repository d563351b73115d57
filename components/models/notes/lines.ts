/** Lines of a text, each with whether the other text lacks it. */
export function linesAgainst(text: string, other: string): { line: string; own: boolean }[] {
  const theirs = new Set(other.split("\n").map((line) => line.trim()));
  return text.split("\n").map((line) => ({ line, own: line.trim() !== "" && !theirs.has(line.trim()) }));
}

/** One text of both to begin from: theirs, then what only mine says and the text before did not. */
export function bothTexts(base: string, mine: string, theirs: string): string {
  const known = new Set([...base.split("\n"), ...theirs.split("\n")].map((line) => line.trim()));
  const added = mine.split("\n").filter((line) => !known.has(line.trim()));
  return added.length === 0 ? theirs : `${theirs.trimEnd()}\n\n${added.join("\n")}`.trimStart();
}
