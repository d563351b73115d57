"use client";
import { useEffect, useState } from "react";

/** State that survives a reload and a mishap: kept in this browser under `key` until `forget`. */
export function useKept<T extends object>(key: string, empty: T) {
  const [value, setValue] = useState<T>(() => ({ ...empty, ...read(key) }));
  useEffect(() => {
    try {
      window.localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // a browser that keeps nothing still lets people work
    }
  }, [key, value]);
  const forget = () => window.localStorage.removeItem(key);
  return [value, setValue, forget] as const;
}

function read(key: string): object {
  if (typeof window === "undefined") return {};
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
