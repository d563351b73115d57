"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

interface Written {
  readonly query: string;
  /** What the router may still say before it has caught up. */
  readonly older: readonly string[];
}

/**
 * The query of the address, and how to change it. The router follows a change when it has time, which may be after a long
 * drawing; a control that waited for it would show its old value meanwhile. So what was written counts at once, until the
 * router says the same, or something newer.
 */
export function useQueryText(): [
  query: string,
  write: (query: string, how: "pushState" | "replaceState") => void,
] {
  const pathname = usePathname();
  const routed = useSearchParams().toString();
  const [written, setWritten] = useState<Written | null>(null);
  const query = written && written.older.includes(routed) ? written.query : routed;

  useEffect(() => {
    const forget = () => setWritten(null);
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);

  const latest = useRef({ pathname, routed });
  useEffect(() => {
    latest.current = { pathname, routed };
  });
  const write = useCallback(
    (next: string, how: "pushState" | "replaceState"): void => {
      const { pathname: path, routed: now } = latest.current;
      const query = withComment(next);
      const url = query ? `${path}?${query}` : path;
      if (url === window.location.pathname + window.location.search) return;
      setWritten((before) => ({
        // the router writes a query in its own way of escaping: compare what it would say
        query: new URLSearchParams(query).toString(),
        older: before && before.older.includes(now) ? [...before.older, before.query] : [now],
      }));
      window.history[how](null, "", url);
    },
    [setWritten],
  );
  return [query, write];
}

/** The comment that somebody came for is no part of the state, and stays in the address until they leave it. */
function withComment(query: string): string {
  const comment = new URLSearchParams(window.location.search).get("comment");
  if (comment === null) return query;
  return `${query}${query ? "&" : ""}comment=${encodeURIComponent(comment)}`;
}
