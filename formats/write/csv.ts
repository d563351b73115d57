import type { Cell, Table } from "./tidy";

/**
 * RFC 4180 with CRLF. Numbers stay numbers, written so that reading them back gives the same bits; null and NaN are empty
 * cells. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export const toCsv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string => {
  const lines = [header.map(cellOf).join(",")];
  for (const row of rows) lines.push(row.map(cellOf).join(","));
  return lines.join("\r\n") + "\r\n";
};

/** The same, batch by batch. */
export async function* csvOf({ columns, rows }: Table): AsyncGenerator<string> {
  yield columns.map(({ name }) => cellOf(name)).join(",") + "\r\n";
  for await (const batch of rows())
    if (batch.length > 0) yield batch.map((row) => row.map(cellOf).join(",")).join("\r\n") + "\r\n";
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
