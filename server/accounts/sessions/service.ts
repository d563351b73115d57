import type { AccountSession } from "../../../contracts/account";
import type { PublicGrant, UserGrant } from "../../access/grant";
import * as store from "./store";

/** How long a browser stays signed in. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** For whoever was found to be this person. @returns the session's id. */
export const openSession = (grant: PublicGrant, userId: string, userAgent: string): Promise<string> =>
  store.insertSession(grant, userId, { seconds: sessionSeconds, userAgent });

export const closeSession = (grant: PublicGrant, sessionId: string): Promise<void> =>
  store.deleteSession(grant, sessionId);

export async function listSessions(grant: UserGrant): Promise<AccountSession[]> {
  const rows = await store.listSessions(grant);
  return rows.map((row) => ({ ...row, current: row.id === grant.sessionId }));
}

/** Ends one of the person's sessions; one that has ended already, or is somebody else's, changes nothing. */
export const endSession = (grant: UserGrant, id: string): Promise<void> => store.endSessions(grant, { id });

/** Ends all of the person's sessions but the one that asks. */
export const endOtherSessions = (grant: UserGrant): Promise<void> => store.endSessions(grant, "others");
