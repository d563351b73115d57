/** Axis decisions: round ticks, and a domain that says so when it leaves zero out. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** True where a positive quantity does not start at zero: the axis carries a break mark. */
  readonly broken: boolean;
}

/** The step of round ticks: 1, 2, 2.5 or 5 times a power of ten, giving about `count` of them over `span`. */
export function tickStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const fraction = rough / power;
  const nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 2.5 ? 2.5 : fraction <= 5 ? 5 : 10;
  return nice * power;
}

/** Multiples of `step` within [from, to], free of the dust of binary fractions. */
export function ticksWithin(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
}

/**
 * An axis that holds all `values`, from round number to round number. It starts at zero when zero means something, when the
 * values surround it, or when they are not all far above it; otherwise it is broken, and drawn so.
 */
export function valueAxis(
  values: Iterable<number | null>,
  options: { zero: boolean; count?: number },
): Axis | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return null;
  const includeZero = options.zero || low <= 0 || low < 0.5 * high;
  if (includeZero) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  // what differs by rounding only is one value
  if (high - low <= Math.max(1e-12, 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
    if (Math.abs(high) < 1e-12) low = high = 0;
    const half = low === 0 ? 1 : Math.abs(low) / 10;
    if (!includeZero) low -= half;
    high += half;
  }
  const step = tickStep(high - low, options.count ?? 4);
  const domain = [step * Math.floor(low / step + 1e-9), step * Math.ceil(high / step - 1e-9)] as const;
  const ticks = ticksWithin(domain[0], domain[1], step);
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, broken: ticks[0] > 0 };
}

/** An axis of given ends, with round ticks inside. */
export function spanAxis(from: number, to: number, count: number): Axis {
  const [low, high] = from < to ? [from, to] : [from - 0.5, from + 0.5];
  return { domain: [low, high], ticks: ticksWithin(low, high, tickStep(high - low, count)), broken: false };
}

/** Position of `value` when `domain` is mapped on `range`. */
export const project = (
  value: number,
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
) => start + ((value - from) / (to - from)) * (end - start);
