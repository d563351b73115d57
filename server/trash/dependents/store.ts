import type { ObjectRef } from "../../../contracts/object";
import type { TrashKind, TrashRef } from "../../../contracts/trash";
import { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { db } from "../../db";

/** Every id under which others point at an object: its own, and those of what is part of it. */
const ownIds: Record<TrashKind, (id: string) => Prisma.Sql> = {
  model: (id) => Prisma.sql`SELECT ${id}::text UNION SELECT id FROM "ModelVersion" WHERE "modelId" = ${id}`,
  paradigm: (id) =>
    Prisma.sql`SELECT ${id}::text UNION SELECT id FROM "ParadigmVersion" WHERE "paradigmId" = ${id}`,
  experiment: (id) =>
    Prisma.sql`SELECT ${id}::text UNION SELECT "runId" FROM "ExperimentRun" WHERE "experimentId" = ${id}`,
  dataset: (id) =>
    Prisma.sql`SELECT ${id}::text UNION SELECT id FROM "DatasetVersion" WHERE "datasetId" = ${id}`,
  comparison: (id) => Prisma.sql`SELECT ${id}::text`,
  dashboard: (id) => Prisma.sql`SELECT ${id}::text`,
};

/**
 * What stands on an object of the lab: experiments of a model or paradigm, or that follow a dataset's animals; comparisons
 * and dashboards (any version, and the draft) that name it anywhere. Also what lies in the trash itself: it can come back.
 */
export function dependents({ labId }: InLab, { kind, id }: TrashRef): Promise<ObjectRef[]> {
  const named = (json: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT FROM jsonb_path_query(${json}, 'strict $.**') AS word
    WHERE jsonb_typeof(word) = 'string' AND word #>> '{}' IN (SELECT id FROM own))`;
  return db().$queryRaw<ObjectRef[]>`
    WITH own (id) AS (${ownIds[kind](id)})
    SELECT 'experiment' AS kind, e.id FROM "Experiment" e WHERE e."labId" = ${labId} AND e.id <> ${id} AND (
      e."paradigmVersionId" IN (SELECT id FROM own)
      OR EXISTS (SELECT FROM "ExperimentModel" m WHERE m."experimentId" = e.id AND m."modelVersionId" IN (SELECT id FROM own))
      OR ${named(Prisma.sql`e."yokedTo"`)})
    UNION ALL
    SELECT 'comparison', c.id FROM "Comparison" c
    WHERE c."labId" = ${labId} AND c.id <> ${id} AND ${named(Prisma.sql`c.state`)}
    UNION ALL
    SELECT 'dashboard', d.id FROM "Dashboard" d WHERE d."labId" = ${labId} AND d.id <> ${id} AND (
      ${named(Prisma.sql`d.draft`)}
      OR EXISTS (SELECT FROM "DashboardVersion" v WHERE v."dashboardId" = d.id AND ${named(Prisma.sql`v.document`)}))`;
}
