const mostContainers = 20;
const mostMarks = 400;

/**
 * True for text that nobody writes and that a parser needs seconds or its whole stack for: it is shown as it is. A line
 * of text may open so many quotes and lists, and hold so many marks that could begin or end something.
 */
export const isTooNested = (text: string): boolean =>
  text.split("\n").some((line) => {
    const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? "";
    return (
      (containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0) > mostContainers ||
      (line.match(/[[*_`~$<]/g)?.length ?? 0) > mostMarks
    );
  });
