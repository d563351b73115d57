import pg from "pg";
import type { SystemGrant } from "../access/grant";
import { env } from "../env";
import { liveChannel } from "../jobs/live";

export interface Listening {
  stop(): Promise<void>;
}

/**
 * A connection of its own that waits for what PostgreSQL announces. Rejects when it cannot be opened; `onEnd` is called
 * once when it breaks later.
 */
export async function listen(
  _grant: SystemGrant,
  on: { message: (payload: string) => void; end: () => void },
): Promise<Listening> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: "phasic live",
  });
  let ended = false;
  const end = () => {
    if (!ended) on.end();
    ended = true;
  };
  client.on("error", end);
  client.on("end", end);
  client.on("notification", ({ payload }) => payload && on.message(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(liveChannel)}`);
  } catch (error) {
    ended = true;
    await client.end().catch(() => {});
    throw error;
  }
  return {
    async stop() {
      ended = true;
      await client.end().catch(() => {});
    },
  };
}
