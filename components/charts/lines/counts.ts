/** N in words: what is counted, and how many, per line. */
import type { GroupSeries, GroupView } from "@/contracts/comparison";

/** "12", or "9–12" where points differ; those without a value do not count. */
export const range = (n: readonly number[]): string => {
  const some = n.filter((count) => count > 0);
  if (some.length === 0) return "0";
  const [low, high] = [Math.min(...some), Math.max(...some)];
  return low === high ? String(low) : `${low}–${high}`;
};

/** "1 initial network", "1 mouse", "12 mice". */
export const counted = (n: string | number, replicate: string): string => {
  if (String(n) !== "1") return `${n} ${replicate}`;
  return `1 ${replicate === "mice" ? "mouse" : replicate.replace(/s$/, "")}`;
};

/** "12 initial networks", or "12 initial networks (3 groups), 8 mice (1 group)" where groups differ. */
export function countWords(
  drawn: readonly { series: Pick<GroupSeries, "n">; group: Pick<GroupView, "replicate"> }[],
): string {
  const kinds = new Map<string, number>();
  for (const { series, group } of drawn) {
    const words = counted(range(series.n), group.replicate);
    kinds.set(words, (kinds.get(words) ?? 0) + 1);
  }
  if (kinds.size <= 1) return [...kinds.keys()].join("");
  return [...kinds].map(([words, groups]) => `${words} (${groups} group${groups > 1 ? "s" : ""})`).join(", ");
}

/** What points and lines are, where both are drawn. */
export function pointWords(drawn: readonly { group: Pick<GroupView, "ref"> }[]): string {
  const kinds = new Set(drawn.map(({ group }) => group.ref.kind));
  return kinds.size > 1 ? "; points: recordings, lines: models" : "";
}

type Pairs = NonNullable<GroupSeries["pairs"]>;

/** "7 of 12 pairs; missing: 4 waiting, 1 failed: out of memory". Equal reasons are counted together. */
export function pairWords({ complete, of, missing }: Pairs): string {
  const reasons = new Map<string, number>();
  for (const { reason } of missing) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const why = [...reasons].map(([reason, count]) => `${count} ${reason}`).join(", ");
  return `${complete} of ${of} pairs${why ? `; missing: ${why}` : ""}`;
}
