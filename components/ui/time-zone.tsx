"use client";
import { createContext, use, type ReactNode } from "react";

const Context = createContext<string | null>(null);

/** The zone that the person chose; null follows the browser. */
export const useTimeZone = () => use(Context);

export const TimeZoneProvider = ({ zone, children }: { zone: string | null; children: ReactNode }) => (
  <Context value={zone}>{children}</Context>
);
