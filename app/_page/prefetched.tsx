import { makeQueryClient } from "@/components/providers/query-client";
import { pageContext } from "@/server/caller";
import { appRouter, type AppRouter } from "@/server/root";
import { dehydrate, HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import { orMissing } from "./visitor";

export type Ask = (trpc: TRPCOptionsProxy<AppRouter>, queryClient: QueryClient) => Promise<unknown>;

/**
 * Sends a page with its data in it. What fails to load is asked for again by the browser, which can say why; a missing
 * `main` object is a missing page.
 */
export async function Prefetched({
  main,
  also = [],
  children,
}: {
  main?: Ask;
  also?: Ask[];
  children: ReactNode;
}) {
  const queryClient = makeQueryClient();
  const trpc = createTRPCOptionsProxy<AppRouter>({
    ctx: await pageContext(),
    router: appRouter,
    queryClient,
  });
  await Promise.all([
    main && orMissing(main(trpc, queryClient)),
    ...also.map((ask) => ask(trpc, queryClient).catch(() => undefined)),
  ]);
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
