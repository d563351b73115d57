import { decode } from "next-auth/jwt";
import { env } from "../env";
import { findLiveSession, markSeen } from "./store";

export interface CurrentUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
}

/** Browsers keep a cookie of a `__Secure-` name only when it comes over https. */
const overHttps = () => env().NEXTAUTH_URL.startsWith("https:");
export const sessionCookie = () => ({
  name: `${overHttps() ? "__Secure-" : ""}phasic.session`,
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: overHttps() },
});

const seenEvery = 5 * 60_000;

/**
 * Who holds this token: null unless it is ours, unexpired, and names a session that nobody has ended. The row is asked
 * each time, so that ending a session acts on the next request.
 */
export async function userOfToken(token: string | undefined): Promise<CurrentUser | null> {
  if (!token) return null;
  const sid = await decode({ token, secret: env().NEXTAUTH_SECRET }).then(
    (claims) => claims?.sid,
    () => null, // not signed by us, or run out
  );
  if (!sid) return null;
  const session = await findLiveSession(sid);
  if (!session) return null;
  if (Date.now() - session.seenAt.getTime() > seenEvery) await markSeen(session.id);
  return { ...session.user, sessionId: session.id };
}

/** @param cookies the request's Cookie header. */
export function userOfCookies(cookies: string | null): Promise<CurrentUser | null> {
  const { name } = sessionCookie();
  const found = (cookies ?? "")
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return userOfToken(found && decodeURIComponent(found));
}
