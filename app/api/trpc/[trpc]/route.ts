import { answer } from "@/server/http";
import { addressOf } from "@/server/access/address";
import { requireOwnOrigin } from "@/server/access/origin";
import { userOfCookies } from "@/server/access/session";
import { appRouter } from "@/server/root";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

const handler = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: async () => ({
      user: await userOfCookies(request.headers.get("cookie")),
      address: addressOf(request.headers),
    }),
  });

export const GET = handler;
export const POST = (request: Request): Promise<Response> =>
  answer(() => {
    requireOwnOrigin(request.headers);
    return handler(request);
  });
