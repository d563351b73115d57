"use client";
import { ownWindows } from "@/contracts/session";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { z } from "zod";

type OwnWindows = z.infer<typeof ownWindows>;

const windowsOf = (query: URLSearchParams): OwnWindows => {
  try {
    return ownWindows.parse(JSON.parse(query.get("windows") ?? "{}"));
  } catch {
    return {};
  }
};

/** What the address of a subject or session says, and how a page changes it. */
export function useAddress() {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const windows = windowsOf(query);
  const hrefWith = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return `${path}?${next.toString()}`;
  };
  const set = (name: string, value: string | null) => {
    const address = hrefWith(name, value);
    // what is typed replaces the entry; what is chosen can be gone back from
    if (["from", "to", "windows"].includes(name)) router.replace(address, { scroll: false });
    else router.push(address, { scroll: false });
  };
  const setWindows = (measure: string, changed: OwnWindows[string] | null) => {
    const { [measure]: _, ...others } = windows;
    const next = changed ? { ...others, [measure]: changed } : others;
    set("windows", Object.keys(next).length > 0 ? JSON.stringify(next) : null);
  };
  return { query, windows, hrefWith, set, setWindows };
}
