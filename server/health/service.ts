import type { PublicGrant } from "../access/grant";
import { log } from "../log";
import { ping } from "./store";

/** Says no more than that: anybody may ask. */
export interface Health {
  readonly database: boolean;
}

export async function checkHealth(grant: PublicGrant): Promise<Health> {
  try {
    await ping(grant);
    return { database: true };
  } catch (error) {
    log().warn({ err: error }, "the database does not answer");
    return { database: false };
  }
}
