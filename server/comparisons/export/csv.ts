export type Cell = string | number | null;

/**
 * RFC 4180 with CRLF. Numbers stay numbers, written so that reading them back gives the same bits; null is an empty cell.
 * Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const toCsv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string => {
  const lines = [header.map(cellOf).join(",")];
  for (const row of rows) lines.push(row.map(cellOf).join(","));
  return lines.join("\r\n") + "\r\n";
};

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
