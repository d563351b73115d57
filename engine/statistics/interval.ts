/** Ends in the unit of the values; NaN where there is no interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
