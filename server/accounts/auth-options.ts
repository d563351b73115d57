import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { email, password } from "../../contracts/lab";
import { addressOf } from "../access/address";
import { publicGrant } from "../access/grant";
import { cookies, userOfSession } from "../access/session";
import { env } from "../env";
import { Problem } from "../errors";
import { sessionSeconds, signIn, signOut } from "./service";

/** The token in the cookie only names a Session row; whether that still counts is asked on every request. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: env().NEXTAUTH_URL.startsWith("https:"),
  cookies: cookies(),
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
  providers: [
    credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(given, request) {
        const who = email.safeParse(given?.email);
        const secret = password.safeParse(given?.password);
        if (!who.success || !secret.success) return null;
        const headers = new Headers(request.headers as Record<string, string>);
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
  ],
  callbacks: {
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
});
