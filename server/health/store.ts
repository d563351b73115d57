import type { PublicGrant } from "../access/grant";
import { db } from "../db";

/** Rejects when the database does not answer. */
export async function ping(_grant: PublicGrant): Promise<void> {
  await db().$queryRaw`SELECT 1`;
}
