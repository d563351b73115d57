"use client";
import type { LabSummary } from "@/contracts/lab";
import type { OpenShare } from "@/contracts/share";
import { createContext, use } from "react";

/** What another lab shares, as the page of it needs to know. */
export interface SharedHere extends OpenShare {
  /** The reader's own lab. */
  readonly lab: LabSummary;
  /** Whether the reader may copy its models into their lab. */
  readonly mayFork: boolean;
}
export const ShareContext = createContext<SharedHere | null>(null);

/** Null on every page of one's own lab. */
export const useShare = () => use(ShareContext);
