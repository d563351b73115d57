import { decode, encode } from "next-auth/jwt";
import { env } from "../env";
import { cookie, readCookie } from "./cookie";
import { mayBeSignedIn } from "./demonstration-account";
import { findLiveSession, markSeen } from "./store";

export interface CurrentUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** IANA name; null follows the browser. */
  readonly timeZone: string | null;
  readonly sessionId: string;
}

const minutes = 15;
const short = (name: string) => {
  const { options, ...rest } = cookie(name, "__Secure-");
  return { ...rest, options: { ...options, maxAge: minutes * 60 } };
};
export const cookies = () => ({
  sessionToken: cookie("session", "__Secure-"),
  callbackUrl: cookie("callback-url", "__Secure-"),
  csrfToken: cookie("csrf-token", "__Host-"),
  // of a sign-in that is under way elsewhere
  pkceCodeVerifier: short("pkce"),
  state: short("state"),
  nonce: short("nonce"),
});

/** What the session cookie holds: it only names the Session row. */
export const sessionToken = (sid: string, seconds?: number): Promise<string> =>
  encode({ token: { sid }, secret: env().NEXTAUTH_SECRET, maxAge: seconds });

const seenEvery = 5 * 60_000;

/** The person of a session that nobody has ended. The row is asked each time, so that ending one acts at once. */
export async function userOfSession(id: string): Promise<CurrentUser | null> {
  const session = await findLiveSession(id);
  if (!session || !mayBeSignedIn(session.user.email)) return null;
  if (Date.now() - session.seenAt.getTime() > seenEvery) await markSeen(session.id);
  return { ...session.user, sessionId: session.id };
}

/** Null unless the token is ours, has not run out, and names a session that nobody has ended. */
export async function userOfToken(token: string | null | undefined): Promise<CurrentUser | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return claims?.sid ? userOfSession(claims.sid) : null;
}

/** @param header the request's Cookie header. */
export function userOfCookies(header: string | null): Promise<CurrentUser | null> {
  return userOfToken(readCookie(header, cookies().sessionToken.name));
}
