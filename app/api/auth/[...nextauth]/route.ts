import { jarOf } from "@/server/access/cookie";
import { authOptions } from "@/server/accounts/auth-options";
import { endLinking } from "@/server/accounts/oauth/service";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";

/** What our own callbacks want to leave in the browser goes along with what next-auth leaves there. */
async function handler(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action, place] = (await context.params).nextauth;
  // next-auth takes passwords as a POST alone, and calls everything else an error of its own
  if (request.method === "GET" && action === "callback" && place === "credentials")
    return new Response(null, { status: 303, headers: { location: "/sign-in" } });
  const own = new Headers();
  const jar = jarOf(request.headers.get("cookie"), own);
  const response = (await NextAuth(request, context, authOptions(request.headers, jar))) as Response;
  const failed = response.headers.get("location")?.includes("/api/auth/error?") ?? false;
  if (failed && action === "callback") {
    // whoever set out from the page of their account comes back to it
    const back = (await endLinking(jar)) ? "/account?place=failed#sign-in" : "/sign-in?place=failed";
    response.headers.set("location", back);
  }
  for (const value of own.getSetCookie()) response.headers.append("set-cookie", value);
  return response;
}

export { handler as GET, handler as POST };
