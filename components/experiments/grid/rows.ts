import type { ExperimentDetail, RunCell } from "@/contracts/experiment";
import { subjectKey } from "@/contracts/experiment";

export interface GridRow {
  key: string;
  modelVersionId: string;
  model: string;
  arm: string;
  armTitle: string;
  /** Why nothing runs here; null when it does. */
  refused: string | null;
  /** One entry per subject, each with its repetitions in order. */
  columns: readonly (readonly RunCell[])[];
}

/** Rows are model x arm, columns are subjects; repetitions stand side by side within a column. */
export function gridRows(
  detail: Pick<ExperimentDetail, "models" | "arms" | "subjects" | "refused" | "cells">,
): GridRow[] {
  const cells = new Map<string, RunCell[]>();
  for (const cell of detail.cells) {
    const key = `${cell.modelVersionId}|${cell.arm}|${cell.subjectKey}`;
    cells.set(key, [...(cells.get(key) ?? []), cell]);
  }
  return detail.models.flatMap((model) =>
    detail.arms.map((arm) => ({
      key: `${model.id}|${arm.key}`,
      modelVersionId: model.id,
      model: `${model.modelName} v${model.number}`,
      arm: arm.key,
      armTitle: arm.title,
      refused:
        detail.refused.find((one) => one.modelVersionId === model.id && one.arm === arm.key)?.reason ?? null,
      columns: detail.subjects.map((subject) =>
        (cells.get(`${model.id}|${arm.key}|${subjectKey(subject)}`) ?? []).sort(
          (a, b) => a.repetition - b.repetition,
        ),
      ),
    })),
  );
}
