"use client";
import { useSyncExternalStore, type ReactNode } from "react";
import { PageSkeleton } from "./skeleton";

const never = () => () => {};

/** For what starts from things that only this browser keeps: the server does not draw it, so nothing flickers back. */
export function InBrowser({ children }: { children: ReactNode }) {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  ) ? (
    children
  ) : (
    <PageSkeleton />
  );
}
