import { objectKey, type ObjectKind, type ObjectRef } from "../../contracts/object";
import type { SearchHit, SearchKind } from "../../contracts/search";
import type { InLab } from "../access/grant";
import { commentDocuments, namedComments } from "../comments/search/service";
import { comparisonDocuments } from "../comparisons/service";
import { dashboardDocuments } from "../dashboards/service";
import { datasetDocuments } from "../datasets/service";
import { experimentDocuments } from "../experiments/service";
import { modelDocuments } from "../models/service";
import { resolveObjects } from "../objects/service";
import { paradigmDocuments } from "../paradigms/service";
import { runDocuments } from "../runs/service";
import type { Documents } from "./store";

type Named = Pick<SearchHit, "name" | "version" | "href">;
export interface SearchSource {
  /** What there is to read. */
  readonly documents: (grant: InLab) => Documents;
  /** What the found ones are called and where they are. */
  readonly named: (grant: InLab, ids: readonly string[]) => Promise<ReadonlyMap<string, Named>>;
}

/** Objects are named and linked as everywhere else. */
const object = (kind: ObjectKind, documents: SearchSource["documents"]): SearchSource => ({
  documents,
  named: async (grant, ids) => {
    const refs = ids.map((id): ObjectRef => ({ kind, id }));
    const found = await resolveObjects(grant, refs);
    return new Map(
      refs.flatMap((ref) => [[ref.id, found.get(objectKey(ref))!] as const].filter(([, one]) => one)),
    );
  },
});

/** One line per kind. */
export const sources: Record<SearchKind, SearchSource> = {
  comparison: object("comparison", comparisonDocuments),
  experiment: object("experiment", experimentDocuments),
  model: object("model", modelDocuments),
  dashboard: object("dashboard", dashboardDocuments),
  dataset: object("dataset", datasetDocuments),
  paradigm: object("paradigm", paradigmDocuments),
  comment: { documents: commentDocuments, named: namedComments },
  run: object("run", runDocuments),
};
