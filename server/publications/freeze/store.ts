import { subject, yokedTo } from "../../../contracts/experiment";
import { type ResultColumn, resultColumns } from "../../../contracts/publication";
import { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { db } from "../../db";

/** What a freeze reads beyond what panels show: column by column, never whole rows. */

export async function findExperiments({ labId }: InLab, ids: readonly string[]) {
  const rows = await db().experiment.findMany({
    where: { labId, id: { in: [...ids] } },
    select: {
      ...{ id: true, name: true, arms: true, subjects: true, repetitions: true, seed: true, yokedTo: true },
      paradigmVersion: {
        select: { id: true, number: true, spec: true, paradigm: { select: { name: true } } },
      },
      models: { select: { modelVersionId: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    subjects: subject.array().parse(row.subjects),
    yokedTo: row.yokedTo === null ? null : yokedTo.parse(row.yokedTo),
  }));
}
export type FoundExperiment = Awaited<ReturnType<typeof findExperiments>>[number];

export async function findDatasets({ labId }: InLab, ids: readonly string[]) {
  const rows = await db().datasetVersion.findMany({
    where: { labId, id: { in: [...ids] } },
    select: { id: true, number: true, licence: true, dataset: { select: { name: true } } },
  });
  return rows.map(({ dataset: { name }, ...row }) => ({ ...row, name }));
}

/** Those of the asked runs that are done. */
export const findRuns = ({ labId }: InLab, ids: readonly string[]) =>
  db().run.findMany({
    where: { labId, id: { in: [...ids] }, status: "done", resultId: { not: null } },
    select: {
      ...{ id: true, paradigmVersionId: true, trials: true, arm: true, subject: true, repetition: true },
      ...{ seed: true, engineVersion: true, traceBinMs: true, specHash: true },
      history: { select: { source: true, trialTypes: true, stimulated: true } },
      result: { select: { id: true, hash: true } },
    },
    orderBy: [{ specHash: "asc" }, { engineVersion: "asc" }],
  });

export interface HashedColumn {
  readonly id: string;
  readonly column: ResultColumn;
  readonly hash: string;
  readonly byteLength: number;
}
/** SHA-256 of each column of the lab's results; a column that an earlier engine did not keep is left out. */
export async function hashResults({ labId }: InLab, ids: readonly string[]): Promise<HashedColumn[]> {
  const columns = resultColumns.map((name) => {
    const bytes = Prisma.raw(`res."${name}"`);
    return Prisma.sql`SELECT res.id, ${name} AS column, encode(sha256(${bytes}), 'hex') AS hash,
      length(${bytes}) AS "byteLength" FROM results res WHERE ${bytes} IS NOT NULL`;
  });
  return db().$queryRaw<HashedColumn[]>`
    WITH results AS NOT MATERIALIZED (
      SELECT * FROM "RunResult" one WHERE one.id = ANY(${[...ids]}::text[])
        AND EXISTS (SELECT 1 FROM "Run" r WHERE r."resultId" = one.id AND r."labId" = ${labId})
    ) ${Prisma.join(columns, " UNION ALL ")}`;
}
