const gaps = new Set(["", "na", "n/a", "nan", "null", "none", "."]);

export const isGap = (cell: string): boolean => gaps.has(cell.trim().toLowerCase());

const infinite = /^([+-]?)inf(inity)?$/i;

/**
 * A cell as a number: NaN for a gap, an infinity where the file says so, null where it is no number. Hexadecimal and the
 * like are no numbers: nobody writes a recording in them on purpose.
 */
export function numberOf(cell: string): number | null {
  if (isGap(cell)) return NaN;
  const text = cell.trim();
  const infinity = infinite.exec(text);
  if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}
