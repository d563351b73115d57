import type { Paradigm } from "../../engine/paradigms/paradigm";

/** Columns that a run is named by. */
export const naming = {
  arm: true,
  subjectKey: true,
  repetition: true,
  recomputation: true,
  modelVersion: { select: { number: true, model: { select: { name: true } } } },
  paradigmVersion: { select: { spec: true } },
} as const;

interface Named {
  readonly arm: string;
  readonly subjectKey: string;
  readonly repetition: number;
  readonly recomputation: number;
  readonly modelVersion: { readonly number: number; readonly model: { readonly name: string } };
  readonly paradigmVersion: { readonly spec: unknown };
}

/** A run has no name of its own: it is called by what it computes. */
export function runName({ modelVersion, paradigmVersion, ...run }: Named): string {
  const { arms } = paradigmVersion.spec as Paradigm;
  return [
    `${modelVersion.model.name} v${modelVersion.number}`,
    arms.find(({ key }) => key === run.arm)?.title ?? run.arm,
    run.subjectKey,
    `repetition ${run.repetition}`,
    ...(run.recomputation > 0 ? [`recomputation ${run.recomputation}`] : []),
  ].join(", ");
}
