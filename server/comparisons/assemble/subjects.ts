import type { GroupRun, SimulationGroup } from "./group";

/** A curve of each repetition that is done, by repetition. */
export type Repetitions = ReadonlyMap<number, Float64Array>;
/** By subject, in the order of the experiment; only subjects with at least one repetition done. */
export type SubjectCurves = ReadonlyMap<string, Repetitions>;

/** `curveOf` gives null where a run lacks the numbers. */
export function subjectCurves(
  group: SimulationGroup,
  curveOf: (run: GroupRun & { numbers: NonNullable<GroupRun["numbers"]> }) => Float64Array | null,
): SubjectCurves {
  const curves = new Map<string, Map<number, Float64Array>>();
  for (const run of group.runs) {
    if (!run.numbers) continue;
    const curve = curveOf({ ...run, numbers: run.numbers });
    if (!curve) continue;
    const ofSubject = curves.get(run.subject) ?? new Map<number, Float64Array>();
    ofSubject.set(run.repetition, curve);
    curves.set(run.subject, ofSubject);
  }
  return new Map(
    group.subjects.flatMap((subject) => {
      const ofSubject = curves.get(subject);
      return ofSubject ? [[subject, byRepetition(ofSubject)] as const] : [];
    }),
  );
}

/** Summation in one order, so that the order in which runs finished changes no bit. */
const byRepetition = (curves: ReadonlyMap<number, Float64Array>) =>
  new Map([...curves].sort(([a], [b]) => a - b));

/** Mean over repetitions, entry by entry; gaps are left out, and all gaps are a gap. */
export function meanOfCurves(curves: readonly Float64Array[]): Float64Array {
  const length = Math.max(0, ...curves.map((curve) => curve.length));
  return Float64Array.from({ length }, (_, i) => {
    let sum = 0;
    let count = 0;
    for (const curve of curves)
      if (i < curve.length && !Number.isNaN(curve[i])) {
        sum += curve[i];
        count += 1;
      }
    return count > 0 ? sum / count : NaN;
  });
}

export interface SubjectCurve {
  readonly subject: string;
  readonly values: Float64Array;
}

/** One curve per subject: the replicate. However many repetitions, a subject counts once. */
export const perSubject = (curves: SubjectCurves): SubjectCurve[] =>
  [...curves].map(([subject, repetitions]) => ({
    subject,
    values: meanOfCurves([...repetitions.values()]),
  }));
