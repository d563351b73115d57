import { headers } from "next/headers";
import { cache } from "react";
import { addressOf } from "./access/address";
import { currentUser } from "./access/current-user";
import { type Jar, jarOf } from "./access/cookie";
import { appRouter } from "./root";
import { type Context, createCallerFactory } from "./trpc";

const createCaller = createCallerFactory(appRouter);

/** The context of the page being rendered, made once per request: also for `createTRPCOptionsProxy`. */
export const pageContext = cache(async (): Promise<Context & { jar: Jar }> => {
  const asked = await headers();
  return { user: await currentUser(), address: addressOf(asked), jar: jarOf(asked.get("cookie")) };
});

/** Procedures as functions, for server components: the same permissions as over HTTP. Throws TRPCError. */
export const serverCaller = async () => createCaller(await pageContext());
