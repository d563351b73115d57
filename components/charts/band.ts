/** What the band around a mean is, in words and numbers. */
import type { ComparisonState, GroupSeries } from "@/contracts/comparison";

export type Band = ComparisonState["band"];
type Spread = Pick<GroupSeries, "mean" | "sd" | "sem" | "low" | "high" | "intervalMethod">;

export const bandNames: Readonly<Record<Band, string>> = { sem: "SEM", sd: "SD", ci: "95 % CI" };

/** Lower and upper edge at point `index`, or null where there is no band (one subject, or none). */
export function bandAt(series: Spread, band: Band, index: number): readonly [number, number] | null {
  if (band === "ci") {
    const low = series.low[index];
    const high = series.high[index];
    return low === null || high === null ? null : [low, high];
  }
  const mean = series.mean[index];
  const half = series[band][index];
  return mean === null || half === null ? null : [mean - half, mean + half];
}

/** The method without the words that its heading says already. */
export const methodWords = (method: string) => method.replace(/^95 % interval: /, "");

/** "mean, band 95 % CI (Student t)": methods are named once each. One subject has no band, and the words do not claim one. */
export function bandWords(band: Band, series: readonly Pick<GroupSeries, "intervalMethod" | "n">[]): string {
  const most = series.map(({ n }) => Math.max(0, ...n));
  if (most.length > 0 && most.every((n) => n < 2)) return "no band (one subject has no spread): mean";
  if (band !== "ci") return `mean, band ${bandNames[band]}`;
  const methods = [
    ...new Set(series.map(({ intervalMethod }) => methodWords(intervalMethod)).filter(Boolean)),
  ];
  return `mean, band ${bandNames.ci}${methods.length > 0 ? ` (${methods.join("; ")})` : ""}`;
}
