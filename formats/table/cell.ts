const gaps = new Set([
  ...["", "na", "n/a", "#n/a", "nan", "-nan", "null", "none", "missing", ".", "-", "#value!", "#div/0!"],
  ...["inf", "-inf", "+inf", "infinity", "-infinity", "+infinity", "1.#inf", "-1.#inf", "1.#qnan", "-1.#ind"],
]);
const point = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const comma = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

/** Written as infinite: a gap, of which a reader of the numbers must know. */
export const isInfinite = (cell: string): boolean => /^[+-]?(inf(inity)?|1\.#inf)$/i.test(cell.trim());

export const isGap = (cell: string): boolean => gaps.has(cell.trim().toLowerCase());

/** @returns the number, NaN for a gap, undefined for anything else. */
export function numberIn(cell: string, decimalComma: boolean): number | undefined {
  const text = cell.trim();
  if (decimalComma ? comma.test(text) : point.test(text)) {
    const value = Number(decimalComma ? text.replace(",", ".") : text);
    return Number.isFinite(value) ? value : NaN;
  }
  return isGap(text) ? NaN : undefined;
}

/** true, yes, 1 and their opposites; null for anything else. */
export function truthIn(cell: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (["1", "true", "yes", "y", "t", "1.0", "on"].includes(text)) return true;
  if (["0", "false", "no", "n", "f", "0.0", "off"].includes(text)) return false;
  return null;
}
