"use client";
import { createHoverStore, type HoverStore } from "@/components/charts/hover/hover-store";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { decodeState, encodeState, type PageState, type Pin } from "./state";
import { useQueryText } from "@/components/list/use-query-text";

type Edit = (state: PageState) => PageState;

export interface ComparisonControls {
  state: PageState;
  /** A filter: a step that "back" takes back. */
  push: (edit: Edit) => void;
  /** Zoom: no step of its own. */
  replace: (edit: Edit) => void;
  hover: HoverStore;
  /** True when the page shows something else than its base. */
  changed: boolean;
}

/** State in the address: edits write it, reload and "back" read it. What is pinned goes there, too. */
export function useComparisonState(base: PageState): ComparisonControls {
  const [query, writeQuery] = useQueryText();
  // the pin changes more often than the rest, and must not make the rest new
  const { text, pin } = useMemo(() => {
    const read = decodeState(query, base);
    return { text: encodeState(read.state, base), pin: read.pin };
  }, [query, base]);
  const state = useMemo(() => decodeState(text, base).state, [text, base]);
  const [hover] = useState(() => createHoverStore(pin && { ...pin, facet: null, pinned: true }));
  const latest = useRef({ state, base });
  useEffect(() => {
    latest.current = { state, base };
  });

  const write = useCallback(
    (next: PageState, how: "pushState" | "replaceState") => {
      const { base: from } = latest.current;
      latest.current = { state: next, base: from };
      writeQuery(encodeState(next, from, pinOf(hover)), how);
    },
    [writeQuery, hover],
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = JSON.stringify(pinOf(hover));
    const stop = hover.subscribe(() => {
      const now = JSON.stringify(pinOf(hover));
      if (now === last) return;
      last = now;
      clearTimeout(timer);
      // browsers refuse more than some hundred changes of the address in half a minute
      timer = setTimeout(() => write(latest.current.state, "replaceState"), 250);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [hover, write]);

  const push = useCallback((edit: Edit) => write(edit(latest.current.state), "pushState"), [write]);
  const replace = useCallback((edit: Edit) => write(edit(latest.current.state), "replaceState"), [write]);
  return { state, push, replace, hover, changed: text !== "" };
}

function pinOf(hover: HoverStore): Pin | null {
  const now = hover.get();
  return now?.pinned ? { axis: now.axis, x: now.x, figure: now.figure } : null;
}
