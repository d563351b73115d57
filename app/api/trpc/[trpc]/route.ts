import { answer, withSmallBody } from "@/server/http";
import { addressOf } from "@/server/access/address";
import { jarOf } from "@/server/access/cookie";
import { requireOwnOrigin } from "@/server/access/origin";
import { userOfCookies } from "@/server/access/session";
import { appRouter } from "@/server/root";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

/** As many as a page of ours asks for at once (components/providers). */
const maxBatchSize = 10;
/** Bytes. No input comes near it; files have a route of their own. */
const maxBody = 1_000_000;

const handler = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize,
    // long queries come as a POST (components/providers)
    allowMethodOverride: true,
    createContext: async ({ resHeaders }) => ({
      user: await userOfCookies(request.headers.get("cookie")),
      address: addressOf(request.headers),
      userAgent: request.headers.get("user-agent") ?? "",
      jar: jarOf(request.headers.get("cookie"), resHeaders),
    }),
  });

export const GET = handler;
export const POST = (request: Request): Promise<Response> =>
  answer(async () => {
    requireOwnOrigin(request.headers);
    return handler(await withSmallBody(request, maxBody));
  });
