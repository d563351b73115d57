/** A place on a figure's axis as somebody chose it: rounded to what the axis can tell apart, and in words. */
import type { NotedFigure, Span } from "@/components/charts/notes/notes";
import type { Place } from "@/contracts/comment";

type Axis = Pick<NotedFigure, "axis" | "domain" | "say">;

/** Whole trials on a long axis, about a thousandth of it on a short one. */
export function roundOn([from, to]: readonly [number, number], value: number): number {
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.max(to - from, 1e-6)))));
  return Number(value.toFixed(digits));
}

export function placeOf(
  { axis, domain, say }: Axis,
  { from, to }: Span,
  group: Place["group"] = null,
): Place {
  if (from === to) return { axis, from, to, said: say(from), group };
  const [start, end] = [roundOn(domain, from), roundOn(domain, to)];
  return { axis, from: start, to: end, said: spanWords(axis, start, end), group };
}

/** "training trials 301–400", "time from lick 0.2–0.5 s". */
function spanWords({ title, unit }: NotedFigure["axis"], from: number, to: number): string {
  const name = title
    .split(",")[0]
    .toLowerCase()
    .replace(/trial$/, "trials");
  return `${name} ${from}–${to}${unit && !name.includes(unit) ? ` ${unit}` : ""}`;
}
