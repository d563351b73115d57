import type { GroupRun, SimulationGroup } from "./group";
import { meanOfCurves, type SubjectCurves } from "./subjects";

/** One subject in two arms, each its mean over the same repetitions: those that both have, entry by entry. */
export interface Pair {
  readonly subject: string;
  readonly arm: Float64Array;
  readonly control: Float64Array;
  readonly difference: Float64Array;
}
export interface Missing {
  readonly subject: string;
  readonly reason: string;
}
export interface Pairs {
  readonly complete: readonly Pair[];
  readonly of: number;
  readonly missing: readonly Missing[];
}

/** Arms of one subject and repetition share their noise, so only equal repetitions are set against each other. */
export function pairsOf(
  group: SimulationGroup,
  control: SimulationGroup,
  armCurves: SubjectCurves,
  controlCurves: SubjectCurves,
): Pairs {
  const complete: Pair[] = [];
  const missing: Missing[] = [];
  for (const subject of group.subjects) {
    const a = armCurves.get(subject);
    const c = controlCurves.get(subject);
    const shared = [...(a?.keys() ?? [])].filter((repetition) => c?.has(repetition));
    if (!a || !c || shared.length === 0)
      missing.push({ subject, reason: reasonFor(subject, group, control) });
    else
      complete.push(
        pairOf(
          subject,
          shared.map((r) => [a.get(r)!, c.get(r)!] as const),
        ),
      );
  }
  return { complete, of: group.subjects.length, missing };
}

function pairOf(subject: string, repetitions: readonly (readonly [Float64Array, Float64Array])[]): Pair {
  // an entry that one side lacks is left out on both, or the two means would rest on other noise
  const side = (which: 0 | 1) =>
    meanOfCurves(
      repetitions.map((pair) =>
        pair[which].map((value, i) => (Number.isNaN(pair[1 - which][i] ?? NaN) ? NaN : value)),
      ),
    );
  const arm = side(0);
  const control = side(1);
  return { subject, arm, control, difference: arm.map((value, i) => value - (control[i] ?? NaN)) };
}

function reasonFor(subject: string, group: SimulationGroup, control: SimulationGroup): string {
  const own = whyNot(group.runs, subject);
  const others = whyNot(control.runs, subject);
  const reasons = [own && `${group.arm.title}: ${own}`, others && `${control.arm.title}: ${others}`];
  return reasons.filter(Boolean).join("; ") || "no repetition is done in both arms";
}

/** Why a subject has no finished repetition; null when it has one. */
export function whyNot(runs: readonly GroupRun[], subject: string): string | null {
  const own = runs.filter((run) => run.subject === subject);
  if (own.some(({ status }) => status === "done")) return null;
  if (own.length === 0) return "no run";
  return [...new Set(own.map(sentence))].join("; ");
}

const sentence = ({ status, error, trialsDone, trials }: GroupRun): string => {
  if (status === "failed") return `failed: ${error ?? "no reason was kept"}`;
  if (status === "cancelled") return "cancelled";
  return status === "running" ? `running, ${trialsDone} of ${trials} trials` : "waiting";
};
