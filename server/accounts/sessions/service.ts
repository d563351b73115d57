import type { AccountSession } from "../../../contracts/account";
import type { UserGrant } from "../../access/grant";
import * as store from "./store";

export async function listSessions(grant: UserGrant): Promise<AccountSession[]> {
  const rows = await store.listSessions(grant);
  return rows.map((row) => ({ ...row, current: row.id === grant.sessionId }));
}

/** Ends one of the person's sessions; one that has ended already, or is somebody else's, changes nothing. */
export const endSession = (grant: UserGrant, id: string): Promise<void> => store.endSessions(grant, { id });

/** Ends all of the person's sessions but the one that asks. */
export const endOtherSessions = (grant: UserGrant): Promise<void> => store.endSessions(grant, "others");
