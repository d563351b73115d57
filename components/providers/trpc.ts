"use client";
import type { AppRouter } from "@/server/root";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
export type Outputs = inferRouterOutputs<AppRouter>;
