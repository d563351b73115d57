import type { AccountSession } from "../../../contracts/account";
import { isShared } from "../../access/demonstration-account";
import type { PublicGrant, UserGrant } from "../../access/grant";
import * as store from "./store";

/** How long a browser stays signed in. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** For whoever was found to be this person. @returns the session's id. */
export const openSession = (grant: PublicGrant, userId: string, userAgent: string): Promise<string> =>
  store.insertSession(grant, userId, { seconds: sessionSeconds, userAgent });

export const closeSession = (grant: PublicGrant, sessionId: string): Promise<void> =>
  store.deleteSession(grant, sessionId);

/** Last seen first. Of the demonstration's account, which is everybody's, only the one that asks. */
export async function listSessions(grant: UserGrant): Promise<AccountSession[]> {
  const rows = await store.listSessions(grant);
  return rows
    .filter(({ id, user }) => id === grant.sessionId || !isShared(user.email))
    .map(({ user: _, ...row }) => ({ ...row, current: row.id === grant.sessionId }));
}

/** Ends one of the person's sessions; one that has ended already, or is not theirs to see, changes nothing. */
export async function endSession(grant: UserGrant, id: string): Promise<void> {
  const sessions = await listSessions(grant);
  if (sessions.some((session) => session.id === id)) await store.endSessions(grant, [id]);
}

/** Ends all of the person's sessions but the one that asks. */
export async function endOtherSessions(grant: UserGrant): Promise<void> {
  const others = (await listSessions(grant)).filter(({ current }) => !current);
  await store.endSessions(
    grant,
    others.map(({ id }) => id),
  );
}
