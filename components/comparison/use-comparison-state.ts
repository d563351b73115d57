"use client";
import { createHoverStore, type HoverStore } from "@/components/charts/hover/hover-store";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { decodeState, encodeState, type PageState, type Pin } from "./state";

export interface ComparisonControls {
  state: PageState;
  /** A filter: a step that "back" takes back. */
  push: (edit: (state: PageState) => PageState) => void;
  /** Zoom: no step of its own. */
  replace: (edit: (state: PageState) => PageState) => void;
  hover: HoverStore;
  /** True when the page shows something else than its base. */
  changed: boolean;
}

/** State in the address: edits write it, reload and "back" read it. What is pinned goes there, too. */
export function useComparisonState(base: PageState): ComparisonControls {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  // the pin changes more often than the rest, and must not make the rest new
  const { text, pin } = useMemo(() => {
    const read = decodeState(query, base);
    return { text: encodeState(read.state, base), pin: read.pin };
  }, [query, base]);
  const state = useMemo(() => decodeState(text, base).state, [text, base]);
  const [hover] = useState(() => createHoverStore(pin && { ...pin, facet: null, pinned: true }));
  const latest = useRef({ state, base, pathname });
  useEffect(() => {
    latest.current = { state, base, pathname };
  });

  const write = useCallback((next: PageState, pinned: Pin | null, how: "pushState" | "replaceState") => {
    const { base: from, pathname: path } = latest.current;
    latest.current = { ...latest.current, state: next };
    const search = encodeState(next, from, pinned);
    const url = search ? `${path}?${search}` : path;
    if (url !== window.location.pathname + window.location.search) window.history[how](null, "", url);
  }, []);
  const pinned = useCallback((): Pin | null => {
    const now = hover.get();
    return now?.pinned ? { axis: now.axis, x: now.x, figure: now.figure } : null;
  }, [hover]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = JSON.stringify(pinned());
    const stop = hover.subscribe(() => {
      const now = JSON.stringify(pinned());
      if (now === last) return;
      last = now;
      clearTimeout(timer);
      // browsers refuse more than some hundred changes of the address in half a minute
      timer = setTimeout(() => write(latest.current.state, pinned(), "replaceState"), 250);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [hover, pinned, write]);

  const push = useCallback(
    (edit: (state: PageState) => PageState) => write(edit(latest.current.state), pinned(), "pushState"),
    [write, pinned],
  );
  const replace = useCallback(
    (edit: (state: PageState) => PageState) => write(edit(latest.current.state), pinned(), "replaceState"),
    [write, pinned],
  );
  return { state, push, replace, hover, changed: text !== "" };
}
