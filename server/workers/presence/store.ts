import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { unlockAbandoned } from "../../jobs/unlock";

export interface WorkerIdentity {
  readonly id: string;
  readonly hostname: string;
  readonly pid: number;
  readonly threads: number;
  /** Names under which the queue locks this process's jobs. */
  readonly queueIds: readonly string[];
}

/** A worker that was silent for longer is gone, or paused and about to be refused. */
const silentSeconds = 10;
const keptSeconds = 3600;
const since = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** Says that this process lives. */
export async function beat(
  _grant: SystemGrant,
  { id, queueIds, ...identity }: WorkerIdentity,
): Promise<void> {
  const row = { ...identity, queueIds: [...queueIds], seenAt: new Date() };
  await db().worker.upsert({ where: { id }, create: { id, ...row }, update: row });
}

export async function leave(_grant: SystemGrant, id: string): Promise<void> {
  await db().worker.deleteMany({ where: { id } });
}

/** Worker processes that live, longest first. */
export const alive = (_grant: SystemGrant) =>
  db().worker.findMany({ where: { seenAt: { gt: since(silentSeconds) } }, orderBy: { startedAt: "asc" } });

/** Frees the jobs of workers that are gone, and forgets those that have been for long. */
export async function unlockJobsOfTheDead(grant: SystemGrant): Promise<void> {
  const workers = await alive(grant);
  await unlockAbandoned(
    db(),
    workers.flatMap(({ queueIds }) => queueIds),
  );
  await db().worker.deleteMany({ where: { seenAt: { lt: since(keptSeconds) } } });
}
