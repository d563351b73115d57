import { RateLimiterPrisma } from "rate-limiter-flexible";
import type { PublicGrant } from "../access/grant";
import { db } from "../db";

/** Counts in the database, so that a restart forgives nothing and several web servers count together. */
export function limiter(_grant: PublicGrant, name: string, points: number, seconds: number) {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
  });
}
