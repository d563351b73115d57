"use client";
import type { AppRouter } from "@/server/root";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import { ToastProvider } from "../ui/toast";
import { TooltipProvider } from "../ui/tooltip";
import { makeQueryClient } from "./query-client";
import { TRPCProvider } from "./trpc";

const common = { url: "/api/trpc", transformer: superjson } as const;
/** An address holds no more than this; a question that is longer, about 200 subjects for instance, goes as a POST. */
const maxURLLength = 4000;
const isLong = (input: unknown) => encodeURIComponent(JSON.stringify(input) ?? "").length > maxURLLength / 2;

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type, input }) => type === "query" && isLong(input),
          true: httpLink({ ...common, methodOverride: "POST" }),
          false: httpBatchLink({ ...common, maxURLLength, maxItems: 10 }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <TooltipProvider delayDuration={300}>
          <ToastProvider>{children}</ToastProvider>
        </TooltipProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
