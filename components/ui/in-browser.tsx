"use client";
import type { ReactNode } from "react";
import { PageSkeleton } from "./skeleton";
import { useAlive } from "./use-alive";

/** For what starts from things that only this browser keeps: the server does not draw it, so nothing flickers back. */
export function InBrowser({ children }: { children: ReactNode }) {
  return useAlive() ? children : <PageSkeleton />;
}
