/** Numbers as a table shows them: three significant digits, a true minus, a dash for a gap. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return sign(value.toExponential(2));
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return sign(value.toFixed(digits));
}

/** A tick: as many digits as its step needs, no more. */
export function formatTick(value: number, step: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(step) < 1e-4)) return sign(value.toExponential(0));
  let digits = 0;
  while (digits < 6 && Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-6) digits += 1;
  return sign(value.toFixed(digits));
}

const sign = (text: string) => (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace(/^-/, "−"));
