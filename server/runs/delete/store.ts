import type { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant } from "../../access/grant";
import { removeQueuedOf } from "../../jobs/cancel";

/** Runs with their results, unless runs of other labs share those or a publication shows them. Gives how many runs went. */
export async function deleteRuns(
  _grant: SystemGrant,
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<number> {
  await removeQueuedOf(tx, ids);
  const gone = await tx.$queryRaw<{ resultId: string | null }[]>`
    DELETE FROM "Run" WHERE id = ANY(${[...ids]}::text[]) RETURNING "resultId"`;
  await tx.$executeRaw`
    DELETE FROM "RunResult" r WHERE r.id = ANY(${gone.flatMap(({ resultId }) => resultId ?? [])}::text[])
      AND NOT EXISTS (SELECT FROM "Run" WHERE "resultId" = r.id)
      AND NOT EXISTS (SELECT FROM "PublicationPart" WHERE "resultId" = r.id)`;
  return gone.length;
}
