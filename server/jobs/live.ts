import type { LiveEvent } from "../../contracts/live";
import type { Sql } from "./sql";

/** PostgreSQL channel that every web process listens to. A payload is JSON: `{ labId, event }`, `{ userId, event }`, `{ recheck }` or `{ recheckLab }`. */
export const liveChannel = "phasic_live";

/** Tells every open page of the lab. In a transaction it is told when, and only if, that commits. */
export async function publish(sql: Sql, labId: string, event: LiveEvent): Promise<void> {
  for (const part of partsOf(event))
    await sql.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ labId, event: part })})`;
}

/** PostgreSQL announces no more than 8000 bytes: a run of more experiments than fit is told of in several events. */
const mostExperiments = 100;
function partsOf(event: LiveEvent): LiveEvent[] {
  if (event.kind !== "run" || event.experiments.length <= mostExperiments) return [event];
  const { experiments } = event;
  return Array.from({ length: Math.ceil(experiments.length / mostExperiments) }, (_, part) => ({
    ...event,
    experiments: experiments.slice(part * mostExperiments, (part + 1) * mostExperiments),
  }));
}

/** Tells every open page of one person, in whichever lab. */
export async function publishTo(sql: Sql, userId: string, event: LiveEvent): Promise<void> {
  await sql.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ userId, event })})`;
}

/** Makes every stream of the lab's members ask at once whether it may stay: what another lab shares with it has ended. */
export async function recheckLab(sql: Sql, labId: string): Promise<void> {
  await sql.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ recheckLab: labId })})`;
}

/**
 * Makes every stream of the person ask at once whether it may stay: a session, a membership or a role has ended. Belongs in
 * the transaction that ends it.
 */
export async function recheck(sql: Sql, userId: string): Promise<void> {
  await sql.$executeRaw`SELECT pg_notify(${liveChannel}, ${JSON.stringify({ recheck: userId })})`;
}
