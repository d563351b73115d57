import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "../prisma/generated/client";
import { env } from "./env";

// `next dev` loads modules anew on every change; connections must not pile up.
const kept = globalThis as typeof globalThis & { phasicDb?: PrismaClient; phasicBytes?: pg.Pool };

/** The client of this process, made at the first call, so that importing a module needs no database. */
export function db(): PrismaClient {
  return (kept.phasicDb ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL }),
    // Prisma's own 2 s and 5 s are short for a machine that is busy simulating
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  }));
}

/**
 * Connections for blocks of bytes, which Prisma would pass through JSON at many times the cost.
 */
export function bytes(): pg.Pool {
  if (kept.phasicBytes) return kept.phasicBytes;
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 6,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 15_000,
    application_name: "phasic bytes",
  });
  // an idle connection that breaks is replaced by the next query; the pool only has to hear of it
  pool.on("error", () => {});
  return (kept.phasicBytes = pool);
}

/** Rows that hold blocks of bytes, as Buffers. */
export async function readBytes<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await bytes().query<Row>(text, values)).rows;
}

/** Closes the connections of this process; the next `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  await kept.phasicDb?.$disconnect();
  kept.phasicDb = undefined;
  await kept.phasicBytes?.end();
  kept.phasicBytes = undefined;
}

/** What `write` gives, or null when a unique constraint refuses it: somebody was first. */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && isTaken(error)) return null;
    throw error;
  }
}

/** Also where the SQL is our own: P2010 carries PostgreSQL's code for a unique constraint in its words. */
const isTaken = ({ code, message }: Prisma.PrismaClientKnownRequestError) =>
  code === "P2002" || (code === "P2010" && message.includes("`23505`"));
