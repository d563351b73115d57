import type { AccountSession } from "../../../contracts/account";
import type { Paging, Rows } from "../../../contracts/list";
import { isShared } from "../../access/demonstration-account";
import type { PublicGrant, UserGrant } from "../../access/grant";
import { readRows } from "../../paging/service";
import * as store from "./store";

/** How long a browser stays signed in. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** For whoever was found to be this person. @returns the session's id. */
export const openSession = (grant: PublicGrant, userId: string, userAgent: string): Promise<string> =>
  store.insertSession(grant, userId, { seconds: sessionSeconds, userAgent });

export const closeSession = (grant: PublicGrant, sessionId: string): Promise<void> =>
  store.deleteSession(grant, sessionId);

/** The one that asks first, then the last signed in. Of the demonstration's account, which is everybody's, only that one. */
export async function listSessions(grant: UserGrant, paging: Paging): Promise<Rows<AccountSession>> {
  const listing = store.listing(grant, await isEverybodys(grant));
  const read = async (ids: readonly string[]) =>
    (await store.findSessions(grant, ids)).map((row) => ({ ...row, current: row.id === grant.sessionId }));
  return readRows(grant, listing, paging, read, ({ id }) => id);
}

/** Ends one of the person's sessions; one that has ended already, or is not theirs to see, changes nothing. */
export async function endSession(grant: UserGrant, id: string): Promise<void> {
  if (id === grant.sessionId || !(await isEverybodys(grant))) await store.endSessions(grant, id);
}

/** Ends all of the person's sessions but the one that asks. */
export async function endOtherSessions(grant: UserGrant): Promise<void> {
  if (!(await isEverybodys(grant))) await store.endSessions(grant, null);
}

const isEverybodys = async (grant: UserGrant): Promise<boolean> => isShared(await store.emailOf(grant));
