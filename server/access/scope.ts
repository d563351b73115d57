import type { Closure, Reader } from "./grant";

/**
 * Which rows a grant may read. A lab reads all of its own, a share what its object implies; every query of a noun holds one
 * of these, so that an id from elsewhere finds nothing, whether it stands in an address or in a list of many.
 */

interface Rows {
  readonly labId: string;
  readonly id?: { readonly in: string[] };
}
const rows =
  (noun: keyof Closure) =>
  (grant: Reader): Rows =>
    grant.kind === "share"
      ? { labId: grant.labId, id: { in: [...grant.closure[noun]] } }
      : { labId: grant.labId };

/** For where clauses. */
export const readable = {
  models: rows("models"),
  modelVersions: rows("modelVersions"),
  paradigms: rows("paradigms"),
  paradigmVersions: rows("paradigmVersions"),
  experiments: rows("experiments"),
  runs: (grant: Reader) =>
    grant.kind === "share"
      ? {
          labId: grant.labId,
          OR: [
            { id: { in: [...grant.closure.runs] } },
            { experiments: { some: { experimentId: { in: [...grant.closure.experiments] } } } },
          ],
        }
      : { labId: grant.labId },
  datasets: rows("datasets"),
  datasetVersions: rows("datasetVersions"),
  comparisons: rows("comparisons"),
  dashboards: rows("dashboards"),
};

/** For SQL: the ids that may be read, or null where all of the lab may. */
export const readableIds = (grant: Reader, noun: keyof Closure): string[] | null =>
  grant.kind === "share" ? [...grant.closure[noun]] : null;

/** Whether an object that another one mentions may be named. */
export const mayName = (grant: Reader, noun: keyof Closure, id: string): boolean =>
  grant.kind !== "share" || grant.closure[noun].includes(id);
