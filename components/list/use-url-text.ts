"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";

/** Text that stands in the address, so that a reload and a colleague see the same. Typing replaces history. */
export function useUrlText(key: string): [string, (text: string) => void] {
  const search = useSearchParams();
  const pathname = usePathname();
  const [text, setText] = useState(search.get(key) ?? "");
  return [
    text,
    (next) => {
      setText(next);
      const params = new URLSearchParams(window.location.search);
      if (next) params.set(key, next);
      else params.delete(key);
      const query = params.toString();
      window.history.replaceState(null, "", query ? `${pathname}?${query}` : pathname);
    },
  ];
}
