import { type Paradigm, type TrialType, trialTypes } from "@/engine/paradigms/paradigm";

/** As people say it: the trial whose reward was omitted. */
export const typeWords: Record<TrialType, string> = { cued: "cued", uncued: "uncued", omission: "omitted" };

const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

/** "all cued", or "80 % cued, 20 % omitted, drawn anew for each trial". */
export function trainingWords({ mix, trainingType }: Pick<Paradigm, "mix" | "trainingType">): string {
  if (!mix) return `all ${typeWords[trainingType]}`;
  const shares = trialTypes
    .filter((type) => mix[type] > 0)
    .map((type) => `${percent(mix[type])} ${typeWords[type]}`);
  return `${shares.join(", ")}, drawn anew for each trial`;
}
