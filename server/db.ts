import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "../prisma/generated/client";
import { env } from "./env";

// `next dev` loads modules anew on every change; connections must not pile up.
const kept = globalThis as typeof globalThis & { phasicDb?: PrismaClient };

/** The client of this process, made at the first call, so that importing a module needs no database. */
export function db(): PrismaClient {
  return (kept.phasicDb ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL }),
    // Prisma's own 2 s and 5 s are short for a machine that is busy simulating
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  }));
}

/** Closes the connections of this process; the next `db()` opens new ones. */
export async function closeDb(): Promise<void> {
  await kept.phasicDb?.$disconnect();
  kept.phasicDb = undefined;
}

/** What `write` gives, or null when a unique constraint refuses it: somebody was first. */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}
