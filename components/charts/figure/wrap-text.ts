/** Lines of at most `width` px, by a safe estimate of 6.4 px per character at 12 px. */
export function wrapText(text: string, width: number, characterWidth = 6.4): string[] {
  const most = Math.max(8, Math.floor(width / characterWidth));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
