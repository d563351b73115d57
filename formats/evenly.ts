export interface Even {
  readonly rateHz: number;
  readonly t0: number;
}

/** The sampling rate of times that are evenly spaced to a twentieth of a sample, or null. */
export function evenly(times: Float64Array): Even | null {
  const last = times.length - 1;
  const step = (times[last] - times[0]) / last;
  if (!(step > 0)) return null;
  for (let at = 0; at <= last; at++) if (Math.abs(times[at] - times[0] - at * step) > step / 20) return null;
  return { rateHz: 1 / step, t0: times[0] };
}
