import type { NamedRow, NameFilter, ObjectKind } from "../../contracts/object";
import type { Reader } from "../access/grant";
import { namedComparisons } from "../comparisons/service";
import { namedDashboards } from "../dashboards/service";
import { namedDatasets } from "../datasets/service";
import { namedExperiments } from "../experiments/service";
import { namedModels } from "../models/service";
import { namedParadigms } from "../paradigms/service";
import { namedRuns } from "../runs/service";

export interface ObjectSource {
  /** Where pages of this kind live below the lab's address. */
  readonly path: string;
  /** Those that the grant may read. Newest first where a text is given. */
  readonly find: (grant: Reader, filter: NameFilter) => Promise<NamedRow[]>;
}

/** One line per kind. A kind without one has no objects: every reference to it answers not-found. */
export const sources: Partial<Record<ObjectKind, ObjectSource>> = {
  model: { path: "models", find: namedModels },
  paradigm: { path: "paradigms", find: namedParadigms },
  experiment: { path: "experiments", find: namedExperiments },
  run: { path: "runs", find: namedRuns },
  dataset: { path: "datasets", find: namedDatasets },
  comparison: { path: "compare", find: namedComparisons },
  dashboard: { path: "dashboards", find: namedDashboards },
};
