"use client";
import { useEffect, useState } from "react";

const inSight = (element: Element) => element.getClientRects().length > 0;
const find = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find(inSight) ?? null;

/** The element that a step is about, once it is on the page; scrolled into view and marked while the step lasts. */
export function useAnchor(selector: string | null): HTMLElement | null {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (selector === null) return;
    let marked: HTMLElement | null = null;
    const look = () => {
      if (marked?.isConnected && inSight(marked)) return;
      marked?.removeAttribute("data-tour-here");
      marked = find(selector);
      marked?.setAttribute("data-tour-here", "");
      marked?.scrollIntoView({ block: "center" });
      setAnchor(marked);
    };
    look();
    // pages come in parts, and what was drawn may be drawn anew
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      marked?.removeAttribute("data-tour-here");
      setAnchor(null);
    };
  }, [selector]);
  return anchor;
}
