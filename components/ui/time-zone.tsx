"use client";
import { createContext, use, useMemo, type ReactNode } from "react";

interface Clock {
  /** The zone that the person chose; null follows the browser. */
  readonly zone: string | null;
  /** When the server wrote the page, in ms: until the page is alive, both sides reckon from it and write the same. */
  readonly writtenAt: number;
}
const Context = createContext<Clock>({ zone: null, writtenAt: 0 });

export const useClock = () => use(Context);

export function TimeZoneProvider({ zone, writtenAt, children }: Clock & { children: ReactNode }) {
  return <Context value={useMemo(() => ({ zone, writtenAt }), [zone, writtenAt])}>{children}</Context>;
}
