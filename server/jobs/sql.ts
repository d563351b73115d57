import type { PrismaClient } from "../../prisma/generated/client";

/** A client or a transaction: what is enqueued in a transaction is there if and only if it commits. */
export type Sql = Pick<PrismaClient, "$queryRaw" | "$executeRaw">;
