import type { SearchKind } from "../../contracts/search";
import type { InLab } from "../access/grant";
import { comparisonDocuments } from "../comparisons/service";
import { dashboardDocuments } from "../dashboards/service";
import { datasetDocuments } from "../datasets/service";
import { experimentDocuments } from "../experiments/service";
import { modelDocuments } from "../models/service";
import { paradigmDocuments } from "../paradigms/service";
import { runDocuments } from "../runs/service";
import type { Documents } from "./store";

/** One line per kind: what there is to read of it. How a kind is named and linked says server/objects. */
export const sources: Partial<Record<SearchKind, (grant: InLab) => Documents>> = {
  comparison: comparisonDocuments,
  experiment: experimentDocuments,
  model: modelDocuments,
  dashboard: dashboardDocuments,
  dataset: datasetDocuments,
  paradigm: paradigmDocuments,
  run: runDocuments,
};

/** Kinds that carry tags. */
export const tagged = ["comparison", "experiment", "model", "dashboard", "dataset"] as const;
