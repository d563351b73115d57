import type { TrashKind } from "../../contracts/trash";

/** As SQL writes them: for Prisma.raw, never from a person. */
export const tables: Record<TrashKind, string> = {
  model: `"Model"`,
  paradigm: `"Paradigm"`,
  experiment: `"Experiment"`,
  dataset: `"Dataset"`,
  comparison: `"Comparison"`,
  dashboard: `"Dashboard"`,
};
