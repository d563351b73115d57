const mostContainers = 20;
const mostMarks = 400;
const mostLines = 2000;
/** Lines under a heading, and of quotes: each is looked at anew with every one that follows. */
const mostTurns = 300;

/**
 * True for text that nobody writes and that a parser needs seconds or its whole stack for: it is shown as it is. A text has
 * so many lines; a line of it may open so many quotes and lists, and hold so many marks that could begin or end something.
 */
export const isTooNested = (text: string): boolean => {
  const lines = text.split(/\r\n|\r|\n/);
  return (
    lines.length > mostLines ||
    lines.filter((line) => /^\s*(?:=+|-+)\s*$|^[\s\d.)*+-]*>/.test(line)).length > mostTurns ||
    lines.some(isOverfull)
  );
};

function isOverfull(line: string): boolean {
  const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? "";
  return (
    (containers.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0) > mostContainers ||
    (line.match(/[[*_`~$<]/g)?.length ?? 0) > mostMarks
  );
}
