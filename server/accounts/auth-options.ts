import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { email, password } from "../../contracts/lab";
import { addressOf } from "../access/address";
import type { Jar } from "../access/cookie";
import { publicGrant } from "../access/grant";
import { cookies, userOfSession } from "../access/session";
import { env } from "../env";
import { Problem } from "../errors";
import { log } from "../log";
import { providers } from "./oauth/providers";
import { meet } from "./oauth/service";
import { signIn, signOut } from "./service";
import { sessionSeconds } from "./sessions/service";

/** Where a meeting leads that lets nobody in. */
const doors = {
  linked: "/account?place=linked#sign-in",
  taken: "/account?place=taken#sign-in",
  newcomer: "/sign-up",
  closed: "/sign-in?place=closed",
  uninvited: "/sign-in?place=uninvited",
} as const;

/** The token in the cookie only names a Session row; whether that still counts is asked on every request. */
export const authOptions = (headers: Headers, jar: Jar): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: env().NEXTAUTH_URL.startsWith("https:"),
  cookies: cookies(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
  providers: [
    credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(given) {
        const who = email.safeParse(given?.email);
        const secret = password.safeParse(given?.password);
        if (!who.success || !secret.success) return null;
        const from = { address: addressOf(headers), userAgent: headers.get("user-agent") ?? "" };
        try {
          return await signIn(publicGrant(), { email: who.data, password: secret.data }, from);
        } catch (error) {
          // next-auth hands the message of an error to the page
          if (error instanceof Problem) throw new Error(`${error.details.what} ${error.details.next}`);
          throw error;
        }
      },
    }),
    ...providers().map(({ config }) => config),
  ],
  callbacks: {
    async signIn({ user, account, profile }) {
      const provider = providers().find(({ id }) => id === account?.provider);
      if (!provider) return account?.type === "credentials";
      const identity = provider.identity(profile as Record<string, unknown>);
      const from = { userAgent: headers.get("user-agent") ?? "" };
      const meeting = await meet(publicGrant(), identity, jar, from);
      if (meeting.kind !== "entered") return doors[meeting.kind];
      Object.assign(user, { id: meeting.userId, sessionId: meeting.sessionId });
      return true;
    },
    jwt: ({ token, user }) => (user ? { sid: user.sessionId } : token),
    async session({ session, token }) {
      const user = token.sid ? await userOfSession(token.sid) : null;
      return { expires: session.expires, user: user ? { name: user.name, email: user.email } : undefined };
    },
  },
  events: {
    async signOut({ token }) {
      if (token.sid) await signOut(publicGrant(), token.sid);
    },
  },
  logger: {
    // what a place elsewhere answered may name a person: the kind of trouble is enough
    error: (code) => log().warn({ code }, "signing in by way of another place failed"),
    warn: () => {},
    debug: () => {},
  },
});
